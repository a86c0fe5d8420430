import type { Range } from '../plan/position.ts';
import type { Severity } from './rule.ts';

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
}
