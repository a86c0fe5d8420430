import { compileGlob, type Glob } from './glob.ts';
import type { Settings } from './settings.ts';

/** Files beside the plans that are none; a pattern of `ignore` that begins with `!` takes one back. */
const IGNORED_NAME = /^(?:(?:readme|index|claude|agents)\.md$|_template)/i;
const IGNORED_FOLDER = /^templates?$/i;
const MARKDOWN = /\.md$/i;

/** Which files are plans by their paths: Markdown that `plans` names and nothing ignores. */
export function selectPlans(settings: Pick<Settings, 'plans' | 'ignore'>): (path: string) => boolean {
  const isNamed = lastMatch(settings.plans);
  const isCandidate = selectCandidates(settings);
  return (path) => isCandidate(path) && isNamed(path, false);
}

/** Markdown that is not ignored, wherever it lies: what is checked of a folder that somebody names. */
export function selectCandidates(settings: Pick<Settings, 'ignore'>): (path: string) => boolean {
  const isIgnored = lastMatch(settings.ignore);
  return (path) => MARKDOWN.test(path) && !isIgnored(path, isIgnoredByDefault(path));
}

export function isIgnoredByDefault(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return IGNORED_NAME.test(name) || folders.some((folder) => IGNORED_FOLDER.test(folder));
}

/** The last pattern that matches decides; one that begins with `!` says no. Where none matches, `otherwise` stands. */
function lastMatch(patterns: readonly string[]): (path: string, otherwise: boolean) => boolean {
  const decisions = patterns.map(readPattern);
  return (path, otherwise) => decisions.findLast(({ matches }) => matches(path))?.says ?? otherwise;
}

export interface Pattern extends Pick<Glob, 'matches' | 'leadsBelow'> {
  /** False for one that begins with `!`. */
  readonly says: boolean;
}

/** A pattern of a list, compiled. */
export function readPattern(pattern: string): Pattern {
  const negated = pattern.startsWith('!');
  return { ...matcher(negated ? pattern.slice(1) : pattern), says: !negated };
}

/** A glob from the repository's root. One without wildcards may also name a folder; the ending counts in any case. */
function matcher(pattern: string): Pick<Glob, 'matches' | 'leadsBelow'> {
  const rooted = pattern.replace(/^(?:\.?\/)+/, '');
  const folder = rooted.replace(/\/+$/, '');
  const file = folder === rooted ? compileGlob(rooted) : null;
  const below = file?.hasWildcards === true ? null : compileGlob(`${folder}/**`);
  // A name may also be written as it is, whatever it holds.
  const isMatch = (path: string): boolean =>
    path === rooted || file?.matches(path) === true || below?.matches(path) === true;
  return {
    matches: (path) => {
      const spelt = path.replace(MARKDOWN, '.md');
      return isMatch(path) || (spelt !== path && isMatch(spelt));
    },
    leadsBelow: (path) => file?.leadsBelow(path) ?? below?.leadsBelow(path) ?? null,
  };
}
