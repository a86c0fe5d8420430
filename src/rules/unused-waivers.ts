import type { Plan } from '../plan/plan.ts';
import type { Waiver } from '../plan/waivers.ts';
import type { Rule, RunKind } from './rule.ts';
import { isOff, type JudgingSettings } from './severity.ts';

/** A waiver without which the result would be the same. */
export interface UnusedWaiver {
  readonly waiver: Waiver;
  /** The rule found nothing there, or it never runs. */
  readonly why: 'nothing' | 'off';
}

export interface WaiverCircumstances {
  readonly plan: Plan;
  /** There is something to compare the plan with. */
  readonly hasBase: boolean;
  readonly run: RunKind;
  readonly settings: JudgingSettings;
  /** Those that ran. */
  readonly rules: readonly Rule[];
}

/** Of the waivers that hid nothing in this run those of which that can be said for sure. */
export const unusedWaivers = (
  idle: readonly Waiver[],
  circumstances: WaiverCircumstances,
): readonly UnusedWaiver[] =>
  idle.flatMap((waiver) => {
    const rule = circumstances.rules.find(({ id }) => id === waiver.rule);
    const why = rule === undefined ? null : whyUnused(rule, circumstances);
    return why === null ? [] : [{ waiver, why }];
  });

function whyUnused(
  rule: Rule,
  { plan: { lifecycle }, hasBase, run, settings }: WaiverCircumstances,
): UnusedWaiver['why'] | null {
  const { concern } = rule;
  const isOffIn = (kind: RunKind, state: Plan['lifecycle']): boolean =>
    isOff(rule, { run: kind, settings, lifecycle: state });
  // A rule that no run has: only a scan tells, so that it is told once.
  if (isOffIn('changes', null) && isOffIn('scan', null)) return run === 'scan' ? 'off' : null;
  if (isOffIn(run, lifecycle)) return null;
  // What comes with the days is waived before it comes.
  if (concern === 'calendar') return null;
  // A change does not know of every file, and without one the rules about changes have nothing to say.
  if (run === 'changes' && concern === 'reference') return null;
  return run === 'changes' && !hasBase && isOffIn('scan', null) ? null : 'nothing';
}
