import { FIELDS } from '../plan/vocabulary.ts';
import { oneLine } from '../schema/one-line.ts';
import type { Finding, Rule } from './rule.ts';

/** Characters of one value in a message. */
const MAX_VALUE = 200;
const MAX_NAME = 60;
const MAX_NAMES = 3;
/** Of what else was found, where the message has no room for it. */
const MAX_OTHER_NAMES = 10;
/** Characters of a help text, without the places. */
const MAX_HELP = 500;
const MAX_LINES = 5;

/** What the file calls one of our keys. */
type NameOf = (key: string) => string;

const KEY = new RegExp(`"(${FIELDS.join('|')})(?="|: )`, 'g');

/** `"reviewed"` and `"reviewed: 2026-03-02"` by the file's own name of the key. */
const namingKeys = (sentence: string, nameOf: NameOf): string =>
  sentence.replace(KEY, (_, key: string) => `"${nameOf(key)}`);

/** The sentence of findings that are shown as one: that of the first, with the names of all like it. */
export function messageOf(
  rule: Rule,
  first: Finding,
  others: readonly Finding[],
  nameOf: NameOf = (key) => key,
): string {
  const alike = [first, ...others].filter(({ messageId }) => messageId === first.messageId);
  const data: Readonly<Record<string, string | number>> = {
    ...first.data,
    count: countOf([first, ...others]),
    names: quotedNames(namesOf(alike)),
  };
  const template = namingKeys(rule.messages[first.messageId] ?? '', nameOf);
  // The names are bounded each by itself.
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) =>
    key === 'names' ? String(data.names) : oneLine(data[key] ?? '', MAX_VALUE),
  );
}

/** Where the others are, what they are about, and the help of the first finding: what is to be written stands last. */
export function helpOf(
  rule: Rule,
  first: Finding,
  others: readonly Finding[],
  nameOf: NameOf = (key) => key,
): string | null {
  const own = first.help === undefined ? [] : [oneLine(namingKeys(first.help, nameOf), MAX_HELP)];
  const isNaming = rule.messages[first.messageId]?.includes('{{names}}') === true;
  const names = isNaming ? [] : namesOf(others);
  const which = names.length === 0 ? '' : `: ${quotedNames(names, MAX_OTHER_NAMES)}`;
  const rest =
    others.length === 0
      ? []
      : [`And ${countOf(others)} more, ${onLines(others, first.range.start.line)}${which}.`];
  return [...rest, ...own].join(' ') || null;
}

const namesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ data }) => (data?.name === undefined ? [] : [String(data.name)]));

export const countOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** `"a", "b" and 2 more`. */
export function quotedNames(names: readonly string[], most = MAX_NAMES): string {
  const quoted = [...new Set(names)].map((name) => `"${oneLine(name, MAX_NAME)}"`);
  const left = quoted.length - most;
  if (left > 0) return `${quoted.slice(0, most).join(', ')} and ${left} more`;
  return listed(quoted, 'and');
}

/** `a, b and c`. */
export const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

function onLines(findings: readonly Finding[], shown: number): string {
  const lines = [...new Set(findings.map(({ range }) => range.start.line))];
  if (lines.every((line) => line === shown)) return 'on the same line';
  if (lines.length > MAX_LINES) return `on lines ${lines.slice(0, MAX_LINES).join(', ')} and below`;
  return `on ${lines.length === 1 ? 'line' : 'lines'} ${listed(lines.map(String), 'and')}`;
}
