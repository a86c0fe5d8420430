import type { Plan } from '../plan/plan.ts';
import { statedTime } from './plan-time.ts';
import type { PhaseProgress } from './progress.ts';
import type { PlanTimeline, TimelinePhase } from './timeline.ts';

/**
 * A plan's time as it can be drawn; null where its body names no day.
 * @param phases the plan's own, measured.
 */
export function measureTimeline(plan: Plan, phases: readonly PhaseProgress[]): PlanTimeline | null {
  const dated = plan.phases.flatMap(({ time }, index): readonly TimelinePhase[] => {
    const phase = phases[index];
    if (phase === undefined || time === null || (time.start ?? time.end) === null) return [];
    const { name, number, state } = phase;
    return [{ name, number, start: time.start, end: time.end, state }];
  });
  const milestones = plan.selfReport.timeline.milestones
    .map(({ date, text }) => ({ date, text }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const { start, end } = statedTime(plan);
  const isEmpty = start === null && end === null && dated.length === 0 && milestones.length === 0;
  return isEmpty ? null : { start, end, phases: dated, milestones };
}
