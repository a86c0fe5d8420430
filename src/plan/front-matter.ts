import type { Range } from './position.ts';

/** Keys from the outermost to the innermost; list members by index. */
export type KeyPath = readonly (string | number)[];

/**
 * The front matter of a plan.
 * `data` and `written` hold what is present: null, '', [] and a missing key are the same, absent. They are empty unless
 * `state` is `read`.
 */
export interface FrontMatter {
  readonly state: 'read' | 'missing' | 'unreadable';
  /** In our keys and with our words for states: what rules and the built-in schema read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** With the keys and words of the file: what a team's own schema reads. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Why it could not be read; empty unless `state` is `unreadable`. */
  readonly problems: readonly FrontMatterProblem[];
  /** Lines from the top of the file through the closing fence; 0 without front matter. */
  readonly lineCount: number;
  /** Where a value stands (or its key), by our key or the file's; the nearest present parent when it is absent, else line 1. */
  readonly rangeOf: (path: KeyPath, part: 'key' | 'value') => Range;
  /** Whether a key stands there, with a value or without. */
  readonly isWritten: (path: KeyPath) => boolean;
  /** Whether a tag of YAML, such as `!!binary`, says that what stands there as text is none. */
  readonly isTagged: (path: KeyPath) => boolean;
  /** What the file calls one of our keys; where it has none of its names, the team's. */
  readonly nameOf: (key: string) => string;
}

export interface FrontMatterProblem {
  readonly kind:
    | 'unclosed'
    | 'other-language'
    | 'tab'
    | 'conflict'
    | 'duplicate-key'
    | 'merge-key'
    | 'at-sign'
    | 'colon'
    | 'too-complex'
    | 'not-a-mapping'
    | 'syntax';
  /**
   * What the message names: the key, the language, the text; empty where it names nothing. Of `syntax` a sentence
   * that says the cure, without its capital and its full stop.
   */
  readonly detail: string;
  readonly range: Range;
}
