/**
 * A path from the repository's root as git spells it: `./a//b` is `a/b`.
 * null for a path that leaves the repository, or that names the root itself.
 */
export function normalRepositoryPath(path: string): string | null {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path) || path.includes('\0')) return null;
  if (path.split(/[\\/]/).includes('..')) return null;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? null : parts.join('/');
}

/** Whether git may have listed it: from the root, as git spells it. A name may hold a backslash or a colon. */
export const isRepositoryPath = (path: string): boolean =>
  !path.includes('\0') && !path.split('/').some((part) => part === '' || part === '.' || part === '..');
