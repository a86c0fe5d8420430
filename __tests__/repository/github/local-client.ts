import {
  type ClientOptions,
  createGitHubClient,
  type GitHubClient,
} from '../../../src/repository/github/client.ts';
import { type LocalGitHub, WORKFLOW_TOKEN } from '../../github/local-github.ts';
import type { GitHubRequest } from '../../github/request.ts';

/**
 * A client of the local GitHub for which a second of waiting takes 2 milliseconds. Failed tries take real time,
 * so there is patience for a slow machine, and still not for an hour.
 */
export function clientOf(
  { url, graphqlUrl }: LocalGitHub,
  options: Partial<ClientOptions> = {},
): Promise<GitHubClient> {
  return createGitHubClient({
    token: WORKFLOW_TOKEN,
    apiUrl: url,
    graphqlUrl,
    second: 2,
    patience: 2_000,
    ...options,
  });
}

/** For faults and callbacks: the requests of one operation, such as "issues/create-comment" or "graphql". */
export function to(operation: string): (request: GitHubRequest) => boolean {
  return (request) => request.operation === operation;
}

/** The operations that were asked for, in their order. */
export function operations({ requests }: LocalGitHub): readonly (string | null)[] {
  return requests.map(({ operation }) => operation);
}
