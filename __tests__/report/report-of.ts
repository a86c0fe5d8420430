import type { Delta, ItemChange } from '../../src/progress/delta.ts';
import type { PlanTimeline } from '../../src/progress/timeline.ts';
import type { PlanResult, Report } from '../../src/report/report.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { day, finding, report } from './sample-report.ts';

/** A report in which every text that comes from outside is drawn from `next`. */
export function reportOf(next: () => string, samples = [bookings, auditLog, tideTables, faxGateway]): Report {
  const items = (list: readonly ItemChange[]) => list.map((one) => ({ ...one, text: next(), phase: next() }));
  const moved = (delta: Delta): Delta => ({
    ...delta,
    tasks: {
      ticked: items(delta.tasks.ticked),
      unticked: items(delta.tasks.unticked),
      added: items(delta.tasks.added),
      removed: items(delta.tasks.removed),
      moved: delta.tasks.moved,
    },
    phases: delta.phases.map((phase) => ({ ...phase, name: next() })),
    claims: delta.claims.map((claim) => ({ ...claim, name: next() })),
    dates: delta.dates.map((date) => ({ ...date, field: next() })),
    blockers: { opened: delta.blockers.opened.map(next), closed: delta.blockers.closed.map(next) },
  });
  const strangeTimeline = (timeline: PlanTimeline): PlanTimeline => ({
    ...timeline,
    phases: timeline.phases.map((phase) => ({ ...phase, name: next(), number: next() })),
    milestones: timeline.milestones.map((milestone) => ({ ...milestone, text: next() })),
  });
  const strange = (plan: PlanResult): PlanResult => ({
    ...plan,
    path: `plans/${next().slice(0, 4_000)}`,
    previousPath: plan.previousPath === null ? null : `old/${next()}`,
    ...(plan.change === 'removed' ? { movedTo: `notes/${next()}` } : {}),
    title: next(),
    ...(plan.change === 'renamed' ? { titleBefore: next() } : {}),
    owner: plan.owner.map(next),
    // A name of its own each: what two phases share is told otherwise.
    phases: plan.phases.map((phase, index) => ({ ...phase, name: `x${index}${next()}`, number: next() })),
    health: { ...plan.health, reasons: plan.health.reasons.map(next) },
    timeline: plan.timeline === null ? null : strangeTimeline(plan.timeline),
    staleness: {
      ...plan.staleness,
      snooze: { until: day('2099-12-31'), reason: next() },
      waived: ['expired'],
      reasons: plan.staleness.reasons.map((reason) => ({
        ...reason,
        text: next(),
        evidence: [{ path: next(), commits: 2, lastSubject: next() }],
      })),
    },
    delta: plan.delta === null ? null : moved(plan.delta),
    diagnostics: [
      ...plan.diagnostics.map((one) => ({ ...one, message: next(), help: next(), path: next() })),
      finding({ rule: 'expired', message: next(), path: next(), waived: { reason: next(), until: null } }),
      finding({ rule: 'expired', message: next(), path: next(), known: true }),
    ],
  });
  const made = report({
    plans: samples.map(strange),
    diagnostics: [
      finding({ rule: 'related-code-touched', severity: 'notice', message: next(), path: next() }),
    ],
    coverage: [
      { what: 'file', message: next(), blocking: true },
      { what: 'references', message: next(), blocking: false },
    ],
  });
  return { ...made, plans: made.plans.toSorted((a, b) => a.change.localeCompare(b.change)) };
}
