import type { Stretch } from './text-line.ts';

/** Characters; a longer target is no path. */
const MAX_TARGET = 1_000;

/** Of a link whose parenthesis opens right before; null when it is none. */
export function linkTargetAt(text: string, from: number): Stretch | null {
  const lead = /[ \t]*\n?[ \t]*/y;
  lead.lastIndex = from;
  const index = from + (lead.exec(text)?.[0].length ?? 0);
  const angled = text[index] === '<';
  const start = angled ? index + 1 : index;
  const end = angled ? closingAngle(text, start) : endOfBare(text, start);
  if (end === null) return null;
  return isClosed(text, angled ? end + 1 : end) ? { index: start, length: end - start } : null;
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

/** A title may follow, then the parenthesis. */
function isClosed(text: string, end: number): boolean {
  const rest = text.slice(end, end + MAX_TARGET);
  return /^\s*(?:"[^"]*"|'[^']*'|\([^()]*\))?\s*\)/.test(rest);
}
