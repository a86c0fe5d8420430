import type { Range } from '../plan/position.ts';

/** A task or a phase, as far as it waits for others. */
export interface Step {
  readonly name: string;
  readonly range: Range;
  readonly isDone: boolean;
  /** Still to be done: neither done, nor deferred or dropped. */
  readonly isOpen: boolean;
}

/** What each step waits for; one that waits for nothing may be missing. */
export type Needs = ReadonlyMap<Step, readonly Step[]>;

/** Circles that are looked for; one is enough to begin with. */
const MAX_CYCLES = 10;

/** Circles of steps that wait for each other, each once, from its first step in the file on. */
export function findCycles(needs: Needs): readonly (readonly Step[])[] {
  const cycles: (readonly Step[])[] = [];
  const isFinished = new Set<Step>();
  for (const start of needs.keys()) {
    const way = [{ step: start, next: 0 }];
    const onWay = new Set([start]);
    for (let last = way.at(-1); last !== undefined && cycles.length < MAX_CYCLES; last = way.at(-1)) {
      const need = needs.get(last.step)?.[last.next++];
      if (need === undefined || isFinished.has(last.step)) {
        way.pop();
        onWay.delete(last.step);
        isFinished.add(last.step);
      } else if (onWay.has(need)) {
        cycles.push(way.slice(way.findIndex(({ step }) => step === need)).map(({ step }) => step));
      } else {
        way.push({ step: need, next: 0 });
        onWay.add(need);
      }
    }
  }
  return cycles;
}

/** Steps that are done although one that they wait for, the first of each, is open. */
export const doneTooEarly = (needs: Needs): readonly { readonly step: Step; readonly need: Step }[] =>
  [...needs].flatMap(([step, all]) => {
    const need = step.isDone ? all.find(({ isOpen }) => isOpen) : undefined;
    return need === undefined ? [] : [{ step, need }];
  });
