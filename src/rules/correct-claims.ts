import { parsePlan } from '../plan/parse-plan.ts';
import type { Phase, Plan } from '../plan/plan.ts';
import type { PhaseClaim } from '../plan/self-report.ts';
import { textPlaces } from '../plan/text-places.ts';
import { countItems, countKind, isCounted } from '../progress/count-items.ts';
import { percentOf } from '../progress/pace.ts';
import { phaseState } from '../progress/phase-state.ts';
import type { PhaseState } from '../progress/progress.ts';
import { judgeClaim } from '../progress/reconcile.ts';
import { replaceRange } from './front-matter-edit.ts';
import { CLAIMS, type Claim, rewriteState, setPercent } from './rewrite-claim.ts';
import { applySplices, splicesOf } from './splice.ts';
import type { TextEdit } from './text-edit.ts';

/** A claim that the boxes of its phase contradict. */
export interface ClaimConflict {
  readonly phase: Phase;
  readonly claim: PhaseClaim;
  /** It says too much; else too little. */
  readonly isOver: boolean;
}

/** What to write in the place of a claim, as the template has it. */
export function rightClaim(plan: Plan, phase: Phase, { state }: PhaseClaim): string {
  if (state === null) return percentText(phase);
  const { sign, words } = CLAIMS[claimOf(plan, phase)];
  return `${sign} ${words}`;
}

/**
 * The edits that make claims say what the boxes prove, where that can be said in the words and signs that stand there.
 * A phase that is said to be blocked or dropped is left to people, and no box is ever ticked.
 */
export function correctClaims(
  plan: Plan,
  conflicts: readonly ClaimConflict[],
): ReadonlyMap<PhaseClaim, readonly TextEdit[]> {
  const edits = conflicts.flatMap(({ phase, claim }) => {
    const edit = editOf(plan, phase, claim);
    return edit === null ? [] : [[claim, edit] as const];
  });
  if (edits.length === 0) return new Map();
  const splices = splicesOf(
    edits.flatMap(([, edit]) => edit),
    plan.text,
  );
  const after = parsePlan(plan.path, applySplices(plan.text, splices));
  const cured = new Set(plan.phases.filter((phase, index) => isCured(phase, after.phases[index])));
  const isRight = new Set(conflicts.filter(({ phase }) => cured.has(phase)).map(({ claim }) => claim));
  return new Map(edits.filter(([claim]) => isRight.has(claim)));
}

/** Read again, the phase is the same, and what is said of it is right. */
const isCured = (before: Phase, after: Phase | undefined): boolean =>
  after !== undefined &&
  after.name === before.name &&
  after.number === before.number &&
  after.items.length === before.items.length &&
  after.claims.every((claim) => judgeClaim(claim, { ...before, claims: after.claims }) === 'none');

function editOf(plan: Plan, phase: Phase, claim: PhaseClaim): readonly TextEdit[] | null {
  const { state, range, source } = claim;
  if (state === 'blocked' || state === 'dropped' || source === 'bullets') return null;
  const written = textPlaces(plan.text).textIn(range);
  if (written.endsWith('%')) {
    const right = percentText(phase);
    return right.startsWith('🔄') ? replaceRange(range, right) : setPercent(plan, range, percentIn(phase));
  }
  const right = claimOf(plan, phase);
  const rewritten = right === 'dropped' ? null : rewriteState(written, right);
  return rewritten === null || rewritten === written ? null : replaceRange(range, rewritten);
}

/** Every task may be done while a gate is open: then 100 % needs a sign beside it that says so. */
const percentText = (phase: Phase): string => {
  const percent = percentIn(phase);
  return percent === 100 && phaseState(phase, []) !== 'complete' ? `🔄 ${percent}%` : `${percent}%`;
};

function percentIn({ items }: Phase): number {
  const counted = items.filter(isCounted);
  const tasks = countKind(counted, 'task');
  const { done, total } = tasks.total > 0 ? tasks : countItems(counted);
  return percentOf({ part: done, whole: total });
}

const claimOf = (plan: Plan, phase: Phase): Claim => STATES[phaseState(phase, plan.selfReport.blockers)];

const STATES = {
  'not-started': 'not-started',
  'in-progress': 'in-progress',
  blocked: 'blocked',
  'gate-pending': 'in-progress',
  complete: 'complete',
  untracked: 'not-started',
  dropped: 'dropped',
} as const satisfies Record<PhaseState, Claim>;
