import type { Plan, RelatedCode } from '../plan/plan.ts';
import { compileGlob } from '../settings/glob.ts';
import { globProblem } from '../settings/glob-problem.ts';
import { pathFrom, unwrapPath } from './path-words.ts';

/** A longer entry is no path. */
const MAX_LENGTH = 1_000;
/** Ways to read the globs of one plan that are looked for, each of which is held against every file; one without braces has one. */
export const MAX_GLOB_WAYS = 200;
/** A scheme has two letters or more, so that a drive letter is none. `git@host:` is one to people. */
const URL = /^(?:[a-z][a-z\d+.-]+:\/\/|\/\/|mailto:|[\w.-]+@[\w.-]+:)/i;
/** `owner/name#12`, `owner/name@main`, `@scope/package`: other repositories, issues and packages. */
const ELSEWHERE = /^(?:(?:[\w.-]+\/[\w.-]+)?#\d+|[\w.-]+\/[\w.-]+@[\w./-]+|@[\w.-]+\/[\w.-]+)$/;
/** What people write behind a path: ` (the client)`, ` - the client`, ` — the client`. */
const NOTE = /[ \t](?:\(.*\)|(?:-{1,2}|[–—:→])[ \t].*)$/;
/** What points into a file: `:12`, `:12-20`, `:12:5`, `::name`, `#L12`, `#section`. */
const PLACE = /(?:#.*|::.*|(?::\d+(?:[-:]\d+)*))$/;

/** One entry of `related_code`, read: which files of the repository it is about. */
export type RelatedCodeMatcher =
  | (Reach & { readonly kind: 'path' })
  | (Reach & {
      readonly kind: 'glob';
      /** Every file that is matched lies below this folder, unless it is one of `spellings`; empty for the root. */
      readonly folder: string;
      /** To read its braces. */
      readonly ways: number;
    })
  /** Another repository, a package or a URL: nothing here. */
  | { readonly kind: 'external'; readonly matches: (path: string) => false }
  /** Neither a path nor a glob; `problem` ends a sentence about it. */
  | { readonly kind: 'unreadable'; readonly problem: string; readonly matches: (path: string) => false };

interface Reach {
  /** The paths from the root that the entry may spell, the likeliest first; never empty. */
  readonly spellings: readonly string[];
  /** Whether a file (path from the root) is the entry, or lies below it. */
  readonly matches: (path: string) => boolean;
}

/**
 * Reads an entry of `related_code`: a file, a folder with all that is below it, or a glob of them. Paths begin at the root,
 * those with `../` in the plan's folder. Case counts. Line numbers, anchors and notes behind a path do not belong to it, but a file
 * whose name has them does match.
 * @param pattern as written.
 * @param planPath path of the plan that names it, from the root.
 */
export function relatedCodeMatcher(pattern: string, planPath: string): RelatedCodeMatcher {
  const written = unwrapPath(pattern.trim());
  if (URL.test(written) || ELSEWHERE.test(written) || /^[~$]/.test(written)) return EXTERNAL;
  const problem = problemOf(written);
  if (problem !== null) return unreadable(problem);

  const spelt = spellingsOf(written);
  const folder = planPath.split('/').slice(0, -1);
  const spellings = spelt.flatMap((path) => pathFrom(path.startsWith('../') ? folder : [], path) ?? []);
  const [likeliest] = spellings;
  // A way out of the repository leads to another one beside it.
  if (likeliest === undefined) return /(?:^|\/)\.\./.test(written) ? EXTERNAL : unreadable('names nothing');
  const isSpelt = (path: string): boolean => spellings.some((spelling) => isWithin(path, spelling));

  const { hasWildcards, ways } = compileGlob(likeliest);
  if (!hasWildcards) return { kind: 'path', spellings, matches: isSpelt };
  const globTrouble = globProblem(likeliest);
  const globs = globTrouble === null ? [likeliest, `${likeliest}/**`].map(compileGlob) : [];
  const top = folderOf(likeliest);
  return {
    kind: 'glob',
    folder: top,
    ways,
    spellings,
    matches: (path) =>
      isSpelt(path) || ((top === '' || isWithin(path, top)) && globs.some(({ matches }) => matches(path))),
  };
}

/** Every entry of `related_code` of a plan, read; globs beyond `MAX_GLOB_WAYS` are unreadable. */
export function relatedCodeOf({
  relatedCode,
  path,
}: Plan): readonly { readonly entry: RelatedCode; readonly code: RelatedCodeMatcher }[] {
  let ways = 0;
  return relatedCode.map((entry) => {
    const code = relatedCodeMatcher(entry.pattern, path);
    if (code.kind !== 'glob') return { entry, code };
    ways += code.ways;
    return { entry, code: ways > MAX_GLOB_WAYS ? TOO_MANY : code };
  });
}

const nothing = (): false => false;
const EXTERNAL: RelatedCodeMatcher = { kind: 'external', matches: nothing };
const unreadable = (problem: string): RelatedCodeMatcher => ({
  kind: 'unreadable',
  problem,
  matches: nothing,
});

const TOO_MANY = unreadable(
  `is one glob too many: all of a plan may be read in ${MAX_GLOB_WAYS} ways, and braces make several of one`,
);

function problemOf(written: string): string | null {
  if (written.length > MAX_LENGTH) return `has over ${MAX_LENGTH} characters`;
  if (/[\n\r]/.test(written)) return 'has several lines';
  if (written.startsWith('!')) return 'leaves something out and names nothing';
  if (written.includes('\\')) return 'has a backslash where "/" stands between folders';
  if (/^[a-z]:\//i.test(written)) return 'is a path of one machine';
  return null;
}

/** Without what stands behind the path, then with the place in it, then as written. */
function spellingsOf(written: string): readonly string[] {
  const bare = unwrapPath(written.replace(NOTE, '').trimEnd());
  const file = bare.replace(PLACE, '');
  return [...new Set([file, bare, written])].filter((path) => path !== '');
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The folders in front of the first name with a wildcard. */
function folderOf(glob: string): string {
  const plain = glob.slice(0, glob.search(/[*?[{]/)).split('/');
  return plain.slice(0, -1).join('/');
}
