import { ISSUE_END, MARKER_START } from './issue-marker.ts';

/** The last sentence of our section: where the end of it was deleted, it tells where people's text begins. */
export const ISSUE_HINT =
  '_Plan Check keeps what stands above up to date. What you write below stays as it is._';

/** A stretch of a text: where the last words of ours begin, and where people's text does. */
export interface OurEnd {
  readonly from: number;
  readonly to: number;
}

/**
 * Where ours ends in the text behind its beginning; null where nothing surely tells. An end that stands apart from our last
 * sentence is somebody's who writes about it, and so is one behind another marker.
 */
export function ourEnd(text: string): OurEnd | null {
  const hint = stretchOf(text, ISSUE_HINT);
  const end = stretchOf(text, ISSUE_END);
  const isApart =
    hint !== null && end !== null && end.from > hint.to && text.slice(hint.to, end.from).trim() !== '';
  const last = end === null || isApart ? hint : end;
  return last === null || hasMarker(text.slice(0, last.from)) ? null : last;
}

function stretchOf(text: string, words: string): OurEnd | null {
  const from = text.indexOf(words);
  return from < 0 ? null : { from, to: from + words.length };
}

const hasMarker = (text: string): boolean =>
  text.startsWith(MARKER_START) || text.includes(`\n${MARKER_START}`);
