import { type Checked, type CheckRequest, check } from './check.ts';
import { type AppliedFix, fixOnce, mayBeFixed } from './fixing/fix-once.ts';
import { type TracedText, untouched } from './fixing/traced-text.ts';
import type { PlanResult } from './report/report.ts';
import { withTexts } from './repository/with-texts.ts';
import { RULES } from './rules/index.ts';
import type { WithinTime } from './time-budget.ts';

/** A fix may wait for another one, or follow from it; more rounds than this are no waiting. */
const MAX_ROUNDS = 10;

export interface FixRequest extends Omit<CheckRequest, 'withinSchemaTime'> {
  /** Holds the team's schema to its time, in each round anew. */
  readonly schemaTime: () => WithinTime;
}

export interface Fixed {
  /** Plans that say something else now, by path. Nothing is written yet. */
  readonly files: readonly FixedFile[];
  /** Plans whose fixes undo each other: they stay as they are. */
  readonly unsettled: readonly string[];
  /** What is found after the fixes. */
  readonly left: Checked;
}

export interface FixedFile {
  readonly path: string;
  /** Without a byte order mark. */
  readonly before: string;
  readonly after: TracedText;
  /** In the order of the rules. */
  readonly applied: readonly AppliedFix[];
}

/** What is known of a plan's text while the rounds go on. */
interface Draft {
  readonly before: string;
  readonly text: TracedText;
  readonly applied: readonly AppliedFix[];
  readonly seen: ReadonlySet<string>;
}

/**
 * Checks, applies the fixes that need nobody's decision, and checks again, until nothing changes.
 * @throws {PlanCheckError} when the team's schema cannot be used.
 */
export async function fix(request: FixRequest): Promise<Fixed> {
  const drafts = new Map<string, Draft>();
  const unsettled = new Set<string>();
  for (let round = 0; ; round++) {
    const texts = new Map([...drafts].map(([path, { text }]) => [path, text.text]));
    const left = await check({
      ...request,
      repository: withTexts(request.repository, texts),
      withinSchemaTime: request.schemaTime(),
    });
    const changed = left.report.plans.flatMap((plan) => {
      const draft = unsettled.has(plan.path) ? null : nextDraft(plan, left, drafts.get(plan.path));
      return draft === null ? [] : [[plan.path, draft] as const];
    });
    if (changed.length === 0) return { files: fixedFiles(drafts), unsettled: [...unsettled].sort(), left };
    for (const [path, draft] of changed) {
      if (round < MAX_ROUNDS && !isRound(draft)) {
        drafts.set(path, draft);
        continue;
      }
      unsettled.add(path);
      drafts.delete(path);
    }
  }
}

/** null where nothing changes. */
function nextDraft(plan: PlanResult, { sourceOf }: Checked, draft: Draft | undefined): Draft | null {
  const source = sourceOf(plan.path);
  if (source === null || !plan.diagnostics.some(mayBeFixed)) return null;
  const { before, text, applied, seen } = draft ?? {
    before: source,
    text: untouched(source),
    applied: [],
    seen: new Set<string>(),
  };
  const fixed = fixOnce(text, plan.diagnostics, RULES);
  if (fixed.applied.length === 0) return null;
  return {
    before,
    text: fixed.text,
    applied: [...applied, ...fixed.applied],
    seen: new Set([...seen, text.text]),
  };
}

/** It says again what it said before. */
const isRound = ({ text, seen }: Draft): boolean => seen.has(text.text);

const fixedFiles = (drafts: ReadonlyMap<string, Draft>): readonly FixedFile[] =>
  [...drafts]
    .map(([path, { before, text, applied }]) => ({ path, before, after: text, applied: summed(applied) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** One entry a rule. */
const summed = (applied: readonly AppliedFix[]): readonly AppliedFix[] =>
  RULES.flatMap(({ id }) => {
    const count = applied.reduce((sum, { rule, count }) => (rule === id ? sum + count : sum), 0);
    return count === 0 ? [] : [{ rule: id, count }];
  });
