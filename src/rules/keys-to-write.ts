import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import { ourField, wordOfState } from '../plan/vocabulary.ts';
import { oneLine } from '../schema/one-line.ts';
import type { RequiredKey } from '../schema/required-keys.ts';
import { scalarText } from './scalar-text.ts';
import { typeWords } from './schema-words.ts';

const MAX_KEYS = 12;
/** Values to choose from. */
const MAX_ALLOWED = 6;
const MAX_WORD = 40;

/** Those that the built-in schema asks of every plan. */
const OURS = ['type', 'title', 'lifecycle', 'created', 'last_updated'] as const;

/**
 * What the front matter of a plan without one is to begin with, as `key: value`: the keys of the team's schema, else ours.
 * Where somebody has to decide, `<…>` stands for the value.
 */
export function keysToWrite(
  plan: Plan,
  today: CalendarDate,
  required: readonly RequiredKey[] | null,
): readonly string[] {
  const answers = answersFor(plan, today);
  if (required === null) return OURS.map((key) => `${plan.frontMatter.nameOf(key)}: ${answers.get(key)}`);
  const left = required.length - MAX_KEYS;
  return [
    ...required.slice(0, MAX_KEYS).map((wanted) => {
      const answer = answers.get(ourField(wanted.key, plan.vocabulary)) ?? null;
      const value = answer !== null && allows(wanted, answer) ? answer : placeholder(wanted);
      return `${scalarText(oneLine(wanted.key, MAX_WORD), '')}: ${value}`;
    }),
    ...(left > 0 ? [`and ${left} more`] : []),
  ];
}

const answersFor = ({ title, vocabulary }: Plan, today: CalendarDate): ReadonlyMap<string, string> => {
  const draft = scalarText(wordOfState('draft', vocabulary), '');
  return new Map([
    ['type', 'plan'],
    ['title', JSON.stringify(title.replace(/\.md$/i, ''))],
    ['lifecycle', draft],
    ['status', draft],
    ['created', today],
    ['last_updated', today],
  ]);
};

const allows = ({ allowed, types }: RequiredKey, answer: string): boolean =>
  (allowed.length === 0 || allowed.includes(answer)) && (types.length === 0 || types.includes('string'));

function placeholder({ allowed, types, format }: RequiredKey): string {
  const [only, ...others] = allowed;
  if (only !== undefined && others.length === 0) return scalarText(oneLine(only, MAX_WORD), '');
  if (only !== undefined) {
    const shown = allowed.slice(0, MAX_ALLOWED).map((word) => oneLine(word, MAX_WORD));
    return `<${shown.join(', ')}${allowed.length > shown.length ? ', …' : ''}>`;
  }
  if (format === 'date') return '<YYYY-MM-DD>';
  return `<${types.length === 0 ? 'a value' : typeWords(types.map((type) => oneLine(type, MAX_WORD)))}>`;
}
