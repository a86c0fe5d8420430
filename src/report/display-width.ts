/** Columns of a terminal: East Asian characters and emoji take two, combining marks none. */
export const displayWidth = (text: string): number =>
  Array.from(text).reduce(
    (sum, character) => sum + (NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1),
    0,
  );

const NARROW = /^\p{M}$/u;
const WIDE =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}\u{20000}-\u{3FFFD}]$/u;
