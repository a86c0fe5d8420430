import { stateAlone } from '../plan/completion-claim.ts';
import { signAt } from '../plan/glyphs.ts';
import { isClosed, type Lifecycle } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { stateIn } from '../plan/plan-fields.ts';
import type { Range } from '../plan/position.ts';
import { ARROW_SOURCE } from '../plan/state-arrow.ts';
import { textPlaces } from '../plan/text-places.ts';
import { stateOfWord } from '../plan/vocabulary.ts';
import { fixOf } from './fix-of.ts';
import { writtenState } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';
import { replaceRange } from './text-edit.ts';

export const statusInBody = defineRule({
  id: 'status-in-body',
  description: 'Where the text of a plan names its status, it is that of the front matter.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  messages: {
    other:
      'The text says "{{said}}" and the front matter says {{lifecycle}}: write "**Status:** {{word}}", or correct the front matter.',
  },
  *check(plan) {
    const { lifecycle } = plan;
    const word = statusWord(plan);
    if (lifecycle === null || word === null || fits(word.state, lifecycle)) return;
    // When the front matter disagrees with itself, nobody knows yet which of the two is right.
    const other = stateIn(plan.frontMatter.data.status) ?? lifecycle;
    if (other !== lifecycle && fits(word.state, other)) return;
    const written = writtenState(plan);
    const fixed = inCaseOf(word.text, written);
    yield {
      messageId: 'other',
      data: { said: word.text, lifecycle: written, word: fixed },
      range: word.range,
      subject: `${word.state} ${lifecycle}`,
      ...(other === lifecycle ? fixOf(replaceRange(word.rangeWithSign, fixed)) : {}),
    };
  },
});

/** What the word says; `over`, `at-work` and `to-do` are words that several states go with. */
type Said = Lifecycle | 'over' | 'at-work' | 'to-do';

const OTHER_WORDS: readonly (readonly [Said, RegExp])[] = [
  [
    'completed',
    /^(?:complete|done|finished|shipped|implemented|delivered|all done|(?:fully|implementation|work) (?:complete|completed|done|implemented|finished))$/,
  ],
  ['over', /^closed$/],
  ['at-work', /^(?:in[ -]progress|ongoing|wip|started|under ?way)$/],
  ['to-do', /^(?:not started|planned|planning|pending|proposed|to[ -]?do|upcoming|queued)$/],
];

function fits(said: Said, lifecycle: Lifecycle): boolean {
  switch (said) {
    // A draft is worked at as well, and what was given up stays as far as it had come.
    case 'at-work':
      return lifecycle === 'draft' || lifecycle === 'active';
    case 'over':
      return isClosed(lifecycle);
    case 'to-do':
      return lifecycle !== 'completed';
    case 'completed':
      return lifecycle === 'completed' || lifecycle === 'archived';
    default:
      return said === lifecycle;
  }
}

export interface StatusWord {
  readonly state: Said;
  readonly text: string;
  readonly range: Range;
  /** With a sign in front, such as a tick. */
  readonly rangeWithSign: Range;
}

/** One or two words at the beginning, and behind them the end, a date or a separator: all else is free text. */
const WORDS =
  /^[\s*_`([]*(\p{L}+(?:[ -]\p{L}+)?)(?=$|[^\p{L}\p{N}\s-]|\s*(?:$|[^\p{L}\p{N}\s]|(?:on |in |since )?\d{4}))/u;
const ONE_WORD =
  /^[\s*_`([]*(\p{L}+)(?=$|[^\p{L}\p{N}\s-]|\s*(?:$|[^\p{L}\p{N}\s]|(?:on |in |since )?\d{4}))/u;
/** "Complete (phase 1)" speaks of a part, and "Done, except …" of another one. */
const PART =
  /\b(?:phases?|steps?|stages?|milestones?|parts?|tracks?|waves?|tasks?|design|spec|review|except|but|not|pending|remaining|partly|partially)\b/i;

/** Of states with arrows between them, and nothing else, the last one. */
export function statusWord({ text, selfReport: { status }, vocabulary }: Plan): StatusWord | null {
  if (status === null) return null;
  const { start, end } = status.range;
  const written = textPlaces(text).textIn(status.range);
  const areStates = written.split(ARROWS).every((part) => isStateAlone(part, vocabulary));
  const arrows = areStates ? [...written.matchAll(ARROWS)] : [];
  const from = arrows.reduce((_, { index, 0: arrow }) => index + arrow.length, 0);
  const last = within({ start, end }, from, written.length);
  return (
    (from === 0 ? null : wordIn(written.slice(from), last, vocabulary)) ??
    wordIn(written, status.range, vocabulary)
  );
}

const ARROWS = new RegExp(String.raw`${ARROW_SOURCE}\s*`, 'gu');

/** With a sign in front, and a day behind. */
function isStateAlone(part: string, vocabulary: Plan['vocabulary']): boolean {
  const lead = /^[\s*_`([]*/.exec(part)?.[0].length ?? 0;
  const text = part.slice(lead + (signAt(part.slice(lead))?.length ?? 0));
  const words =
    /^[\s*_`([]*(\p{L}+(?:[ -]\p{L}+)?)[\s*_`)\].,(]*(?:(?:on |in |since )?\d{4}-\d{2}-\d{2}[\s*_`)\].]*)?$/u.exec(
      text,
    )?.[1];
  return words !== undefined && saidBy(words, vocabulary) !== null;
}

function wordIn(written: string, range: Range, vocabulary: Plan['vocabulary']): StatusWord | null {
  const lead = /^[\s*_`([]*/.exec(written)?.[0].length ?? 0;
  const sign = signAt(written.slice(lead))?.length ?? 0;
  const behindSign = lead + sign;
  for (const pattern of [WORDS, ONE_WORD]) {
    const [whole, words] = pattern.exec(written.slice(behindSign)) ?? [];
    if (whole === undefined || words === undefined) continue;
    const state = saidBy(words, vocabulary);
    const rest = written.slice(behindSign + whole.length);
    if (state === null || (state === 'completed' && PART.test(rest))) continue;
    const from = behindSign + whole.length - words.length;
    return {
      state,
      text: words,
      range: within(range, from, from + words.length),
      rangeWithSign: within(range, sign > 0 ? lead : from, from + words.length),
    };
  }
  return allOver(written, range);
}

/** "All phases complete", where that is all that is said. */
function allOver(written: string, { start }: Range): StatusWord | null {
  const mark = stateAlone(written);
  const [text] = (mark === null ? null : ALL.exec(written.slice(mark.index, mark.index + mark.length))) ?? [];
  if (mark === null || mark.state !== 'complete' || text === undefined) return null;
  const to = mark.index + mark.length;
  const whole = { start, end: start };
  return {
    state: 'completed',
    text,
    range: within(whole, to - text.length, to),
    rangeWithSign: within(whole, mark.index, to),
  };
}

const ALL = /all \p{L}+(?: \p{L}+)?$/iu;

function saidBy(words: string, vocabulary: Plan['vocabulary']): Said | null {
  const word = words.toLowerCase();
  return stateOfWord(words, vocabulary) ?? OTHER_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const within = ({ start: { line, column } }: Range, from: number, to: number): Range => ({
  start: { line, column: column + from },
  end: { line, column: column + to },
});

function inCaseOf(word: string, state: string): string {
  if (word === word.toUpperCase()) return state.toUpperCase();
  return word === word.toLowerCase() ? state : `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}
