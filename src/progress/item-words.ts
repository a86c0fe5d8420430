/** Words of one item that are compared; nobody tells two items apart by more. */
const MAX_WORDS = 60;

const REMARKS = /[([](?:deferred\b|n\/a\b|\d{4}-\d{2}-\d{2})[^)\]]*[)\]]/gi;
const SIGNS = /\p{Extended_Pictographic}|\uFE0F|\u200D/gu;
const LABEL = /^(?:(?:task|step|item)\s+)?#?[a-z]{0,4}-?\d+(?:\.\d+)*[a-z]?\s*[.:)\-–—]?\s+(?=\S)/;

/** An item's text as it is compared: case, white space, signs, remarks about its state or day, and a last full stop do not matter. */
export const normaliseItem = (text: string): string =>
  text
    .replace(REMARKS, ' ')
    .replace(SIGNS, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;:,!]$/, '');

/** The same without a number in front, which changes when an item is put before it. */
export const withoutNumber = (normalised: string): string => normalised.replace(LABEL, '');

/** The number in front of a normalised text: `1.2`, `task 3:`, `t004`; empty without one. */
export const numberOf = (normalised: string): string => LABEL.exec(normalised)?.[0].trim() ?? '';

export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS));
