import type { Touch } from '../history.ts';
import type { FileContent } from '../repository.ts';
import type { GitHubClient } from './client.ts';
import { PARENTS_SHAPE, type ParentsAnswer, parentsQuery } from './history-query.ts';
import { readCommitFiles } from './read-files.ts';
import type { Where } from './where.ts';
import { whyNoHistory } from './why-no-history.ts';

/** What touched files held at the first parents of their commits, in the order asked for. */
export async function readBefore(
  client: GitHubClient,
  { owner, repo }: Where,
  touches: readonly Touch[],
): Promise<readonly FileContent[]> {
  if (touches.length === 0) return [];
  const ids = [...new Set(touches.map(({ commit }) => commit.id))];
  const { query, variables } = parentsQuery(ids);
  const answer = await client
    .graphql<ParentsAnswer>(query, { owner, repo, ...variables }, { shape: PARENTS_SHAPE })
    .catch((error: unknown) => ({ data: { repository: null }, errors: [], failure: whyNoHistory(error) }));
  const parents = new Map(
    ids.map((id, index) => [id, answer.data.repository?.[`c${index}`]?.parents.nodes?.[0]?.oid ?? null]),
  );
  const wanted = touches.flatMap(({ commit, path }) => {
    const parent = parents.get(commit.id) ?? null;
    return parent === null ? [] : [{ commit: parent, path }];
  });
  const contents = (await readCommitFiles(client, { owner, repo }, wanted)).values();
  const otherwise: FileContent =
    'failure' in answer ? { kind: 'failed', message: `${answer.failure}.` } : { kind: 'missing' };
  return touches.map(({ commit }) =>
    (parents.get(commit.id) ?? null) === null ? otherwise : (contents.next().value ?? otherwise),
  );
}
