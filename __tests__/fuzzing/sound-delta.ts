import assert from 'node:assert/strict';
import type { Plan } from '../../src/plan/plan.ts';
import { comparePlans } from '../../src/progress/compare-plans.ts';
import type { ItemChange } from '../../src/progress/delta.ts';
import type { Count, Progress } from '../../src/progress/progress.ts';

const KINDS = [
  ['task', 'tasks'],
  ['deliverable', 'deliverables'],
  ['gate', 'gates'],
] as const;

const allOf = ({ total, deferred, cancelled }: Count): number => total + deferred + cancelled;

/** What holds of the change from any plan to any other. */
export function expectSoundDelta(base: Plan, head: Plan): void {
  const { tasks, progress } = comparePlans(base, head);
  expectSum(tasks, progress);
  const back = comparePlans(head, base);
  assert.deepEqual(back.progress, { from: progress.to, to: progress.from });
  const texts = (changes: readonly ItemChange[]): readonly string[] =>
    changes.map(({ kind, text, phase }) => `${kind} ${phase} ${text}`).sort();
  const sizes = (moves: typeof tasks): readonly number[] => [
    moves.added.length - moves.removed.length,
    moves.ticked.length - moves.unticked.length,
  ];
  assert.deepEqual(
    sizes(back.tasks).map((size) => -size + 0),
    sizes(tasks).map((size) => size + 0),
    'there and back are not the same way',
  );
  const itself = comparePlans(head, head).tasks;
  assert.deepEqual(Object.values(itself).flatMap(texts), [], 'a plan is a change of itself');
}

function expectSum(
  { ticked, unticked, added, removed }: ReturnType<typeof comparePlans>['tasks'],
  { from, to }: { readonly from: Progress; readonly to: Progress },
): void {
  const sum = (key: 'tasks' | 'deliverables' | 'gates', of: (count: Count) => number): number =>
    of(to[key]) - of(from[key]);
  const inAll = KINDS.reduce((all, [, key]) => all + sum(key, allOf), 0);
  assert.equal(inAll, added.length - removed.length, 'what came and went is not what there is more');
  const done = KINDS.reduce((all, [, key]) => all + sum(key, (count) => count.done), 0);
  const byTicks = done - ticked.length + unticked.length;
  assert.ok(
    byTicks <= added.length && byTicks >= -removed.length,
    'what was ticked is not what is done more',
  );
}
