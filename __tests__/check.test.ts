import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { check } from '../src/check.ts';
import type { PhaseResult, PlanResult } from '../src/report/report.ts';
import type { ChangedFile } from '../src/repository/repository.ts';
import { resolveSettings } from '../src/settings/resolve-settings.ts';
import { timeBudget } from '../src/time-budget.ts';
import { memoryRepository } from './checking/memory-repository.ts';
import { count, day, item } from './report/sample-report.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const PLAN = 'docs/plans/active/self-update-v2.md';

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

/** The example's big plan, as its pull request changes it. */
async function checkExample(): Promise<PlanResult> {
  const base = filesIn(join(EXAMPLES, 'repository'));
  const change: ChangedFile = { path: PLAN, previousPath: null, change: 'modified' };
  const { report } = await check({
    repository: memoryRepository(
      { base, head: { ...base, ...filesIn(join(EXAMPLES, 'pull-request')) } },
      { files: [change], gap: null },
    ),
    scope: { kind: 'changed' },
    run: 'changes',
    event: 'pull_request',
    settings: resolveSettings({ inputs: { today: day('2026-06-15') }, config: {}, now: 0 }),
    version: '0.0.0',
    withinSchemaTime: timeBudget(1_000),
  });
  const [plan] = report.plans;
  if (plan === undefined) throw new Error('The plan was not checked.');
  return plan;
}

describe('a plan with 46 of 50 tasks, 7 of 19 gates and one complete phase of seven', () => {
  let plan: PlanResult;
  beforeAll(async () => {
    plan = await checkExample();
  });

  test('reads so', () => {
    expect(plan.progress).toEqual({
      tasks: count(46, 50),
      deliverables: count(9, 15),
      gates: count(7, 19),
      other: count(2, 5),
      phases: { complete: 1, total: 7 },
      percent: 92,
    });
  });

  test('has four phases whose gates are open, and three that are what their rows say', () => {
    expect(plan.phases.map(inShort)).toEqual([
      '1 Signed releases: complete (table says complete, none), tasks 8/8, deliverables 2/2, gates 3/3',
      '2 Fetch and check: gate-pending (table says in-progress, none), tasks 9/9, deliverables 3/3, gates 2/3',
      '3 Swap and restart: gate-pending (table says in-progress, none), tasks 8/8, deliverables 2/2, gates 1/3',
      '4 Roll back: gate-pending (table says in-progress, none), tasks 7/7, deliverables 1/2, gates 1/3',
      '5 Staged rollout: gate-pending (table says in-progress, none), tasks 7/7, deliverables 1/2, gates 0/3',
      '6 See the fleet: in-progress (table says in-progress, none), tasks 5/6, deliverables 0/2, gates 0/2',
      '7 Retire v1: in-progress (table says in-progress, none), tasks 2/5, deliverables 0/2, gates 0/2',
    ]);
  });

  test('is on track, by its numbers', () => {
    expect(plan.health).toEqual({
      status: 'ON_TRACK',
      reasons: ['58 % of the time has passed, 92 % of the tasks are done'],
    });
    expect(plan.staleness).toEqual({ state: null, reasons: [] });
    expect(plan.diagnostics).toEqual([]);
  });

  test('can be drawn', () => {
    const phase = (number: string, name: string, start: string, end: string, state: string) => ({
      number,
      name,
      start,
      end,
      state,
    });
    expect(plan.timeline).toEqual({
      start: '2026-03-02',
      end: '2026-08-28',
      phases: [
        phase('1', 'Signed releases', '2026-03-02', '2026-03-20', 'complete'),
        phase('2', 'Fetch and check', '2026-03-16', '2026-06-19', 'gate-pending'),
        phase('3', 'Swap and restart', '2026-04-06', '2026-06-26', 'gate-pending'),
        phase('4', 'Roll back', '2026-04-27', '2026-07-03', 'gate-pending'),
        phase('5', 'Staged rollout', '2026-05-11', '2026-07-10', 'gate-pending'),
        phase('6', 'See the fleet', '2026-05-25', '2026-07-31', 'in-progress'),
        phase('7', 'Retire v1', '2026-06-01', '2026-08-28', 'in-progress'),
      ],
      milestones: [],
    });
  });

  test('tells what the pull request moved, and nothing that it did not touch', () => {
    const ticked = (text: string, line: number, phase: string) => item(text, { line, phase });
    expect(plan.delta).toEqual({
      tasks: {
        ticked: [
          {
            ...ticked('A thousand power cuts, and every device starts', 205, 'Swap and restart'),
            kind: 'gate',
          },
          ticked('Task 5.5: Stop a rollout with one command', 258, 'Staged rollout'),
          ticked('Task 5.6: Stop by itself when two in a hundred go back', 259, 'Staged rollout'),
          ticked('Task 5.7: Write down who raised and who stopped', 260, 'Staged rollout'),
          ticked('Task 6.5: Send a mail when a rollout stops', 291, 'See the fleet'),
        ],
        unticked: [],
        added: [],
        removed: [],
        moved: [],
      },
      phases: [{ name: 'Staged rollout', from: 'in-progress', to: 'gate-pending' }],
      claims: [],
      lifecycle: null,
      dates: [{ field: 'last_updated', from: '2026-06-10', to: '2026-06-15' }],
      blockers: { opened: [], closed: [] },
      progress: {
        from: { ...plan.progress, tasks: count(42, 50), gates: count(6, 19), percent: 84 },
        to: plan.progress,
      },
    });
  });
});

function inShort({ number, name, state, claim, conflict, ...counts }: PhaseResult): string {
  const said = claim === null ? 'nothing said' : `${claim.source} says ${claim.state}`;
  const numbers = (['tasks', 'deliverables', 'gates'] as const).map(
    (kind) => `${kind} ${counts[kind].done}/${counts[kind].total}`,
  );
  return `${number} ${name}: ${state} (${said}, ${conflict}), ${numbers.join(', ')}`;
}
