import { stateOfWord } from './state-words.ts';
import type { TextLine } from './text-line.ts';

/** The lines that only say what marks in brackets stand for: `[ ] open · [x] done`, or one below the other. */
export function legendOf(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const counts = lines.map(({ text }) => explainedMarks(text));
  return new Set(
    lines.filter((_, index) => {
      const [before = 0, own = 0, after = 0] = [counts[index - 1], counts[index], counts[index + 1]];
      return own > 0 && before + own + after > 1;
    }),
  );
}

/** How many marks a line explains; 0 where it says anything else. */
function explainedMarks(text: string): number {
  if (!text.startsWith('[')) return 0;
  const parts = text.split(/(?=\[[^\]]{1,2}\])/);
  return parts.every((part) => isState(wordBehindMark(part))) ? parts.length : 0;
}

const wordBehindMark = (part: string): string =>
  part
    .slice(part.indexOf(']') + 1)
    .trim()
    .replace(/[·,;|/.]$/, '')
    .trim();

const isState = (word: string): boolean => /^open$/i.test(word) || stateOfWord(word) !== null;
