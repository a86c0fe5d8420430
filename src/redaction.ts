/** Puts `MASK` in place of what must not be shown; text without it stays as it is. */
export type Redact = (text: string) => string;

export const MASK = '***';

/** Characters. Shorter pieces are words that stand anywhere, and tell nobody anything. */
const MIN_LENGTH = 8;

/** What takes other characters' place, or none, where text is made into one line. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Hides each secret, as a whole, folded into one line, without its invisible characters, and by its longer pieces. */
export function redaction(secrets: readonly string[]): Redact {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter(({ length }) => length >= MIN_LENGTH)
    .toSorted((left, right) => right.length - left.length);
  return (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, MASK), text);
}

function formsOf(given: string): readonly string[] {
  const secret = given.trim();
  return [
    secret,
    secret.replace(UNSEEN, ' '),
    secret.replace(/\s+/g, ' '),
    secret.replace(UNSEEN, ''),
    ...secret.split(UNSEEN),
  ];
}

/** Data with every text in it redacted; its keys are ours. What needs no change is handed back as it is. */
export function redacted<Value>(value: Value, redact: Redact): Value;
export function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => redacted(part, redact));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  const entries = Object.entries(value);
  const parts = entries.map(([key, part]) => [key, redacted(part, redact)] as const);
  return parts.every(([, part], index) => part === entries[index]?.[1]) ? value : Object.fromEntries(parts);
}

/** Hides in what is printed, for as long as the process lives. */
export function redactStream(stream: Pick<NodeJS.WriteStream, 'write'>, redact: Redact): void {
  stream.write = new Proxy(stream.write, {
    apply: (write, self, [chunk, ...others]) =>
      Reflect.apply(write, self, [typeof chunk === 'string' ? redact(chunk) : chunk, ...others]),
  });
}
