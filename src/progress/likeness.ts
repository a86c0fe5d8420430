import { distance } from 'fastest-levenshtein';
import { wordsOf } from './item-words.ts';

/** From this on two texts are taken for the same item, edited. */
export const ALIKE = 0.7;
/** In another phase more likeness is asked for. */
export const ALIKE_ELSEWHERE = 0.85;

/** Added to the likeness of two items that carry the same number. */
export const SAME_NUMBER = 0.3;

/** Characters that are compared one by one. */
const MAX_CHARACTERS = 200;
/** Texts that are compared with one text, the most words in common first. */
const MAX_CANDIDATES = 20;
/** A word of more texts than this tells none of them apart. */
const MAX_SHARED = 50;

/**
 * How alike two texts are, from 0 to 1: by their words in common or by the characters to change, whichever is more.
 * A text that only grew or shrank, by whole words, is alike.
 */
export function likeness(one: string, other: string): number {
  return Math.max(likenessOfWords(wordsOf(one), wordsOf(other)), likenessOfCharacters(one, other));
}

function likenessOfWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const least = Math.min(one.size, other.size);
  if (least === 0) return 0;
  const share = (2 * common) / (one.size + other.size);
  // Of several that grew so, the one with more words in common.
  return common === least && least > 1 ? Math.max(share, ALIKE + share / 1_000) : share;
}

function likenessOfCharacters(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0 || longest > MAX_CHARACTERS) return 0;
  return 1 - distance(one, other) / longest;
}

/** Finds the texts of a list that have rare words in common with another: a bounded number, whatever the list. */
export function candidatesAmong(texts: readonly string[]): (text: string) => readonly number[] {
  const holders = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const word of wordsOf(text)) {
      const indices = holders.get(word);
      if (indices === undefined) holders.set(word, [index]);
      else indices.push(index);
    }
  }
  return (text) => {
    const common = new Map<number, number>();
    for (const word of wordsOf(text)) {
      const indices = holders.get(word) ?? [];
      if (indices.length > MAX_SHARED) continue;
      for (const index of indices) common.set(index, (common.get(index) ?? 0) + 1);
    }
    return [...common]
      .toSorted(([a, inA], [b, inB]) => inB - inA || a - b)
      .slice(0, MAX_CANDIDATES)
      .map(([index]) => index);
  };
}
