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
  /** From 0 to 1: lines in common, of all lines of both. */
  readonly likeness: number;
}

/**
 * Finds out which plans of a list are how much like another: a bounded number of them, whatever the list. Only lines
 * that say something of the plan are compared, since headings and labels come from the template that all plans share.
 */
export function likenessAmong(plans: readonly Plan[]): (plan: Plan) => readonly Likeness[] {
  const lines = plans.map(tellingLines);
  const holders = new Map<string, number[]>();
  for (const [index, own] of lines.entries()) {
    for (const line of own) {
      const indices = holders.get(line);
      if (indices === undefined) holders.set(line, [index]);
      else indices.push(index);
    }
  }
  return (plan) => {
    const own = tellingLines(plan);
    const common = new Map<number, number>();
    for (const line of own) {
      const indices = holders.get(line) ?? [];
      if (indices.length > MAX_SHARED) continue;
      for (const index of indices) common.set(index, (common.get(index) ?? 0) + 1);
    }
    return [...common]
      .toSorted(([a, inA], [b, inB]) => inB - inA || a - b)
      .slice(0, MAX_CANDIDATES)
      .map(([index]) => ({ index, likeness: likenessOf(own, lines[index] ?? new Set()) }));
  };
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((line) => other.has(line)).length;
  return common < MIN_COMMON ? 0 : (2 * common) / (one.size + other.size);
}

const HEADING = /^#{1,6}\s/;
const BOX = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[.\]\s+/u;

/** Below the front matter, each line once; whether a box is ticked does not matter. */
function tellingLines({ text, frontMatter }: Plan): ReadonlySet<string> {
  const lines = text
    .split(/\r?\n/, frontMatter.lineCount + MAX_LINES)
    .slice(frontMatter.lineCount)
    .map((line) => line.replace(BOX, '').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !HEADING.test(line) && !isLabel(line));
  return new Set(lines);
}

/** `**Tasks:**`, and `**Priority:** [High]` as the template has it: nothing of the plan's own. */
const isLabel = (line: string): boolean =>
  /^\*\*[^*]+\*\*:?$/.test(line) || /^[^[\]]*\[[^[\]]*\]$/.test(line);
