import { namedKey } from './named-key.ts';

/** A comment of ours whose marker people broke. */
export interface LostComment {
  /** The set-up that it names; null where it names none. */
  readonly key: string | null;
}

/** How every comment of ours begins: with the marker, or where somebody deleted it, with the heading. */
const BEGINNING = /^(?:<!--|&lt;!--|<!-)?[ \t]*(?:plan-check[ \t]|### Plan Check\b)/;

/** Characters of what is looked at: a marker and a heading. */
const MAX_BEGINNING = 4_000;

/**
 * What can be told of a body that has no marker that can be read; null for what does not begin as ours do. In a quote, in
 * code and after other words our beginning is somebody's who writes about it. Whose it is, others have to know.
 */
export function readLostComment(body: string): LostComment | null {
  const beginning = body.slice(0, MAX_BEGINNING).replace(/^[\s\u200b\ufeff]+/, '');
  return BEGINNING.test(beginning) ? { key: namedKey(beginning.split('###', 1)[0] ?? '') } : null;
}
