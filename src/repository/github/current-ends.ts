import { fields, type Shape } from './answer-shape.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import type { Where } from './where.ts';

const ENDS_QUERY = `query ends($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid baseRefOid } }
}`;

const ENDS_SHAPE: Shape = fields({
  repository: fields({ pullRequest: fields({ headRefOid: 'commit', baseRefOid: 'commit' }) }),
});

interface EndsAnswer {
  readonly repository: {
    readonly pullRequest: { readonly headRefOid: string; readonly baseRefOid: string };
  };
}

/** Where a pull request stands now: full commit ids. Throws a PlanCheckError. */
export async function currentEnds(
  client: GitHubClient,
  { owner, repo, number }: Where & { readonly number: number },
): Promise<{ readonly head: string; readonly base: string }> {
  const { data } = await client
    .graphql<EndsAnswer>(ENDS_QUERY, { owner, repo, number }, { shape: ENDS_SHAPE })
    .catch((error: unknown) => {
      throw explainApiError(error, {
        action: `read pull request ${number}`,
        permission: 'pull-requests: read',
      });
    });
  const { headRefOid, baseRefOid } = data.repository.pullRequest;
  return { head: headRefOid, base: baseRefOid };
}
