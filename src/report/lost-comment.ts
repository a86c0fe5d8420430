import { namedKey } from './named-key.ts';

/** A comment of ours whose marker people broke. */
export interface LostComment {
  /** The set-up that it names; null where it names none. */
  readonly key: string | null;
}

/** Where the marker begins, also escaped; its JSON is a sign that nobody writes by chance. */
const MARKER = /^(?:<!--|&lt;!--|<!-)[ \t]*plan-check[ \t]+\{["“”]v/;
/** What is left of its line, where that sign is gone. */
const REMAINS = /^(?:<!--|&lt;!--|<!-)[ \t]*plan-check\b[^\r\n]*[\r\n]+/;
/** The heading, with the beginnings of all that it says: others, too, head their comments with these two words. */
const HEADING =
  /^### Plan Check: (?:all well|nothing to check|could not check|incomplete|no (?:new )?finding|\d+ (?:error|warning|notice)s?)\b/;

/** Characters of what is looked at: a marker and a heading. */
const MAX_BEGINNING = 4_000;

/**
 * What can be told of a body that has no marker that can be read; null for what does not begin as ours do. In a quote, in
 * code and after other words our beginning is somebody's who writes about it. Whose it is, others have to know.
 */
export function readLostComment(body: string): LostComment | null {
  const beginning = body.slice(0, MAX_BEGINNING).replace(/^[\s\u200b\ufeff]+/, '');
  const isOurs = MARKER.test(beginning) || HEADING.test(beginning.replace(REMAINS, ''));
  return isOurs ? { key: namedKey(beginning.split('###', 1)[0] ?? '') } : null;
}
