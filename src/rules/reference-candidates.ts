import { pathFrom, unwrapPath } from './path-words.ts';

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
  const link = unwrapPath(target.trim());
  if (URL.test(link) || ISSUE.test(link)) return 'external';
  if (link.length > MAX_LENGTH) return [];
  const folder = planPath.split('/').slice(0, -1);
  const candidates = spellings(link).flatMap((path) => {
    if (path === '') return [];
    const fromRoot = pathFrom([], path);
    return path.startsWith('/') ? [fromRoot] : [pathFrom(folder, path), fromRoot];
  });
  return [...new Set(candidates.filter((path) => path !== null).flatMap(withExtension))];
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

const withExtension = (path: string): readonly string[] =>
  /\.md$/i.test(path) ? [path] : [path, `${path}.md`];
