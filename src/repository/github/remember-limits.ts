import { classifyApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';

/**
 * A client that asks nothing more through GraphQL while the limit is used up: what is refused until then costs time, and
 * GitHub takes amiss who goes on asking.
 * @param now seconds since 1970.
 */
export function rememberLimits(client: GitHubClient, now: () => number): GitHubClient {
  let limit: { readonly error: unknown; readonly until: number } | null = null;
  return {
    ...client,
    async graphql<Data>(...request: Parameters<GitHubClient['graphql']>) {
      if (limit !== null && now() < limit.until) throw limit.error;
      try {
        return await client.graphql<Data>(...request);
      } catch (error) {
        const problem = classifyApiError(error);
        if (problem.kind === 'limited' && problem.resetsAt !== null) {
          limit = { error, until: problem.resetsAt };
        }
        throw error;
      }
    },
  };
}
