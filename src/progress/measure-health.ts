import type { CalendarDate } from '../plan/calendar-date.ts';
import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Plan } from '../plan/plan.ts';
import { isCounted, isDone } from './count-items.ts';
import type { Health } from './health.ts';
import { authorsSigns, computedSigns } from './health-signs.ts';
import { isOrAre, openInWords, paceInWords, unfinishedInWords } from './health-words.ts';
import { measurePhases } from './measure-progress.ts';
import { isFinished } from './overdue-phases.ts';
import { doneShare, elapsedShare } from './pace.ts';
import { planTime } from './plan-time.ts';
import type { Progress } from './progress.ts';

/**
 * How a plan stands. What its author says counts where it is worse than what is computed, and never where it is
 * better; without dates or without boxes, or where part of it is hidden, not read or not counted, a plan is `UNKNOWN` rather than well.
 */
export function measureHealth(
  plan: Plan,
  progress: Progress,
  { today }: { readonly today: CalendarDate },
): Health {
  const health = healthOf(plan, progress, today);
  if (health.status !== 'COMPLETE' && health.status !== 'ON_TRACK') return health;
  const hidden = whatIsHidden(plan);
  return hidden === null ? health : { status: 'UNKNOWN', reasons: [hidden] };
}

/** Why the boxes that are counted do not prove that a plan is well; null where they do. */
function whatIsHidden({ unclosedFence, bodyProblem, uncountedPhases, openElsewhere }: Plan): string | null {
  if (unclosedFence !== null) {
    const { line } = unclosedFence.range.start;
    return `a code fence that is never closed, at line ${line}, hides what follows`;
  }
  if (bodyProblem !== null) return 'not all of the plan could be read';
  const open = [...uncountedPhases.flatMap(({ items }) => items).filter(isUnresolved), ...openElsewhere];
  // The same box may be both.
  const { size } = new Set(open.map(({ range }) => range.start.line));
  return size === 0 ? null : `${size} of the open boxes ${isOrAre(size)} in no phase that is counted`;
}

function healthOf(plan: Plan, progress: Progress, today: CalendarDate): Health {
  const { lifecycle } = plan;
  switch (lifecycle) {
    case 'draft':
      return { status: 'INACTIVE', reasons: ['the plan is a draft'] };
    case 'archived':
    case 'superseded':
      return { status: 'INACTIVE', reasons: [`the plan is ${lifecycle}`] };
    case 'completed': {
      const open = [openInWords(plan), unfinishedInWords(plan)].flatMap((words) => words ?? []);
      return { status: 'COMPLETE', reasons: ['the plan is completed', ...open] };
    }
    case 'active':
    case null:
      return healthAtWork(plan, progress, today);
    default:
      return lifecycle satisfies never;
  }
}

function healthAtWork(plan: Plan, progress: Progress, today: CalendarDate): Health {
  const said = authorsSigns(plan);
  if (isAllResolved(plan)) {
    const reasons = [...said.map(({ text }) => text), 'everything is done, deferred or dropped'];
    return { status: said[0]?.status ?? 'COMPLETE', reasons };
  }
  const done = doneShare(progress);
  const elapsed = elapsedShare(planTime(plan), today);
  const signs = [...said, ...computedSigns(plan, done, today)];
  const inOrder = (['OFF_TRACK', 'AT_RISK'] as const).flatMap((status) =>
    signs.filter((sign) => sign.status === status),
  );
  const isKnown = elapsed !== null && done !== null;
  return {
    status: inOrder[0]?.status ?? (isKnown ? 'ON_TRACK' : 'UNKNOWN'),
    reasons: [...new Set([...inOrder.map(({ text }) => text), paceInWords(elapsed, done)])],
  };
}

/** Something is done, nothing is open, and every phase without boxes says of itself that it is over. */
function isAllResolved(plan: Plan): boolean {
  const items = plan.phases.flatMap((phase) => phase.items);
  return items.filter(isCounted).some(isDone) && measurePhases(plan).every(isFinished);
}
