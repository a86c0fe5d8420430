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

interface Numbered {
  readonly item: Item;
  readonly phase: Phase;
  readonly number: string | null;
  readonly words: string;
}

/** Reads what the tasks of a plan name as what they depend on: by number or by text, in their own phase first. */
export function taskReferences({ phases, text }: Plan): (name: string, from: Phase) => TaskReference {
  const all = phases.flatMap((phase) => phase.items.map((item) => numbered(item, phase)));
  const byNumber = Map.groupBy(all, ({ number }) => number);
  const byWords = Map.groupBy(all, ({ words }) => words);
  const mentioned = numbersIn(text);
  return (name, from) => {
    const words = normaliseItem(name);
    const match = REFERENCE.exec(words);
    const number = match?.[1] ?? match?.[2] ?? null;
    const found = [byNumber.get(number ?? ''), byWords.get(words), byWords.get(withoutNumber(words))].find(
      (tasks) => tasks !== undefined,
    );
    if (found !== undefined) return theOneIn(found, from);
    // A number that stands anywhere else in the plan may be that of a group of tasks.
    return number === null || mentioned.has(number) ? UNCLEAR : { kind: 'missing' };
  };
}

function numbered(item: Item, phase: Phase): Numbered {
  const words = normaliseItem(item.text);
  return { item, phase, number: OWN.exec(words)?.[1] ?? null, words: withoutNumber(words) };
}

function theOneIn(tasks: readonly Numbered[], from: Phase): TaskReference {
  const near = tasks.filter(({ phase }) => phase === from);
  const [task, ...more] = near.length > 0 ? near : tasks;
  return task === undefined || more.length > 0 ? UNCLEAR : { kind: 'task', item: task.item };
}

/** In the lines that are not about dependencies, and the first parts of `1.2`: who has it may have a group 1. */
function numbersIn(text: string): ReadonlySet<string> {
  const lines = text.split('\n').filter((line) => !/depends on/i.test(line));
  const numbers = [...lines.join('\n').matchAll(ANYWHERE)].map(([, number = '']) => number.toLowerCase());
  return new Set(numbers.flatMap((number) => [number, number.replace(/\..*$/, '')]));
}
