import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { isSnoozed } from '../progress/measure-staleness.ts';
import { reviewDrift } from '../rules/review-drift.ts';
import type { RunKind } from '../rules/rule.ts';
import { isOff } from '../rules/severity.ts';
import type { Settings } from '../settings/settings.ts';
import type { CodeEntry, CodeReach } from './code-reach.ts';
import type { LoadedPlan } from './load-plans.ts';
import { boxesOf } from './past-boxes.ts';

/** A plan whose past matters. */
export interface PlanWithPast {
  readonly path: string;
  readonly plan: Plan;
  /** Where the history begins that is looked at: on a change its base. */
  readonly pastPath: string;
  readonly base: Plan | null;
  readonly entries: readonly CodeEntry[];
}

/** Key of the watch of the plan itself. */
export const planKey = ({ pastPath }: PlanWithPast): string => `plan ${pastPath}`;

/** None where the plan has no past. */
export function planWithPast(
  loaded: LoadedPlan,
  reach: CodeReach,
  hasBase: boolean,
): readonly PlanWithPast[] {
  const { file, head, base } = loaded;
  if (head === null || !hasPast(loaded, hasBase)) return [];
  const entries = reach.entriesOf(head);
  const pastPath = hasBase ? (file.previousPath ?? file.path) : file.path;
  return [{ path: file.path, plan: head, pastPath, base, entries: uniqueByKey(entries) }];
}

const uniqueByKey = (entries: readonly CodeEntry[]): readonly CodeEntry[] => [
  ...new Map(entries.map((entry) => [entry.key, entry])).values(),
];

/** What a change adds has no past. */
export const hasPast = ({ base }: LoadedPlan, hasBase: boolean): boolean => !hasBase || base !== null;

/** Whether a state of the plan hangs on its past. */
export function isPastWanted({ head, base }: LoadedPlan, run: RunKind, settings: Settings): boolean {
  if (head === null || isClosed(head.lifecycle) || isSnoozed(head, settings.today)) return false;
  const isActive = head.lifecycle === 'active';
  if (run === 'scan') return isActive || head.lifecycle === 'draft';
  if (isOff(reviewDrift, { run, settings, lifecycle: head.lifecycle })) return false;
  const { reviewed } = head.dates;
  if (!isActive || head.relatedCode.length === 0 || reviewed === null || reviewed > settings.today)
    return false;
  // What has a base is no standing plan, so both sides were read whole.
  return base === null || boxesOf(base) === boxesOf(head);
}
