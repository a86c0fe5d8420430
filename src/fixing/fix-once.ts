import { readFrontMatter } from '../plan/read-front-matter.ts';
import { textPlaces } from '../plan/text-places.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Rule } from '../rules/rule.ts';
import { applySplices, type Splice } from '../rules/splice.ts';
import { type ChosenFix, chooseFixes } from './choose-fixes.ts';
import { keepsFrontMatter } from './keeps-front-matter.ts';
import { spliceTraced, type TracedText } from './traced-text.ts';

export interface AppliedFix {
  readonly rule: string;
  /** Places that were rewritten. */
  readonly count: number;
}

export interface FixedOnce {
  readonly text: TracedText;
  readonly applied: readonly AppliedFix[];
}

/**
 * One round over one plan: every fix that does not get in the way of an earlier rule's, and does no harm. Where a fix changes
 * what is counted, what says how much that is waits for the next round.
 */
export function fixOnce(
  text: TracedText,
  findings: readonly Diagnostic[],
  rules: readonly Rule[],
): FixedOnce {
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const inOrder = findings
    .filter(mayBeFixed)
    .toSorted((a, b) => (order.get(a.rule) ?? rules.length) - (order.get(b.rule) ?? rules.length));
  const choose = (some: readonly Diagnostic[]): readonly ChosenFix[] =>
    harmless(text.text, chooseFixes(some, text.text));
  const first = new Set(rules.filter(({ fixedFirst }) => fixedFirst === true).map(({ id }) => id));
  const before = choose(inOrder.filter(({ rule }) => first.has(rule)));
  const chosen = before.length > 0 ? before : choose(inOrder);
  return {
    text: spliceTraced(
      text,
      chosen.flatMap(({ splices }) => splices),
    ),
    applied: chosen.map(({ finding: { rule, count }, splices }) => ({
      rule,
      count: Math.min(count, splices.length),
    })),
  };
}

/** What somebody put up with stays as it is. */
export const mayBeFixed = ({ fix, waived, known }: Diagnostic): boolean =>
  fix !== null && waived === null && !known;

/** All of them, where together they keep the front matter; else those that do, one after the other. */
function harmless(text: string, fixes: readonly ChosenFix[]): readonly ChosenFix[] {
  const before = readFrontMatter(text);
  const end = textPlaces(text).offsetOf({ line: before.lineCount + 1, column: 1 });
  const isHarmless = (some: readonly ChosenFix[]): boolean => {
    const splices = some.flatMap(({ splices }) => splices);
    const after = readFrontMatter(applySplices(text, splices));
    const edits = some.flatMap(({ finding }) => finding.fix?.edits ?? []);
    const added = splices.reduce(
      (sum, splice) => (splice.from < end ? sum + linesAdded(text, splice) : sum),
      0,
    );
    return after.lineCount === before.lineCount + added && keepsFrontMatter(before, after, edits);
  };
  if (fixes.length === 0 || isHarmless(fixes)) return fixes;
  const kept: ChosenFix[] = [];
  for (const fix of fixes) {
    if (isHarmless([fix]) && isHarmless([...kept, fix])) kept.push(fix);
  }
  return kept;
}

const linesAdded = (text: string, { from, to, text: inserted }: Splice): number =>
  feedsIn(inserted) - feedsIn(text.slice(from, to));

const feedsIn = (text: string): number => text.split('\n').length - 1;
