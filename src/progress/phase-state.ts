import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Phase } from '../plan/plan.ts';
import type { Blocker } from '../plan/self-report.ts';
import { isCounted, isDone } from './count-items.ts';
import { phasesNamedBy } from './names-phase.ts';
import type { PhaseState } from './progress.ts';

/**
 * Derived from the items; what was only deferred or dropped completes nothing. What is said of a phase changes that
 * in one way: an unfinished one is blocked when a ❌ or an open blocker says so.
 */
export function phaseState(phase: Phase, blockers: readonly Blocker[]): PhaseState {
  const counted = phase.items.filter(isCounted);
  const isCancelled = counted.length > 0 && counted.every(({ state }) => state === 'cancelled');
  if (phase.dropped || isCancelled) return 'dropped';
  if (counted.length === 0) return 'untracked';
  const isOpen = counted.some(isUnresolved);
  if (!isOpen && counted.some(isDone)) return 'complete';
  if (isBlocked(phase, blockers)) return 'blocked';
  const tasks = counted.filter(({ kind }) => kind === 'task');
  if (isOpen && tasks.some(isDone) && !tasks.some(isUnresolved)) return 'gate-pending';
  const isStarted = counted.some((item) => isDone(item) || item.state === 'in-progress');
  return isStarted ? 'in-progress' : 'not-started';
}

const isBlocked = (phase: Phase, blockers: readonly Blocker[]): boolean =>
  phase.claims.some(({ state }) => state === 'blocked') || namedBy(blockers)(phase);

/** What the blockers of a plan name is asked for by each of its phases. */
const known = new WeakMap<readonly Blocker[], (phase: Phase) => boolean>();

function namedBy(blockers: readonly Blocker[]): (phase: Phase) => boolean {
  const names = known.get(blockers) ?? phasesNamedBy(blockers);
  known.set(blockers, names);
  return names;
}
