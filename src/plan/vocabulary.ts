import { type Lifecycle, normaliseWord, parseLifecycle } from './lifecycle.ts';

/** Keys of the front matter that this tool reads or knows. */
export const FIELDS = [
  'type',
  'title',
  'status',
  'lifecycle',
  'created',
  'last_updated',
  'reviewed',
  'expires',
  'owner',
  'stakeholders',
  'related_code',
  'related_plans',
  'depends_on',
  'supersedes',
  'superseded_by',
  'review_cadence',
  'ai',
  'check',
] as const;

export type Field = (typeof FIELDS)[number];

/** What a team calls things; our own words stay valid beside it. */
export interface Vocabulary {
  /** States by the team's words, as the configuration spells them. */
  readonly lifecycleAliases: ReadonlyMap<string, Lifecycle>;
  /** Our keys by the team's; at most one for each of ours. */
  readonly fieldAliases: ReadonlyMap<string, Field>;
}

/** Nothing but our own words. */
export const OUR_VOCABULARY: Vocabulary = { lifecycleAliases: new Map(), fieldAliases: new Map() };

/** The state that a word says, ours or the team's; case and separators do not matter. Null for a word that says none. */
export const stateOfWord = (word: string, { lifecycleAliases }: Vocabulary): Lifecycle | null =>
  parseLifecycle(word) ??
  [...lifecycleAliases].find(([alias]) => normaliseWord(alias) === normaliseWord(word))?.[1] ??
  null;

/** What the team writes for a state: the first word it has for it, else ours. */
export const wordOfState = (state: Lifecycle, { lifecycleAliases }: Vocabulary): string =>
  [...lifecycleAliases].find(([, meant]) => meant === state)?.[0] ?? state;

/** What a key means: ours for one of the team's, any other as it is. */
export const ourField = (key: string, { fieldAliases }: Vocabulary): string => fieldAliases.get(key) ?? key;
