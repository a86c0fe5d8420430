import type { Plan } from '../../src/plan/plan.ts';
import type { PastChange, PastChanges, PlanHistory } from '../../src/progress/plan-history.ts';
import { relatedCodeMatcher } from '../../src/rules/related-code.ts';
import { day } from './rule-test.ts';

/** One commit that is no merge. */
export interface PastCommit {
  readonly day: string;
  readonly subject: string;
  readonly files: readonly string[];
}

/** What the repository would remember of a plan, when these were all its commits, the newest first. */
export function pastOf(
  plan: Plan,
  commits: readonly PastCommit[],
  parts: Partial<PlanHistory> = {},
): PlanHistory {
  const changes = commits.map((commit, index): PastChange & { readonly paths: readonly string[] } => ({
    id: `commit-${commits.length - index}`,
    day: day(commit.day),
    time: (Date.parse(commit.day) - index) / 1000,
    subject: commit.subject,
    files: null,
    paths: commit.files,
  }));
  const of = (matches: (path: string) => boolean): PastChanges => {
    const found = changes.filter(({ paths }) => paths.some(matches));
    return { changes: found, isCut: false, last: found[0]?.day ?? null };
  };
  return {
    plan: of((path) => path === plan.path),
    code: plan.relatedCode.map(({ pattern }) => {
      const { matches } = relatedCodeMatcher(pattern, plan.path);
      return { pattern, matches, ...of(matches) };
    }),
    isWhole: true,
    boxesMoved: false,
    ...parts,
  };
}
