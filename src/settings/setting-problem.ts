import { didYouMean } from '../nearest.ts';
import type { ValueReader } from './value-reader.ts';

/** Characters of a value that a message shows. */
const SHOWN = 60;

/** `Input "fail-on" is "erorr", but must be one of error, warning, never; did you mean "error"?` */
export function impossibleValue(
  subject: string,
  value: unknown,
  { allowed, words }: Pick<ValueReader<unknown>, 'allowed' | 'words'>,
): string {
  const hint = typeof value === 'string' ? didYouMean(value.slice(0, SHOWN), words) : '';
  return `${subject} is ${shown(value)}, but must be ${allowed}${hint || '.'}`;
}

/** `Unknown input "fail-onn"; did you mean "fail-on"? Allowed: config, fail-on.` */
export function unknownName(kind: string, name: string, allowed: readonly string[]): string {
  const hint = didYouMean(name.slice(0, SHOWN), allowed);
  return `${kind} ${shown(name)}${hint || '.'} Allowed: ${allowed.join(', ')}.`;
}

/** Ends a line, reorders or hides what stands beside it; JSON leaves these as they are. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value on one line, as JSON, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value).replace(INVISIBLE, escaped);
  if (text.length <= SHOWN + 2) return text;
  const start = text.slice(0, SHOWN).toWellFormed();
  return typeof value === 'string' ? `${start}…"` : `${start}…`;
}

const escaped = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
