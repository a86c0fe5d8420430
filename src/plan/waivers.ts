import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import type { Range } from './position.ts';
import { namedIn } from './said.ts';

/** What a plan says to Plan Check itself, as written: in the key `check`, and in comments of the body. */
export interface PlanWaivers {
  /** In the order of the file, at most `MAX_WAIVERS`. */
  readonly entries: readonly Waiver[];
  /** null where there is none. */
  readonly snooze: Snooze | null;
  /** What is none of it, although it stands in its place. */
  readonly misread: readonly Misread[];
}

/** Those of the body's comments. */
export type CommentWaivers = Pick<PlanWaivers, 'entries' | 'misread'>;

/** A finding that the plan is allowed to have. Whether it may is for the rules to say. */
export interface Waiver extends Grounds {
  /** null where none is named. */
  readonly rule: string | null;
  /** Where it holds: findings that begin on these lines, both with them; null: in the whole plan. */
  readonly lines: { readonly from: number; readonly to: number } | null;
}

/** The rules about dates are silent for a while. */
export interface Snooze extends Grounds {}

interface Grounds {
  /** null where none is given. */
  readonly reason: string | null;
  /** The last day; `unreadable` is no day, its text empty where the key has no value. */
  readonly until:
    | { readonly kind: 'none' }
    | { readonly kind: 'day'; readonly day: CalendarDate }
    | { readonly kind: 'unreadable'; readonly text: string };
  readonly range: Range;
}

export type Misread =
  /** A key that means nothing; `path` is where it stands. */
  | {
      readonly kind: 'key';
      readonly path: KeyPath;
      readonly allowed: readonly string[];
      readonly range: Range;
    }
  /** Neither a mapping nor, for `ignore`, a list of mappings. */
  | { readonly kind: 'shape'; readonly path: KeyPath; readonly range: Range }
  /** A comment that shares its lines with text. */
  | { readonly kind: 'place'; readonly range: Range }
  /** A comment that begins as one of Plan Check, with another word. */
  | { readonly kind: 'comment'; readonly word: string; readonly range: Range }
  /** More than are read. */
  | { readonly kind: 'many'; readonly range: Range };

/** More of them no plan needs, and each costs time for each finding. */
export const MAX_WAIVERS = 100;

const CHECK_KEYS = ['ignore', 'snooze'] as const;
const WAIVER_KEYS = ['rule', 'reason', 'until'] as const;
const SNOOZE_KEYS = ['until', 'reason'] as const;

/** Reads `check` of the front matter; `comments` are those of the body. */
export function readWaivers(frontMatter: FrontMatter, comments: CommentWaivers): PlanWaivers {
  const { check } = frontMatter.data;
  const inKeys = check === undefined ? NOTHING : readCheck(frontMatter, check);
  const all = [...inKeys.entries, ...comments.entries];
  const tooMany = all[MAX_WAIVERS];
  return {
    entries: all.slice(0, MAX_WAIVERS),
    snooze: inKeys.snooze,
    misread: [
      ...inKeys.misread,
      ...comments.misread,
      ...(tooMany === undefined ? [] : [{ kind: 'many', range: tooMany.range } as const]),
    ],
  };
}

const NOTHING: PlanWaivers = { entries: [], snooze: null, misread: [] };

function readCheck({ rangeOf, isWritten }: FrontMatter, check: unknown): PlanWaivers {
  const misread: Misread[] = [];
  /** A mapping with no other keys than these; null where it is none. */
  const mapping = (value: unknown, path: KeyPath, allowed: readonly string[]): Mapping | null => {
    if (!isMapping(value)) {
      misread.push({ kind: 'shape', path, range: rangeOf(path, 'value') });
      return null;
    }
    for (const key of Object.keys(value).filter((name) => !allowed.includes(name))) {
      const at = [...path, key];
      misread.push({ kind: 'key', path: at, allowed, range: rangeOf(at, 'key') });
    }
    return value;
  };
  const grounds = (value: Mapping, path: KeyPath): Grounds => ({
    reason: reasonIn(textOf(value.reason) ?? ''),
    until: isWritten([...path, 'until']) ? endOf(value.until ?? '') : { kind: 'none' },
    range: rangeOf(path, 'value'),
  });

  const keys = mapping(check, ['check'], CHECK_KEYS);
  const { ignore, snooze } = keys ?? {};
  const entries = entriesOf(ignore, ['check', 'ignore']).flatMap(({ value, path }): readonly Waiver[] => {
    const entry = mapping(value, path, WAIVER_KEYS);
    // A misspelt "until" must not make a waiver that never ends.
    if (entry === null || !hasOnly(WAIVER_KEYS, entry)) return [];
    return [{ ...grounds(entry, path), rule: textOf(entry.rule), lines: null }];
  });
  const snoozed = snooze === undefined ? null : mapping(snooze, ['check', 'snooze'], SNOOZE_KEYS);
  const isRead = snoozed !== null && hasOnly(SNOOZE_KEYS, snoozed);
  return { entries, snooze: isRead ? grounds(snoozed, ['check', 'snooze']) : null, misread };
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (words: readonly string[], mapping: Mapping): boolean =>
  Object.keys(mapping).every((key) => words.includes(key));

/** One of them may stand without a list. */
function entriesOf(
  value: unknown,
  path: KeyPath,
): readonly { readonly value: unknown; readonly path: KeyPath }[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.map((entry: unknown, index) => ({ value: entry, path: [...path, index] }))
    : [{ value, path }];
}

/** What is written where something must be. */
const FILLER =
  /^(?:\p{L}|later|soon|wip|te?mp|temporary|because|(?:a |the )?reason|skip(?:ped)?|ignored?|ok(?:ay)?|yes|no|fix ?me|fix later)[.!…]*$/iu;

/** Words such as "TBD" and "later", and a text without a letter or a digit, are no reason. */
export const reasonIn = (text: string): string | null =>
  namedIn(text) === null || FILLER.test(text.trim()) ? null : text;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;

function endOf(value: unknown): Grounds['until'] {
  const day = typeof value === 'string' ? parseCalendarDate(value) : null;
  return day === null ? { kind: 'unreadable', text: String(value) } : { kind: 'day', day };
}
