import { setAt } from './glob-set.ts';

/** Every way to read the braces, as globs without braces. A pair of them without a comma is two characters. */
export function* waysOf(glob: string): Generator<string, undefined> {
  const braces = firstBraces(glob);
  if (braces === null) {
    yield glob;
    return;
  }
  for (const choice of braces.choices) {
    for (const rest of waysOf(choice + glob.slice(braces.end))) yield glob.slice(0, braces.start) + rest;
  }
}

interface Braces {
  readonly start: number;
  /** Behind the closing one. */
  readonly end: number;
  readonly choices: readonly string[];
}

function firstBraces(glob: string): Braces | null {
  for (let place = 0; place < glob.length; place += setAt(glob, place)?.length ?? 1) {
    const braces = glob[place] === '{' ? bracesAt(glob, place) : null;
    if (braces !== null && braces.choices.length > 1) return braces;
  }
  return null;
}

/** null when they are never closed. */
export function bracesAt(glob: string, start: number): Braces | null {
  const choices: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let place = start; place < glob.length; place += setAt(glob, place)?.length ?? 1) {
    const character = glob[place];
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth === 0 || (depth === 1 && character === ',')) {
      choices.push(glob.slice(from, place));
      from = place + 1;
    }
    if (depth === 0) return { start, end: from, choices };
  }
  return null;
}
