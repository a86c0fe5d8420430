import type { Finding } from './rule.ts';
import type { TextEdit } from './text-edit.ts';

/** A finding's `fix`, or nothing. Several edits: `fixOf(a, b)`; one of them null: no fix. */
export function fixOf(...edits: readonly (readonly TextEdit[] | null)[]): Pick<Finding, 'fix'> {
  const all = edits.flatMap((some) => some ?? []);
  return edits.includes(null) || all.length === 0 ? {} : { fix: all };
}
