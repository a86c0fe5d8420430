import { parsePlan } from '../plan/parse-plan.ts';
import { endsInPercent } from '../plan/percent-mark.ts';
import type { Phase, Plan } from '../plan/plan.ts';
import type { PhaseClaim } from '../plan/self-report.ts';
import { readStateMark } from '../plan/state-mark.ts';
import { textPlaces } from '../plan/text-places.ts';
import { countItems, countKind, isCounted } from '../progress/count-items.ts';
import { percentOf } from '../progress/pace.ts';
import { phaseState } from '../progress/phase-state.ts';
import type { PhaseState } from '../progress/progress.ts';
import { judgeClaim } from '../progress/reconcile.ts';
import { CLAIMS, type Claim, isOneOfTwo, percentLike, rewriteState } from './rewrite-claim.ts';
import { saysAnother } from './says-another.ts';
import { applySplices, splicesOf } from './splice.ts';
import { replaceRange, type TextEdit } from './text-edit.ts';

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
  if (conflicts.length === 0) return new Map();
  const places = textPlaces(plan.text);
  const edits = conflicts.flatMap(({ phase, claim }) => {
    const others = phase.claims.filter((other) => other !== claim).map(({ range }) => range);
    if (isOneOfTwo(places, claim.range) || saysAnother(places, claim.range, others)) return [];
    const edit = editOf(plan, phase, { claim, written: places.textIn(claim.range) });
    return edit === null ? [] : [[claim, edit] as const];
  });
  if (edits.length === 0) return new Map();
  const splices = splicesOf(
    edits.flatMap(([, edit]) => edit),
    plan.text,
  );
  const corrected = applySplices(plan.text, splices);
  const cured = curedAtAGlance(plan, corrected) ?? curedIn(plan, corrected);
  const right = new Set(conflicts.filter(({ phase }) => cured.has(phase)).map(({ claim }) => claim));
  return new Map(edits.filter(([claim]) => right.has(claim)));
}

/**
 * Reading the whole plan again takes as long as reading it; what is said of phases stands in few lines. null where these
 * do not tell the same phases with as many claims.
 */
function curedAtAGlance(plan: Plan, corrected: string): ReadonlySet<Phase> | null {
  const { phases } = parsePlan(plan.path, claimLines(plan, corrected));
  const isSame =
    phases.length === plan.phases.length &&
    plan.phases.every((phase, index) => {
      const after = phases[index];
      return after?.claims.length === phase.claims.length && isSamePhase(phase, after);
    });
  return isSame ? new Set(plan.phases.filter((phase, index) => isRight(phase, phases[index]))) : null;
}

/**
 * The headings and tables that tell of claims, and the lines with one, each in its place; all other lines are empty. Of
 * headings further down than any phase only those above a claim are kept: they say nothing of the others.
 */
function claimLines({ phases, frontMatter: { lineCount } }: Plan, text: string): string {
  const lines = text.split('\n');
  const claims = new Set(phases.flatMap((phase) => phase.claims.map(({ range }) => range.start.line)));
  const deepest = phases.reduce(
    (depth, { range }) => Math.max(depth, headingDepth(lines[range.start.line - 1] ?? '')),
    0,
  );
  const kept = lines.map(() => '');
  for (let index = lines.length - 1, isAbove = false; index >= lineCount; index--) {
    const line = lines[index] ?? '';
    const depth = headingDepth(line);
    const isSaid = claims.has(index + 1) || line.includes('|');
    if (isSaid || (depth > 0 && (depth <= deepest || isAbove))) kept[index] = line;
    isAbove = isSaid || (isAbove && (depth === 0 || depth > deepest));
  }
  return kept.join('\n');
}

/** 0 for a line that is no heading. */
const headingDepth = (line: string): number => /^ {0,3}(#+)/.exec(line)?.[1]?.length ?? 0;

function curedIn(plan: Plan, corrected: string): ReadonlySet<Phase> {
  const { phases } = parsePlan(plan.path, corrected);
  return new Set(
    plan.phases.filter((phase, index) => {
      const after = phases[index];
      return after?.items.length === phase.items.length && isSamePhase(phase, after) && isRight(phase, after);
    }),
  );
}

const isSamePhase = (before: Phase, after: Phase): boolean =>
  after.name === before.name &&
  after.number === before.number &&
  after.dropped === before.dropped &&
  after.range.start.line === before.range.start.line;

/** What is said of the phase now, against its boxes as they were read. */
const isRight = (before: Phase, after: Phase | undefined): boolean =>
  after?.claims.every((claim) => judgeClaim(claim, { ...before, claims: after.claims }) === 'none') ?? false;

function editOf(
  plan: Plan,
  phase: Phase,
  { claim, written }: { readonly claim: PhaseClaim; readonly written: string },
): readonly TextEdit[] | null {
  const { state, range, source } = claim;
  if (state === 'blocked' || state === 'dropped' || source === 'bullets') return null;
  // "Skipped – still open" is no state of a dropped phase, and its words are left to people all the same.
  if (readStateMark(written)?.state === 'dropped') return null;
  if (endsInPercent(written)) {
    const right = percentText(phase);
    return right.startsWith('🔄')
      ? replaceRange(range, right)
      : replaceRange(range, percentLike(written, percentIn(phase)));
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
