/** A value of a schema in double quotes, as a message shows it. */
export const quotedValue = (value: unknown): string =>
  `"${typeof value === 'string' ? value : JSON.stringify(value)}"`;
