/** Select graphic rendition, by ECMA-48. */
const STYLES = { bold: 1, red: 31, yellow: 33, blue: 34, green: 32, dim: 2 } as const;
type Style = keyof typeof STYLES;

export type Paint = (style: Style, text: string) => string;

export const painter =
  (colors: boolean): Paint =>
  (style, text) =>
    colors ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;

export const SEVERITY_STYLES = { error: 'red', warning: 'yellow', notice: 'blue' } as const;
