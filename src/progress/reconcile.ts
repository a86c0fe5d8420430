import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Phase } from '../plan/plan.ts';
import type { ClaimSource, ClaimState, PhaseClaim } from '../plan/self-report.ts';
import { countItems, countKind, isCounted, isDone } from './count-items.ts';
import type { Conflict, Count, PhaseProgress } from './progress.ts';

/** Points and tasks that a percentage may be off: people round, and tick the last box later. */
const TOLERATED_POINTS = 10;
const TOLERATED_TASKS = 1;

/** The surest first. */
export const CLAIM_SOURCES: readonly ClaimSource[] = ['table', 'label', 'heading', 'bullets'];
const CONFLICTS: readonly Conflict[] = ['overclaim', 'underclaim', 'none'];

/** What is said of a phase beside what its boxes prove. Where there are boxes they win; the claim is only shown. */
export function reconcile(phase: Phase): Pick<PhaseProgress, 'claim' | 'conflict'> {
  const [first] = phase.claims
    .flatMap((claim) => {
      const state = claimedState(claim);
      if (state === null) return [];
      const { source } = claim;
      return [{ state, source, isState: claim.state !== null, conflict: judgeClaim(claim, phase) }];
    })
    .toSorted(
      (a, b) =>
        CONFLICTS.indexOf(a.conflict) - CONFLICTS.indexOf(b.conflict) ||
        CLAIM_SOURCES.indexOf(a.source) - CLAIM_SOURCES.indexOf(b.source) ||
        Number(b.isState) - Number(a.isState),
    );
  if (first === undefined) return { claim: null, conflict: 'none' };
  const { state, source, conflict } = first;
  return { claim: { state, source }, conflict };
}

/** A percentage alone says a state too; null where a claim says nothing. */
export function claimedState({ state, percent }: Pick<PhaseClaim, 'state' | 'percent'>): ClaimState | null {
  if (state !== null || percent === null) return state;
  if (percent >= 100) return 'complete';
  return percent > 0 ? 'in-progress' : 'not-started';
}

/** One claim against the boxes of its phase; without boxes nothing contradicts it. */
export function judgeClaim(claim: PhaseClaim, phase: Phase): Conflict {
  const counted = phase.items.filter(isCounted);
  if (counted.length === 0) return 'none';
  const tasks = countKind(counted, 'task');
  const verdicts: readonly Conflict[] = [
    judgeState(saidState(claim, phase), phase),
    claim.percent === null
      ? 'none'
      : judgePercent(claim.percent, tasks.total > 0 ? tasks : countItems(counted)),
  ];
  return CONFLICTS.find((conflict) => verdicts.includes(conflict)) ?? 'none';
}

/** 100 % alone says that all is over; beside a state in the same place it is about the tasks: `🔄 100%` waits for gates. */
function saidState({ source, state, percent }: PhaseClaim, { claims }: Phase): ClaimState | null {
  if (state !== null || percent === null || percent < 100) return state;
  return claims.some((claim) => claim.source === source && claim.state !== null) ? null : 'complete';
}

/**
 * That work has begun no box can prove, so "in progress" never says too much; that nothing is left, every open box
 * disproves, whatever its kind.
 */
function judgeState(state: ClaimState | null, phase: Phase): Conflict {
  const counted = phase.items.filter(isCounted);
  const isOver = !counted.some(isUnresolved);
  const isComplete = isOver && counted.some(isDone);
  switch (state) {
    case 'complete':
      return isComplete ? 'none' : 'overclaim';
    case 'dropped':
      if (isComplete && !phase.dropped) return 'underclaim';
      return isOver ? 'none' : 'overclaim';
    case 'in-progress':
    case 'blocked':
      return isComplete && !phase.dropped ? 'underclaim' : 'none';
    case 'not-started':
      return counted.some(isDone) && !phase.dropped ? 'underclaim' : 'none';
    case null:
      return 'none';
    default:
      return state satisfies never;
  }
}

/** A percentage against what is done. 100 is no matter of rounding: it says that nothing is open; more than all nothing is, nor less than none. */
export function judgePercent(percent: number, { done, total }: Pick<Count, 'done' | 'total'>): Conflict {
  if (total === 0) return 'none';
  if (percent > 100) return 'overclaim';
  if (percent < 0) return 'underclaim';
  if (percent >= 100) return done < total ? 'overclaim' : 'none';
  // Both sides times the total, so that everything stays whole.
  const off = percent * total - 100 * done;
  const isOff = Math.abs(off) > TOLERATED_POINTS * total && Math.abs(off) > TOLERATED_TASKS * 100;
  if (!isOff) return 'none';
  return off > 0 ? 'overclaim' : 'underclaim';
}
