import { type CalendarDate, parseCalendarDate } from '../plan/calendar-date.ts';
import { STALENESS_STATES, type StalenessState } from '../progress/staleness.ts';
import { isCount } from './is-count.ts';
import { parseJson } from './parse-json.ts';

/** What the tracking issue tells the next scan; readers do not see it. */
export interface IssueMemory {
  /** Set-ups with different keys keep an issue each. */
  readonly key: string;
  /** Full commit id of what was scanned; empty where there is none. */
  readonly head: string;
  /** The workflow run that wrote it, and which attempt of it: both only ever grow. */
  readonly run: number;
  readonly attempt: number;
  /** The day of that scan. */
  readonly day: CalendarDate;
  /** The plans that needed a decision, in the order of the table. */
  readonly plans: readonly RememberedPlan[];
  /** There were more than could be remembered: of a plan that is not among `plans` nothing is known. */
  readonly isCut: boolean;
  /** What changed in the list last; null as long as nothing did. */
  readonly news: IssueNews | null;
}

export interface RememberedPlan {
  readonly path: string;
  /** The one that weighs most first. */
  readonly states: readonly DatedState[];
}

export interface DatedState {
  readonly state: StalenessState;
  /** The first day on which it held, or was seen to hold. */
  readonly since: CalendarDate;
}

export interface IssueNews {
  /** The day of the results that these are compared with. */
  readonly since: CalendarDate;
  readonly entered: readonly EnteredPlan[];
  readonly gone: readonly GonePlan[];
  /** How many there were of each, with those that the lists leave out. */
  readonly counts: { readonly entered: number; readonly gone: number };
}

/** A plan with the states that it was not in before. */
export interface EnteredPlan {
  readonly path: string;
  readonly states: readonly StalenessState[];
}

export interface GonePlan {
  readonly path: string;
  readonly now: (typeof GONE_WORDS)[number];
}

/** What became of a plan that needs no decision any more. */
export const GONE_WORDS = [
  'up to date',
  'snoozed',
  'waived',
  'draft',
  'completed',
  'archived',
  'superseded',
  'no plan there any more',
] as const;

/** As JSON, without a line feed. */
export function memoryText(memory: IssueMemory): string {
  const { key, head, run, attempt, day, plans, isCut, news } = memory;
  return JSON.stringify({
    v: 1,
    key,
    head,
    run,
    attempt,
    day,
    cut: isCut,
    plans: plans.map(({ path, states }) => [path, ...states.flatMap(({ state, since }) => [state, since])]),
    news:
      news === null
        ? null
        : {
            since: news.since,
            entered: news.entered.map(({ path, states }) => [path, ...states]),
            gone: news.gone.map(({ path, now }) => [path, now]),
            counts: news.counts,
          },
  });
}

/** The other way round, of what people may have changed; null for what is none. */
export const readMemory = (text: string): IssueMemory | null => memoryOf(parseJson(text));

function memoryOf(value: unknown): IssueMemory | null {
  if (valueAt(value, 'v') !== 1) return null;
  const [key, head, run, attempt] = ['key', 'head', 'run', 'attempt'].map((name) => valueAt(value, name));
  const day = readDay(valueAt(value, 'day'));
  if (typeof key !== 'string' || typeof head !== 'string' || day === null) return null;
  if (!isCount(run) || !isCount(attempt)) return null;
  return {
    key,
    head,
    run,
    attempt,
    day,
    isCut: valueAt(value, 'cut') === true,
    plans: lists(valueAt(value, 'plans')).flatMap(([path = '', ...states]) => {
      const dated = datedStates(states);
      return dated.length === 0 ? [] : [{ path, states: dated }];
    }),
    news: readNews(valueAt(value, 'news')),
  };
}

function readNews(value: unknown): IssueNews | null {
  const since = readDay(valueAt(value, 'since'));
  if (since === null) return null;
  const counts = valueAt(value, 'counts');
  const [entered, gone] = [valueAt(counts, 'entered'), valueAt(counts, 'gone')];
  if (!isCount(entered) || !isCount(gone)) return null;
  return {
    since,
    counts: { entered, gone },
    entered: lists(valueAt(value, 'entered')).map(([path = '', ...states]) => ({
      path,
      states: STALENESS_STATES.filter((state) => states.includes(state)),
    })),
    gone: lists(valueAt(value, 'gone')).flatMap(([path = '', word]) => {
      const now = GONE_WORDS.find((known) => known === word);
      return now === undefined ? [] : [{ path, now }];
    }),
  };
}

/** State and day in turn. */
const datedStates = (words: readonly string[]): readonly DatedState[] =>
  words.flatMap((word, index) => {
    const state = STALENESS_STATES.find((known) => known === word);
    const since = state === undefined ? null : readDay(words[index + 1]);
    return state === undefined || since === null ? [] : [{ state, since }];
  });

/** Those lists of texts that begin with a path. */
const lists = (value: unknown): readonly (readonly string[])[] =>
  Array.isArray(value)
    ? value.filter(
        (list): list is string[] =>
          Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string'),
      )
    : [];

const readDay = (value: unknown): CalendarDate | null =>
  typeof value === 'string' ? parseCalendarDate(value) : null;

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
