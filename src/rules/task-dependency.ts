import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Item, Plan } from '../plan/plan.ts';
import { measurePhases } from '../progress/measure-progress.ts';
import { isFinished } from '../progress/overdue-phases.ts';
import { doneTooEarly, findCycles, type Needs, type Step } from './dependency-graph.ts';
import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';
import { taskReferences } from './task-references.ts';

/** Steps of a circle that a message names. */
const MAX_NAMED = 6;

export const taskDependency = defineRule({
  id: 'task-dependency',
  description: 'What a task or a phase depends on is there, and is done first.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    unknown: '"Depends on:" names a task that the plan does not have, {{names}}: correct or remove it.',
    cycle: 'These wait for each other, so that none may begin: {{cycle}}; remove one of the dependencies.',
    early: 'Done before what it depends on: {{names}}; correct the dependency, or tick what is done.',
  },
  *check(plan) {
    const tasks = taskNeeds(plan);
    for (const { name, step } of tasks.missing) {
      yield { messageId: 'unknown', data: { name }, range: step.range, subject: `unknown ${name}` };
    }
    for (const needs of [phaseNeeds(plan), tasks.needs]) {
      const cycles = findCycles(needs);
      const inCircle = new Set(cycles.flat());
      for (const cycle of cycles) {
        const [first] = cycle;
        if (first === undefined) continue;
        const subject = `cycle ${cycle
          .map(({ name }) => name)
          .toSorted()
          .join(' ')}`;
        yield { messageId: 'cycle', data: { cycle: circle(cycle) }, range: first.range, subject };
      }
      for (const { step, need } of doneTooEarly(needs)) {
        if (inCircle.has(step) && inCircle.has(need)) continue;
        yield {
          messageId: 'early',
          data: { name: step.name },
          range: step.range,
          subject: `early ${step.name}`,
          help: `"${step.name}" depends on "${need.name}", which is not done.`,
        };
      }
    }
  },
});

interface TaskNeeds {
  readonly needs: Needs;
  readonly missing: readonly { readonly name: string; readonly step: Step }[];
}

function taskNeeds(plan: Plan): TaskNeeds {
  if (plan.phases.every(({ items }) => items.every(({ dependsOn }) => dependsOn.length === 0)))
    return NO_NEEDS;
  const find = taskReferences(plan);
  const steps = new Map(
    plan.phases.flatMap(({ items }) => items.map((item): [Item, Step] => [item, stepOf(item)])),
  );
  const links = plan.phases.flatMap(({ items }, phase) =>
    items.flatMap((item) =>
      item.dependsOn.map((name) => ({
        name,
        step: steps.get(item) ?? stepOf(item),
        found: find(name, phase),
      })),
    ),
  );
  const found = links.flatMap(({ step, found: to }) => {
    const need = to.kind === 'task' ? steps.get(to.item) : undefined;
    return need === undefined ? [] : [{ step, need }];
  });
  return {
    needs: new Map(
      [...Map.groupBy(found, ({ step }) => step)].map(([step, all]) => [step, all.map(({ need }) => need)]),
    ),
    missing: links.filter(({ found: { kind } }) => kind === 'missing'),
  };
}

/** Of most plans. */
const NO_NEEDS: TaskNeeds = { needs: new Map(), missing: [] };

const stepOf = (item: Item): Step => ({
  name: item.text,
  range: item.range,
  isDone: item.state === 'done',
  isOpen: isUnresolved(item),
});

function phaseNeeds(plan: Plan): Needs {
  const states = measurePhases(plan);
  const steps = plan.phases.map((phase, index): Step => {
    const state = states[index];
    const isOver = state !== undefined && isFinished(state);
    const isDropped = state?.state === 'dropped' || state?.claim?.state === 'dropped';
    return { name: phaseName(phase), range: phase.range, isDone: isOver && !isDropped, isOpen: !isOver };
  });
  const numbers = new Map(plan.phases.map(({ number }, index) => [number, steps[index]]));
  return new Map(
    steps.map((step, index) => [
      step,
      (plan.phases[index]?.dependsOn ?? []).flatMap((number) => numbers.get(number) ?? []),
    ]),
  );
}

/** `a → b → a`. */
function circle(cycle: readonly Step[]): string {
  const names = cycle.map(({ name }) => name);
  const left = names.length - MAX_NAMED;
  const shown = left > 0 ? [...names.slice(0, MAX_NAMED), `${left} more`] : names;
  return [...shown, names[0] ?? ''].join(' → ');
}
