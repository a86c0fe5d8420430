import { MAX_SUBJECT, type Touch } from '../history.ts';
import type { GitHubClient } from './client.ts';
import { partFailure } from './graphql-answer.ts';
import {
  type CommitAnswer,
  HISTORIES_SHAPE,
  type HistoriesAnswer,
  historyQuery,
  type PathQuestion,
} from './history-query.ts';
import type { Where } from './where.ts';
import { whyNoHistory } from './why-no-history.ts';

/** Paths in one request; GitHub walks the history for each. */
const BATCH = 20;

/** What was told of the paths that were asked for. */
export type HistoryAnswers = ReadonlyMap<string, readonly Touch[] | null>;

/** Requests that are left, and the first reason why something was not told. */
export interface HistoryBudget {
  left: number;
  reason: string | null;
}

/** As many paths as the budget allows; a path that is not among the answers was not asked for. */
export async function askHistory(
  client: GitHubClient,
  { where: { owner, repo }, commit }: { readonly where: Where; readonly commit: string },
  budget: HistoryBudget,
  questions: readonly PathQuestion[],
): Promise<HistoryAnswers> {
  const answers = new Map<string, readonly Touch[] | null>();
  for (let start = 0; start < questions.length; start += BATCH) {
    if (budget.left === 0) {
      budget.reason ??=
        'the requests that this may cost are used up; check the repository out with "fetch-depth: 0"';
      break;
    }
    budget.left -= 1;
    const batch = questions.slice(start, start + BATCH);
    const { query, variables } = historyQuery(batch);
    try {
      const { data, errors } = await client.graphql<HistoriesAnswer>(
        query,
        { owner, repo, commit, ...variables },
        { shape: HISTORIES_SHAPE, retries: 1 },
      );
      const [error] = errors;
      if (error !== undefined) budget.reason ??= whyNoHistory(partFailure(error));
      for (const [index, { path }] of batch.entries()) {
        const nodes = data.repository?.object?.[`h${index}`]?.nodes;
        answers.set(path, nodes === undefined ? null : nodes.flatMap((node) => touchOf(node, path)));
      }
    } catch (error) {
      budget.reason ??= whyNoHistory(error);
      // What one batch is refused, the next one is, too.
      break;
    }
  }
  return answers;
}

/** A merge brings nothing of its own; what changed no line at all only moved. */
function touchOf(node: CommitAnswer | null, path: string): readonly Touch[] {
  if (node === null || node.parents.totalCount > 1 || node.additions + node.deletions === 0) return [];
  const time = Math.floor(Date.parse(node.committedDate) / 1000);
  const subject = node.messageHeadline.slice(0, MAX_SUBJECT);
  return [{ commit: { id: node.oid, time, subject, files: null }, path }];
}
