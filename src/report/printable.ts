/** What moves the cursor of a terminal, colours it, or hides and turns text; line ends and tabs stay. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text of several lines for a terminal: what cannot be seen is shown as a replacement character, one for one. */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replace(UNPRINTABLE, '\ufffd');
