import { withRealGlyphs } from './glyphs.ts';
import { NUMBER_WORDS, numberInDigits } from './number-words.ts';
import type { PhaseSpan } from './sections.ts';

/** Finds the phase that a cell names, in a column headed by `word` (`phase`, `milestone`, …); null for none. */
export type PhaseFinder = (cell: string, word: string) => PhaseSpan | null;

const NUMBERED = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(phase|milestone|stage|step|track|wave|part|task)\s+#?|p(?=\d))?(\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]{1,6}|${NUMBER_WORDS})(?![\p{L}\p{N}])`,
  'iu',
);

/** By number, where word and number belong together; else by name. */
export function phaseFinder(spans: readonly PhaseSpan[]): PhaseFinder {
  const byNumber = new Map<string, PhaseSpan>();
  const byName = new Map<string, PhaseSpan>();
  const words = new Set(spans.map(({ word }) => word));
  for (const span of spans) {
    byNumber.set(numberKey(span.word, span.number), span);
    const name = nameKey(span.name);
    if (name !== '' && !byName.has(name)) byName.set(name, span);
  }
  const [onlyWord, ...otherWords] = words;
  return (cell, word) => {
    const text = withRealGlyphs(cell);
    const [, cellWord, number = ''] = NUMBERED.exec(text) ?? [];
    const isNumber = /\d/.test(number) || cellWord !== undefined || text.trim() === number;
    // "Phase" above a column is said of milestones and stages as well.
    const generic = word === 'phase' && otherWords.length === 0 ? onlyWord : word;
    const numbered = isNumber
      ? byNumber.get(numberKey(cellWord?.toLowerCase() ?? generic ?? word, number))
      : undefined;
    return numbered ?? byName.get(nameKey(text)) ?? null;
  };
}

const numberKey = (word: string, number: string): string => `${word} ${numberInDigits(number).toLowerCase()}`;

const nameKey = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
