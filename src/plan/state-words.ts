import type { ClaimState } from './self-report.ts';

const SIGNS: ReadonlyMap<string, ClaimState> = new Map([
  ['✅', 'complete'],
  ['✔', 'complete'],
  ['✓', 'complete'],
  ['☑', 'complete'],
  ['💯', 'complete'],
  ['🔄', 'in-progress'],
  ['🚧', 'in-progress'],
  ['⏳', 'not-started'],
  ['⬜', 'not-started'],
  ['☐', 'not-started'],
  ['❌', 'blocked'],
  ['⛔', 'blocked'],
  ['🚫', 'blocked'],
  ['⏭', 'dropped'],
]);

const WORDS: readonly (readonly [ClaimState, string])[] = [
  [
    'complete',
    '(?:(?:fully|completely|entirely|totally)[ \\t]{1,3})?(?:completed?|done|finished|shipped)|fully implemented|everything(?: is)? (?:done|completed?)|all (?:(?:tasks|phases|items|steps) )?(?:done|completed?)',
  ],
  [
    'in-progress',
    'in[ -]?progress|ongoing|wip|started|under ?way|partly|partial(?:ly)?|mostly|nearly|almost|incomplete|not (?:completed?|done|finished)',
  ],
  ['not-started', 'not (?:yet )?started|not begun|pending|to[ -]?do|planned|upcoming|queued'],
  ['blocked', 'blocked|failed'],
  ['dropped', 'dropped|cancell?ed|skipped|descoped|abandoned|n/a'],
];

/** What a mark may say in words, as the source of a regular expression. */
export const STATE_WORDS = WORDS.map(([, words]) => words).join('|');

const WORD_OF: readonly (readonly [ClaimState, RegExp])[] = WORDS.map(([state, words]) => [
  state,
  new RegExp(`^(?:${words})$`, 'i'),
]);

export const stateOfSign = (sign: string): ClaimState | null => SIGNS.get(sign.replace('\uFE0F', '')) ?? null;

export const stateOfWord = (word: string): ClaimState | null =>
  WORD_OF.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
