import { textPlaces } from '../plan/text-places.ts';
import type { TextEdit } from './text-edit.ts';

/** A text edit by offsets, in UTF-16 code units; `to` is exclusive. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function splicesOf(edits: readonly TextEdit[], text: string): readonly Splice[] {
  const { offsetOf } = textPlaces(text);
  return edits
    .map((edit) => ({ from: offsetOf(edit.range.start), to: offsetOf(edit.range.end), text: edit.text }))
    .toSorted(byPlace);
}

/** Of splices that do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const splice of splices.toSorted(byPlace)) {
    parts.push(text.slice(at, splice.from), splice.text);
    at = splice.to;
  }
  return parts.join('') + text.slice(at);
}

/** True where one of them changes what the other one saw, or where nobody can tell which comes first. */
export const overlap = (a: Splice, b: Splice): boolean =>
  a.from === a.to || b.from === b.to ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;

export const byPlace = (a: Splice, b: Splice): number => a.from - b.from || a.to - b.to;
