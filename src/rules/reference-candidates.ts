/** A longer target is no path; it names nothing. */
const MAX_LENGTH = 1_000;
/** A scheme has two letters or more, so that a drive letter is none. */
const URL = /^(?:[a-z][a-z\d+.-]+:|\/\/)/i;
/** `#12` and `owner/name#12` are issues and pull requests. */
const ISSUE = /^(?:[\w.-]+\/[\w.-]+)?#\d+$/;

/**
 * The files that a reference may mean, in the order to try them: from the plan's folder, then from the root of
 * the repository, each as written and with `.md`. Empty when it names no path inside the repository.
 * @param planPath path of the plan that has the reference, from the root.
 * @param target as written: a path, a Markdown link, with or without back ticks, anchor or query.
 */
export function referenceCandidates(planPath: string, target: string): readonly string[] | 'external' {
  const link = unwrap(target.trim());
  if (URL.test(link) || ISSUE.test(link)) return 'external';
  if (link.length > MAX_LENGTH) return [];
  const folder = planPath.split('/').slice(0, -1);
  const candidates = spellings(link).flatMap((path) => {
    if (path === '') return [];
    const fromRoot = inside([], path);
    return path.startsWith('/') ? [fromRoot] : [inside(folder, path), fromRoot];
  });
  return [...new Set(candidates.filter((path) => path !== null).flatMap(withExtension))];
}

/** `[Search](search.md)`, `<search.md>` and back ticks are ways to write a path. */
function unwrap(text: string): string {
  if (text.startsWith('[') && text.endsWith(')')) {
    const destination = text.slice(text.lastIndexOf('](') + 2, -1);
    return text.includes('](') ? unwrap(destination.trim().replace(/ "[^"]*"$/, '')) : text;
  }
  const quoted = /^(?:`([^`]*)`|<([^<>]*)>)$/.exec(text);
  return quoted === null ? text : (quoted[1] ?? quoted[2] ?? '').trim();
}

/** As a link is read, and as it stands: a file may have `%` or `#` in its name (`c#-bindings.md`). */
function spellings(link: string): readonly string[] {
  const path = link.replace(/[?#].*$/s, '');
  const read = [decoded(path), path];
  return [...new Set(/\.md$/i.test(path) || !/\.md$/i.test(link) ? read : [link, ...read])];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The path from the root; null when it leaves the repository or is the root itself. */
function inside(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}

const withExtension = (path: string): readonly string[] =>
  /\.md$/i.test(path) ? [path] : [path, `${path}.md`];
