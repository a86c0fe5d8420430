import { distance } from 'fastest-levenshtein';

/** The allowed word that a mistyped one most likely meant; null when none is near. Case does not matter. */
export function nearestWord(word: string, allowed: readonly string[]): string | null {
  const near = Math.max(2, Math.floor(word.length / 3));
  const ranked = allowed
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= near && edits < candidate.length)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate ?? null;
}

/** `; did you mean "x"?` for the end of a sentence, or nothing. */
export function didYouMean(word: string, allowed: readonly string[]): string {
  const near = nearestWord(word, allowed);
  return near === null ? '' : `; did you mean "${near}"?`;
}
