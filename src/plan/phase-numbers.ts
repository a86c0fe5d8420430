const NUMBER = /[ \t]*#?(\d{1,4}(?:\.\d{1,4})*[a-z]?|[IVX]{1,6}|[A-Z])(?![\p{L}\p{N}])/uy;
const LINK = /[ \t]*(?:(,|&|\+|\band\b|\bor\b)|(-|–|—|\bto\b|\bthrough\b))/y;
/** Phases of one "Phases 2 to 9" that are read. */
const MAX_SPAN = 50;

/** The numbers that a text names behind a word such as `phase`: `Phase 1`, `Phases 1, 2 and 4-6`; each once. */
export function phaseNumbersIn(text: string, word: string): readonly string[] {
  const numbers = new Set<string>();
  for (const { index, 0: head } of text.matchAll(new RegExp(String.raw`\b${word}s?\b`, 'gi'))) {
    let at = index + head.length;
    let from: string | null = null;
    for (;;) {
      const number = matchAt(NUMBER, text, at);
      const said = number?.[1];
      if (number === null || said === undefined) break;
      for (const between of numbersBetween(from, said)) numbers.add(between);
      numbers.add(said);
      const link = matchAt(LINK, text, at + number[0].length);
      if (link === null) break;
      from = link[2] === undefined ? null : said;
      at += number[0].length + link[0].length;
    }
  }
  return [...numbers];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numbersBetween(from: string | null, to: string): readonly string[] {
  const [first, last] = [Number(from ?? Number.NaN), Number(to)];
  if (!Number.isInteger(first) || !Number.isInteger(last)) return [];
  const count = Math.min(MAX_SPAN, Math.max(0, last - first - 1));
  return Array.from({ length: count }, (_, index) => String(first + index + 1));
}
