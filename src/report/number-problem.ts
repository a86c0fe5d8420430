import { percentDone } from '../progress/measure-progress.ts';
import { possibleStates } from '../progress/possible-states.ts';
import type { Count, PhaseProgress, Progress } from '../progress/progress.ts';
import { MAX_PHASES } from './plan-result.ts';
import type { PlanResult } from './report.ts';

/** What a plan cannot have. `field` is a JSON pointer from the plan. */
export interface NumberProblem {
  readonly field: string;
  readonly problem: string;
}

const KINDS = ['tasks', 'deliverables', 'gates'] as const;
const PARTS = ['done', 'total', 'deferred', 'cancelled'] as const satisfies readonly (keyof Count)[];

/** The first number of a plan that another one of it contradicts; null where all go together. */
export function numberProblem(plan: Pick<PlanResult, 'progress' | 'phases'>): NumberProblem | null {
  for (const problem of problemsIn(plan)) return problem;
  return null;
}

function* problemsIn({
  progress,
  phases,
}: Pick<PlanResult, 'progress' | 'phases'>): Generator<NumberProblem> {
  for (const kind of [...KINDS, 'other'] as const) yield* tooMuchDone(progress[kind], `/progress/${kind}`);
  for (const [index, phase] of phases.entries()) {
    for (const kind of KINDS) yield* tooMuchDone(phase[kind], `/phases/${index}/${kind}`);
    yield* wrongState(phase, `/phases/${index}`);
  }
  const percent = percentDone(progress.tasks);
  if (progress.percent !== percent) yield wrong('/progress/percent', progress.percent, percent);
  for (const kind of KINDS) {
    for (const part of PARTS) {
      const sum = phases.reduce((all, phase) => all + phase[kind][part], 0);
      yield* wrongSum(progress[kind][part], sum, { field: `/progress/${kind}/${part}`, phases });
    }
  }
  const named = phases.filter(({ name, number }) => name !== '' || number !== null);
  const counted: Progress['phases'] = {
    complete: named.filter(({ state }) => state === 'complete').length,
    total: named.filter(({ state }) => state !== 'dropped').length,
  };
  for (const part of ['complete', 'total'] as const) {
    yield* wrongSum(progress.phases[part], counted[part], { field: `/progress/phases/${part}`, phases });
  }
}

/** Boxes of a plan at the most: it has a million bytes. */
const MAX_BOXES = 1_000_000;

function* tooMuchDone({ done, total, deferred, cancelled }: Count, field: string): Generator<NumberProblem> {
  if (done > total) yield { field, problem: `says that ${done} of ${total} are done` };
  const all = total + deferred + cancelled;
  if (all > MAX_BOXES) yield { field, problem: `says that there are ${all}, more than a plan can hold` };
}

function* wrongState(phase: PhaseProgress, field: string): Generator<NumberProblem> {
  const { state, claim, conflict } = phase;
  const possible = possibleStates(phase);
  if (!possible.includes(state))
    yield { field: `${field}/state`, problem: `is "${state}" against its boxes` };
  if (claim === null && conflict !== 'none') {
    yield { field: `${field}/conflict`, problem: `is "${conflict}" where nothing is claimed` };
  }
}

/** Of a list of phases that is full there may be more. */
function* wrongSum(
  said: number,
  sum: number,
  { field, phases }: { readonly field: string; readonly phases: readonly PhaseProgress[] },
): Generator<NumberProblem> {
  if (phases.length < MAX_PHASES ? said !== sum : said < sum) yield wrong(field, said, sum);
}

const wrong = (field: string, said: number | null, right: number | null): NumberProblem => ({
  field,
  problem: `is ${said}, and the other numbers say ${right}`,
});
