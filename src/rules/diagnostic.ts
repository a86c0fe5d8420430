import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Range } from '../plan/position.ts';
import type { Severity } from './rule.ts';
import type { TextEdit } from './text-edit.ts';

/** A finding of a rule about one file, judged: what every outlet and every format shows. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly help: string | null;
  /** False for a finding that also stands at the base: it is folded and never fails a pull request. */
  readonly isNew: boolean;
  /** How many places it stands for. */
  readonly count: number;
  /** Removes it, all of it or nothing; null where somebody has to decide. Of findings shown as one, the edits of all. With `needsChange`, `plan-check fix` does not find it. */
  readonly fix: { readonly edits: readonly TextEdit[]; readonly needsChange?: true } | null;
  /**
   * Why the plan is allowed to have it; null where nobody said so. `until` is the last day of that, null: without end.
   * `isNew`: it stood at the base, and nothing waived it there.
   */
  readonly waived: {
    readonly reason: string;
    readonly until: CalendarDate | null;
    readonly isNew?: true;
  } | null;
  /** It is in the baseline. */
  readonly known: boolean;
}
