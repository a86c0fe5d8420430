import { type CalendarDate, dayIn, parseCalendarDate } from '../plan/calendar-date.ts';
import { globProblem } from './glob-problem.ts';
import { normalRepositoryPath } from './repository-path.ts';
import { shown } from './setting-problem.ts';
import { COMMENT_MODES, FAIL_ON, PROFILES, TRACKING_MODES } from './settings.ts';
import { flag, oneOf, type ValueReader, wholeNumber } from './value-reader.ts';

/** Characters; longer globs cost time and are nobody's intention. */
const MAX_GLOB = 1_000;

/** Globs one a line. At least one must say what a plan is: negations alone select nothing, in silence. */
const globs: ValueReader<readonly string[]> = {
  allowed: `globs of at most ${MAX_GLOB} characters, at least one of them without "!"`,
  words: [],
  complaint: (text) => globComplaints(linesOf(text))[0]?.sentence ?? null,
  read: (text) => (globComplaints(linesOf(text)).length > 0 ? null : usableGlobs(linesOf(text))),
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Characters; no repository holds a longer one. */
const MAX_PATH = 4_000;

const repositoryPath: ValueReader<string> = {
  allowed: 'a path inside the repository, from its root',
  words: [],
  complaint: (text) => {
    if (ADDRESS.test(text)) {
      return `is the address ${shown(text)}, and nothing is fetched: put a copy of the file into the repository, and name its path from the root.`;
    }
    return text.length > MAX_PATH
      ? `has ${text.length} characters, and a path has ${MAX_PATH} at most; name a file of the repository.`
      : null;
  },
  read: (text) => (ADDRESS.test(text) || text.length > MAX_PATH ? null : normalRepositoryPath(text)),
};

const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;

/** Stands in a marker inside an HTML comment, so it has no character that could end one. */
const commentKey: ValueReader<string> = {
  allowed: '1 to 64 letters, digits, spaces and . _ - / :, the first a letter or a digit',
  words: [],
  read: (text) => (/^[A-Za-z0-9][A-Za-z0-9 ._/:-]{0,63}$/.test(text) ? text : null),
};

/** Of GitHub's labels, in characters; a comma parts two of them. */
const MAX_LABEL = 50;
const MAX_LABELS = 20;

/** Comma- or line-separated. */
const labels: ValueReader<readonly string[]> = {
  allowed: `1 to ${MAX_LABELS} labels of at most ${MAX_LABEL} characters, without a comma in them`,
  words: [],
  read: (text) => usableLabels(text.split(/[,\n]/)),
};

/** null when there is none, when there are too many, or when GitHub could not take one of them. */
export function usableLabels(given: readonly string[]): readonly string[] | null {
  const names = [...new Set(given.map((label) => label.trim()).filter((label) => label !== ''))];
  const fit = names.every((name) => Array.from(name).length <= MAX_LABEL && !name.includes(','));
  return fit && names.length > 0 && names.length <= MAX_LABELS ? names : null;
}

const timezone: ValueReader<string> = {
  allowed: 'an IANA time zone such as UTC or Europe/Berlin',
  words: ['UTC', ...Intl.supportedValuesOf('timeZone')],
  read: (text) => (isTimezone(text) ? text : null),
};

const today: ValueReader<CalendarDate> = {
  allowed: 'a real day, written YYYY-MM-DD',
  words: [],
  read: (text) => {
    const day = parseCalendarDate(text);
    return day === text ? day : null;
  },
};

/** How a value of each setting is read; the same for inputs, options and the configuration file. */
export const SETTING_VALUES = {
  plans: globs,
  schema: repositoryPath,
  baseline: repositoryPath,
  profile: oneOf(PROFILES),
  'fail-on': oneOf(FAIL_ON),
  comment: oneOf(COMMENT_MODES),
  'comment-key': commentKey,
  'tracking-issue': oneOf(TRACKING_MODES),
  'tracking-issue-labels': labels,
  'mention-owners': flag,
  'review-every': wholeNumber({ min: 1, max: 3650 }, 'days'),
  'expiring-within': wholeNumber({ min: 1, max: 3650 }, 'days'),
  timezone,
  today,
  config: repositoryPath,
} as const;

/** null when a glob is too long, or when none selects anything. */
export function usableGlobs(patterns: readonly string[]): readonly string[] | null {
  const short = patterns.every((pattern) => pattern.length <= MAX_GLOB);
  return short && patterns.some((pattern) => !pattern.startsWith('!')) ? patterns : null;
}

/** The globs that select something else than they seem to; each sentence wants the setting's name in front. */
export const globComplaints = (patterns: readonly string[]) =>
  patterns.flatMap((pattern, index) => {
    const problem = pattern.length > MAX_GLOB ? null : globProblem(pattern);
    return problem === null ? [] : [{ index, sentence: `has the glob ${shown(pattern)}, which ${problem}` }];
  });

/** Offsets such as "+02:00", which the platform accepts too, have no name and no summer time. */
function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    dayIn(name, 0);
    return true;
  } catch {
    return false;
  }
}
