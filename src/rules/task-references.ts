import type { Item, Phase, Plan } from '../plan/plan.ts';
import { normaliseItem, withoutNumber } from '../progress/item-words.ts';

/** Where "Depends on:" leads: to a task, nowhere, or to something that only a reader can judge. */
export type TaskReference =
  | { readonly kind: 'task'; readonly item: Item }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclear' };

const UNCLEAR: TaskReference = { kind: 'unclear' };

const NUMBER = String.raw`#?([a-z]{0,4}-?\d+(?:\.\d+)*[a-z]?)`;
/** `Task 1.2: …`, or `1.2` and nothing else. */
const REFERENCE = new RegExp(`^(?:(?:task|step|item) ${NUMBER}(?![\\p{L}\\p{N}])|${NUMBER}$)`, 'u');
/** `Task 1.2 …`, `1.2: …`, `T004 …`. */
const OWN = new RegExp(`^(?:(?:task|step|item) )?${NUMBER}(?![\\p{L}\\p{N}])`, 'u');
const ANYWHERE = new RegExp(
  `(?:\\b(?:tasks?|steps?|items?) |^[ \\t>*+_~#-]*(?:\\[.\\][ *_~]*)?)${NUMBER}(?![\\p{L}\\p{N}])`,
  'gimu',
);

/** `#12` is an issue on GitHub, and `ABC-12` one of another tracker. */
const OF_A_TRACKER = /^(?:#\d|[a-z]{3,}-\d)/i;

/** A task by each of its names; null where several have it. */
type TasksByName = ReadonlyMap<string, Item | null>;

/**
 * Reads what the tasks of a plan name as what they depend on: by number or by text, first in the phase at the place
 * from which it is named.
 */
export function taskReferences({ phases, text }: Plan): (name: string, phase: number) => TaskReference {
  const tasks = tasksByName(phases);
  const mentioned = numbersIn(text);
  return (name, phase) => {
    const words = normaliseItem(name);
    const match = REFERENCE.exec(words);
    const number = match?.[1] ?? match?.[2] ?? null;
    const found = [`#${number}`, words, withoutNumber(words)]
      .flatMap((one) => [tasks.get(inPhase(phase, one)), tasks.get(one)])
      .find((task) => task !== undefined);
    if (found !== undefined) return found === null ? UNCLEAR : { kind: 'task', item: found };
    // A number that stands anywhere else in the plan may be that of a group of tasks.
    return number === null || OF_A_TRACKER.test(name.trim()) || mentioned.has(number)
      ? UNCLEAR
      : { kind: 'missing' };
  };
}

function tasksByName(phases: readonly Phase[]): TasksByName {
  const tasks = new Map<string, Item | null>();
  for (const [phase, { items }] of phases.entries()) {
    for (const item of items) {
      for (const name of namesOf(item).flatMap((one) => [one, inPhase(phase, one)])) {
        tasks.set(name, tasks.has(name) ? null : item);
      }
    }
  }
  return tasks;
}

function namesOf({ text }: Item): readonly string[] {
  const words = normaliseItem(text);
  const number = OWN.exec(words)?.[1];
  return [...(number === undefined ? [] : [`#${number}`]), withoutNumber(words)];
}

/** No name of a task holds a line feed. */
const inPhase = (phase: number, name: string): string => `${phase}\n${name}`;

/** In the lines that are not about dependencies, and the first parts of `1.2`: who has it may have a group 1. */
function numbersIn(text: string): ReadonlySet<string> {
  const lines = text.split('\n').filter((line) => !/depend/i.test(line));
  const numbers = [...lines.join('\n').matchAll(ANYWHERE)].map(([, number = '']) => number.toLowerCase());
  return new Set(numbers.flatMap((number) => [number, number.replace(/\..*$/, '')]));
}
