import type { Plan } from '../plan/plan.ts';
import { comparePlans } from '../progress/compare-plans.ts';
import { measureHealth } from '../progress/measure-health.ts';
import { measurePhases, measureProgress } from '../progress/measure-progress.ts';
import { measureStaleness, type StalenessOptions } from '../progress/measure-staleness.ts';
import { measureTimeline } from '../progress/measure-timeline.ts';
import { type PhaseBefore, phasesBefore } from '../progress/phases-before.ts';
import type { PlanHistory } from '../progress/plan-history.ts';
import type { PhaseProgress } from '../progress/progress.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { PhaseResult, PlanResult } from './report.ts';
import { shortenDelta } from './shorten-delta.ts';
import { withoutWaived } from './waived-states.ts';

/** Phases of a plan that a report lists: many more than people write. Progress counts all of them. */
export const MAX_PHASES = 1_000;

/** Where a plan stands in a change. */
export type PlanPlace = Pick<PlanResult, 'path' | 'previousPath' | 'change' | 'movedTo' | 'behind'>;

/** The result of a plan that could be read. A plan that came without a base is compared with nothing: no delta. */
export function planResult(
  place: PlanPlace,
  plan: Plan,
  base: Plan | null,
  diagnostics: readonly Diagnostic[],
  options: StalenessOptions & { readonly history?: PlanHistory | null; readonly isPastUnknown?: boolean },
): PlanResult {
  const progress = measureProgress(plan);
  const phases = measurePhases(plan);
  const listed = withBefore(phases, base === null ? [] : phasesBefore(base, plan)).slice(0, MAX_PHASES);
  const moved =
    base === null
      ? { phases: listed, delta: null }
      : shortenDelta({ phases: listed, delta: comparePlans(base, plan) });
  return {
    ...placeIn(place),
    title: plan.title,
    ...(place.change === 'renamed' && base !== null && base.title !== plan.title
      ? { titleBefore: base.title }
      : {}),
    lifecycle: plan.lifecycle,
    owner: plan.owner,
    dates: plan.dates,
    progress,
    phases: moved.phases,
    health: measureHealth(plan, progress, options),
    timeline: measureTimeline(plan, phases),
    staleness: {
      ...withoutWaived(measureStaleness(plan, options, options.history), diagnostics),
      ...(options.isPastUnknown === true ? { isPastUnknown: true } : {}),
    },
    delta: moved.delta,
    diagnostics,
  };
}

/** The result of a plan that is gone, or whose file is no text: a row without numbers. */
export function planResultWithoutText(
  place: PlanPlace,
  base: Plan | null,
  diagnostics: readonly Diagnostic[],
): PlanResult {
  const none = { done: 0, total: 0, deferred: 0, cancelled: 0 };
  return {
    ...placeIn(place),
    title: base?.title ?? fileName(place.path),
    lifecycle: base?.lifecycle ?? null,
    owner: base?.owner ?? [],
    dates: base?.dates ?? { created: null, lastUpdated: null, reviewed: null, expires: null },
    progress: {
      tasks: none,
      deliverables: none,
      gates: none,
      other: none,
      phases: { complete: 0, total: 0 },
      percent: null,
    },
    phases: [],
    health: { status: 'UNKNOWN', reasons: ['there is no text to read'] },
    timeline: null,
    staleness: { state: null, reasons: [] },
    delta: null,
    diagnostics,
  };
}

/** And nothing else that somebody knows of it. */
const placeIn = ({ path, previousPath, change, movedTo, behind }: PlanPlace): PlanPlace => ({
  path,
  previousPath,
  change,
  ...(movedTo === undefined ? {} : { movedTo }),
  ...(behind === undefined ? {} : { behind }),
});

const withBefore = (
  phases: readonly PhaseProgress[],
  before: readonly (PhaseBefore | null)[],
): readonly PhaseResult[] => phases.map((phase, index) => ({ ...phase, before: before[index] ?? null }));

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
