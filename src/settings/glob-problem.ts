import { MAX_WAYS } from './glob.ts';
import { bracesAt, waysOf } from './glob-braces.ts';
import { setAt } from './glob-set.ts';

/** What makes a glob select something else than its author meant, with the cure; null for a good one. Ends a sentence about it. */
export function globProblem(glob: string): string | null {
  const pattern = glob.replace(/^!(?!\()/, '');
  if (pattern.includes('\\')) {
    return 'has a backslash: write "/" between folders, and "[*]" for a star that is meant as it stands.';
  }
  return (
    bracketProblem(pattern) ??
    placeProblem(pattern) ??
    ([...waysOf(pattern).take(MAX_WAYS + 1)].length > MAX_WAYS
      ? `can be read in over ${MAX_WAYS} ways: use fewer braces, or several globs.`
      : null)
  );
}

function bracketProblem(pattern: string): string | null {
  for (let place = 0; place < pattern.length; ) {
    const set = setAt(pattern, place);
    const rest = pattern.slice(place);
    if (set !== null && rest.startsWith('[[:')) {
      return 'names a class of characters: write the characters out, such as "[a-z0-9]".';
    }
    if (set === null && rest.startsWith('[')) {
      return 'opens "[" and does not close it: add "]", or write "[[]" for the bracket itself.';
    }
    if (rest.startsWith('{')) {
      const braces = bracesAt(pattern, place);
      if (braces === null)
        return 'opens "{" and does not close it: add "}", or write "[{]" for the brace itself.';
      if (braces.choices.some((choice) => choice.includes('..'))) {
        return 'has a range in braces: write its members out, such as "{1,2,3}".';
      }
    }
    if (set === null && /^[!@+*?]\(/.test(rest)) {
      return `has "${rest.slice(0, 2)}", which is not supported: use braces such as "{a,b}" and globs that begin with "!", or write "[(]" for the parenthesis itself.`;
    }
    place += set?.length ?? 1;
  }
  return null;
}

function placeProblem(pattern: string): string | null {
  const names = pattern.replace(/^(?:\.?\/)+/, '').split('/');
  if (names.some((name) => name === '.' || name === '..')) {
    return 'has "." or ".." for a folder: write the path from the root of the repository.';
  }
  return names.every((name) => name === '')
    ? 'names nothing: write "**" for everything in the repository.'
    : null;
}
