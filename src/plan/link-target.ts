import type { Stretch } from './text-line.ts';

/** Characters; a longer target is no path. */
const MAX_TARGET = 1_000;

/** Of a link whose parenthesis opens right before; null when it is none. */
export const linkTargetAt = (text: string, from: number): Stretch | null =>
  linkAt(text, from)?.target ?? null;

/** Index behind the closing parenthesis of such a link. */
export const linkEndAt = (text: string, from: number): number | null => linkAt(text, from)?.end ?? null;

function linkAt(text: string, from: number): { readonly target: Stretch; readonly end: number } | null {
  const lead = /[ \t]*\n?[ \t]*/y;
  lead.lastIndex = from;
  const index = from + (lead.exec(text)?.[0].length ?? 0);
  const angled = text[index] === '<';
  const start = angled ? index + 1 : index;
  const stop = angled ? closingAngle(text, start) : endOfBare(text, start);
  if (stop === null) return null;
  const end = closedAt(text, angled ? stop + 1 : stop);
  return end === null ? null : { target: { index: start, length: stop - start }, end };
}

function closingAngle(text: string, start: number): number | null {
  for (let index = start; index < text.length && index - start <= MAX_TARGET; index++) {
    if (text[index] === '>') return index;
    if (text[index] === '\n' || text[index] === '<') return null;
  }
  return null;
}

function endOfBare(text: string, start: number): number | null {
  let depth = 0;
  for (let index = start; index < text.length && index - start <= MAX_TARGET; index++) {
    const character = text[index] ?? '';
    if (character === '\\') index++;
    else if (/\s/.test(character)) return depth === 0 ? index : null;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return index;
  }
  return null;
}

/** A title may follow, then the parenthesis, behind which it is; null when it is not there. */
function closedAt(text: string, from: number): number | null {
  const rest = text.slice(from, from + MAX_TARGET);
  const [whole] = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))?\s*\)/s.exec(rest) ?? [];
  return whole === undefined ? null : from + whole.length;
}
