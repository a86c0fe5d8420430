import type { Delta, Unlisted } from '../progress/delta.ts';
import { shown } from '../settings/setting-problem.ts';
import { addKinds, countKinds, sumOfKinds } from './count-moves.ts';
import type { PlanResult, UnlistedOfPhase } from './report.ts';
import { MAX_LISTED } from './shorten-delta.ts';

/** What is not so in what the lists of a delta are said to leave out: only a full list leaves out anything, and a phase no more than its plan. */
export function unlistedProblem(plans: readonly PlanResult[]): string | null {
  for (const plan of plans) {
    const list = tooShort(plan.delta) ?? tooMany(plan);
    if (list !== null) return `leaves out more of ${shown(list)} in the plan ${shown(plan.path)} than it can`;
  }
  return null;
}

function tooShort(delta: Delta | null): string | null {
  if (delta?.unlisted === undefined) return null;
  const { tasks, phases, claims, blockers, unlisted } = delta;
  const { spoken, others } = unlisted.claims;
  const lists: readonly (readonly [name: string, listed: readonly unknown[], left: number])[] = [
    ...LISTS.map((name) => [name, tasks[name], sumOfKinds(unlisted.tasks[name])] as const),
    ['phases', phases, unlisted.phases],
    ['claims', claims, spoken + others],
    ['opened', blockers.opened, unlisted.blockers.opened],
    ['closed', blockers.closed, unlisted.blockers.closed],
  ];
  return lists.find(([, { length }, left]) => left > 0 && length < MAX_LISTED)?.[0] ?? null;
}

function tooMany({ phases, delta }: PlanResult): string | null {
  const left = phases.flatMap(({ unlisted }) => (unlisted === undefined ? [] : [unlisted]));
  return (
    IN_PHASES.find(([name, list]) => {
      const inPhases = left.map((unlisted) => unlisted[name]).reduce(addKinds, NONE);
      const inPlan = delta?.unlisted?.tasks[list] ?? NONE;
      return KEYS.some((kind) => inPhases[kind] > inPlan[kind]);
    })?.[0] ?? null
  );
}

const NONE = countKinds([]);
const KEYS = ['tasks', 'deliverables', 'gates'] as const;
const LISTS = [
  'ticked',
  'unticked',
  'added',
  'removed',
  'moved',
] as const satisfies readonly (keyof Unlisted['tasks'])[];
const IN_PHASES = [
  ['ticked', 'ticked'],
  ['unticked', 'unticked'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['movedIn', 'moved'],
  ['movedOut', 'moved'],
] as const satisfies readonly (readonly [keyof UnlistedOfPhase, keyof Unlisted['tasks']])[];
