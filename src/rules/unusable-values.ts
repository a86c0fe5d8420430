import { nearestWord } from '../nearest.ts';
import { parseCalendarDate } from '../plan/calendar-date.ts';
import { LIFECYCLES } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { stateIn } from '../plan/plan-fields.ts';
import { CADENCE_WORDS, cadenceDays } from '../plan/review-cadence.ts';
import { wordOfState } from '../plan/vocabulary.ts';
import { oneLine } from '../schema/one-line.ts';
import { likelyState } from './likely-state.ts';
import { isPlaceholder } from './placeholder-keys.ts';
import { allowedWords } from './schema-words.ts';

interface ReadKey {
  readonly isUsable: (value: unknown) => boolean;
  readonly messageId: 'date' | 'enum' | 'cadence';
  /** The same with the nearest word. */
  readonly near: 'enumNear' | 'cadenceNear' | null;
  readonly words: readonly string[];
}

const DAY: ReadKey = {
  isUsable: (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
  messageId: 'date',
  near: null,
  words: [],
};

const STATE: ReadKey = {
  isUsable: (value) => stateIn(value) !== null,
  messageId: 'enum',
  near: 'enumNear',
  words: LIFECYCLES,
};

const CADENCE: ReadKey = {
  isUsable: (value) => cadenceDays(value) !== null,
  messageId: 'cadence',
  near: 'cadenceNear',
  words: CADENCE_WORDS,
};

/** Keys that are judged by: what they say must be understood, whatever a team's schema allows. */
const READ_KEYS: Readonly<Record<string, ReadKey>> = {
  status: STATE,
  lifecycle: STATE,
  created: DAY,
  last_updated: DAY,
  reviewed: DAY,
  expires: DAY,
  review_cadence: CADENCE,
};

/** A value that would count as none. */
export interface UnusableValue {
  readonly key: string;
  readonly messageId: ReadKey['messageId'] | NonNullable<ReadKey['near']>;
  readonly data: Readonly<Record<string, string>>;
}

/** The keys with values that would be passed over in silence; not those that are still the template's. */
export const unusableValues = (plan: Plan): readonly UnusableValue[] =>
  Object.entries(READ_KEYS).flatMap(([key, { isUsable, messageId, near, words }]) => {
    const value = plan.frontMatter.data[key];
    if (value === undefined || isPlaceholder(plan, [key]) || isUsable(value)) return [];
    const actual = oneLine(value);
    const known = words === LIFECYCLES ? [...words, ...plan.vocabulary.lifecycleAliases.keys()] : words;
    const likely = words === LIFECYCLES ? likelyState(actual) : null;
    const nearest =
      nearestWord(actual, known) ?? (likely === null ? null : wordOfState(likely, plan.vocabulary));
    const data = {
      key: plan.frontMatter.nameOf(key),
      actual,
      allowed: allowedWords(known),
      ...(nearest === null ? {} : { nearest }),
    };
    return [{ key, messageId: nearest === null || near === null ? messageId : near, data }];
  });
