/** Characters of a value that a message shows. */
const MAX_LENGTH = 80;

/** A value as one line of at most `max` characters: control characters and line ends become spaces. */
export function oneLine(value: unknown, max = MAX_LENGTH): string {
  const text = typeof value === 'string' ? value : asJson(value);
  // Cut first, so that a huge value costs nothing; twice the length leaves room for what is folded.
  const line = text
    .slice(0, 2 * max)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line;
}

function asJson(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
