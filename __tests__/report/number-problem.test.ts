import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measurePhases, measureProgress } from '../../src/progress/measure-progress.ts';
import { numberProblem } from '../../src/report/number-problem.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { fc } from '../fuzzing/fast-check.ts';

type Numbers = Pick<PlanResult, 'progress' | 'phases'>;

const numbersOf = (text: string): Numbers => {
  const plan = parsePlan('plan.md', text);
  return {
    progress: measureProgress(plan),
    phases: measurePhases(plan).map((phase) => ({ ...phase, before: null })),
  };
};

const whole = numbersOf(`## Phase 1: Build
- [x] a
- [ ] b
- [~] ~~c~~
### Deliverables
- [x] d
## Phase 2: Ship
- [x] e
### Gates
- [ ] f
## Phase 3: Rest
## Notes
- [ ] g
`);

/** Every number of a value, by its JSON pointer. */
function* pointersIn(value: unknown, pointer = ''): Generator<string> {
  if (typeof value === 'number') yield pointer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pointersIn(inner, `${pointer}/${key}`);
}

const changed = (numbers: Numbers, pointer: string, by: number): Numbers => {
  const copy = structuredClone(numbers) as Numbers;
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
  (parent as Record<string, number>)[last] = Number((parent as Record<string, number>)[last]) + by;
  return copy;
};

describe('the numbers of a plan', () => {
  test('as they are measured contradict nothing', () => {
    const line = fc.constantFrom(
      ...['## Phase 1: A', '## Phase 2: B', '### Gates', '### Deliverables', '- [x] a', '- [ ] b'],
      ...['- [~] c', '- [-] d', '- [ ] ~~e~~ (cancelled)', '- [ ] f (deferred)', '- [/] g', '## Notes'],
      ...['**Status:** Complete', '**Status:** Blocked', '## ~~Phase 3: C~~ (dropped)'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        expect(numberProblem(numbersOf(lines.join('\n')))).toBeNull();
      }),
    );
  });

  /** What nothing else of a plan says. */
  const FREE = /^\/progress\/other\/|^\/phases\/\d+\/line$/;

  test.each([...pointersIn(whole)].filter((pointer) => !FREE.test(pointer)))(
    '%s is said by others, too',
    (pointer) => {
      for (const by of [1, -1]) expect(numberProblem(changed(whole, pointer, by))).not.toBeNull();
    },
  );

  test('name the field, and what is wrong with it', () => {
    expect(numberProblem(changed(whole, '/progress/percent', 1))).toEqual({
      field: '/progress/percent',
      problem: 'is 67, and the other numbers say 66',
    });
    expect(numberProblem(changed(whole, '/progress/phases/total', 5))).toEqual({
      field: '/progress/phases/total',
      problem: 'is 8, and the other numbers say 3',
    });
    expect(numberProblem(changed(whole, '/progress/other/done', 2))).toEqual({
      field: '/progress/other',
      problem: 'says that 2 of 1 are done',
    });
    expect(numberProblem(changed(whole, '/progress/other/deferred', 1_000_000))).toEqual({
      field: '/progress/other',
      problem: 'says that there are 1000001, more than a plan can hold',
    });
    const [first, ...others] = whole.phases;
    if (first === undefined) throw new Error('No phase.');
    const complete: Numbers = { ...whole, phases: [{ ...first, state: 'complete' }, ...others] };
    expect(numberProblem(complete)).toEqual({
      field: '/phases/0/state',
      problem: 'is "complete" against its boxes',
    });
    const claimed: Numbers = { ...whole, phases: [{ ...first, conflict: 'overclaim' }, ...others] };
    expect(numberProblem(claimed)).toEqual({
      field: '/phases/0/conflict',
      problem: 'is "overclaim" where nothing is claimed',
    });
  });

  test('may go beyond a list of phases that is full', () => {
    const [phase] = whole.phases;
    if (phase === undefined) throw new Error('No phase.');
    const phases = Array.from({ length: 1_000 }, () => phase);
    const { tasks, deliverables } = phase;
    const sum = { done: 1_001, total: 2_002, deferred: 0, cancelled: tasks.cancelled * 1_001 };
    const numbers: Numbers = {
      phases,
      progress: {
        ...whole.progress,
        tasks: { ...sum, deferred: tasks.deferred * 1_001 },
        deliverables: { ...deliverables, done: 1_001, total: 1_001 },
        gates: { ...whole.progress.gates, total: 0 },
        phases: { complete: 0, total: 1_001 },
        percent: 50,
      },
    };
    expect(numberProblem(numbers)).toBeNull();
    expect(numberProblem({ ...numbers, phases: phases.slice(1) })).not.toBeNull();
  });
});
