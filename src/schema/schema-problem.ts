import type { KeyPath } from '../plan/front-matter.ts';

/** One finding of the JSON Schema, in words of ours; independent of the validator. */
export interface SchemaProblem {
  /** The schema's keyword: `required`, `enum`, `type`, … */
  readonly keyword: string;
  /** The value it is about, by the keys of the file; for a missing key the path with that key. */
  readonly path: KeyPath;
  /** What the keyword asks for: the missing key, the allowed values, the type, the limit, the format, the pattern. */
  readonly expected: readonly string[];
  /** The value as it stands, shortened to one line; empty for a missing key. */
  readonly actual: string;
}
