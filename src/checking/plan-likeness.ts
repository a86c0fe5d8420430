import type { Plan } from '../plan/plan.ts';

/** Lines of one plan that are compared; nobody tells two plans apart by more. */
const MAX_LINES = 2_000;
/** Plans that are compared line by line with one plan, those with the most rare lines in common first. */
const MAX_CANDIDATES = 10;
/** A line of more plans than this tells none of them apart. */
const MAX_SHARED = 20;
/** Lines in common from which on two plans can be the same. */
const MIN_COMMON = 3;

interface Likeness {
  /** In the list of plans. */
  readonly index: number;
  /** From 0 to 1: lines in common, of all lines of both; between two titles of those alone that are no tasks. */
  readonly likeness: number;
}

/** What is compared of a plan. */
interface Telling {
  readonly title: string;
  readonly lines: ReadonlySet<string>;
  /** Those of the lines that are no tasks: many plans want "Tell the users" done. */
  readonly prose: ReadonlySet<string>;
}

/**
 * Finds out which plans of a list are how much like another: a bounded number of them, whatever the list. Only lines
 * that say something of the plan are compared, since headings and labels come from the template that all plans share.
 * Tasks in common make no one plan of two that are called differently.
 */
export function likenessAmong(plans: readonly Plan[]): (plan: Plan) => readonly Likeness[] {
  const tellings = plans.map(tellingOf);
  const holders = new Map<string, number[]>();
  for (const [index, { lines }] of tellings.entries()) {
    for (const line of lines) {
      const indices = holders.get(line);
      if (indices === undefined) holders.set(line, [index]);
      else indices.push(index);
    }
  }
  return (plan) => {
    const own = tellingOf(plan);
    const common = new Map<number, number>();
    for (const line of own.lines) {
      const indices = holders.get(line) ?? [];
      if (indices.length > MAX_SHARED) continue;
      for (const index of indices) common.set(index, (common.get(index) ?? 0) + 1);
    }
    return [...common]
      .toSorted(([a, inA], [b, inB]) => inB - inA || a - b)
      .slice(0, MAX_CANDIDATES)
      .flatMap(([index]) => {
        const other = tellings[index];
        return other === undefined ? [] : [{ index, likeness: likenessOf(own, other) }];
      });
  };
}

const likenessOf = (one: Telling, other: Telling): number =>
  one.title === other.title ? inCommon(one.lines, other.lines) : inCommon(one.prose, other.prose);

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((line) => other.has(line)).length;
  return common < MIN_COMMON ? 0 : (2 * common) / (one.size + other.size);
}

const HEADING = /^#{1,6}\s/;
/** Of a table, which may be one of tasks. */
const ROW = /^\s*\|/;
const BOX = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[.\]\s+/u;

/** Of the lines below the front matter each one once; whether a box is ticked does not matter. */
function tellingOf({ title, text, frontMatter }: Plan): Telling {
  const lines = text
    .split(/\r?\n/, frontMatter.lineCount + MAX_LINES)
    .slice(frontMatter.lineCount)
    .map((line) => ({ line: line.replace(BOX, '').trim(), isTask: BOX.test(line) || ROW.test(line) }))
    .filter(({ line }) => /[\p{L}\p{N}]/u.test(line) && !HEADING.test(line) && !isLabel(line));
  return {
    title: title.toLowerCase(),
    lines: new Set(lines.map(({ line }) => line)),
    prose: new Set(lines.flatMap(({ line, isTask }) => (isTask ? [] : [line]))),
  };
}

/** `**Tasks:**`, and `**Priority:** [High]` as the template has it: nothing of the plan's own. */
const isLabel = (line: string): boolean =>
  /^\*\*[^*]+\*\*:?$/.test(line) || /^[^[\]]*\[[^[\]]*\]$/.test(line);
