import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActiveFault, Fault } from './faults.ts';
import type { LocalRepository } from './local-repository.ts';
import type { GitHubRequest, RecordedRequest, Violation } from './request.ts';

/**
 * A small GitHub on the loopback interface, for the real octokit and the real bundle to talk to.
 *
 * Every request is held against GitHub's own description of its API. Say so at the end of a test:
 * `expect(github.violations).toEqual([])`.
 */
export interface LocalGitHub {
  /** For GITHUB_API_URL and octokit's `baseUrl`, without a slash at the end. */
  readonly url: string;
  /** For GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  /** Starts empty: the default branch comes with its first commit. */
  createRepository(fullName: string, options?: RepositoryOptions): LocalRepository;
  repository(fullName: string): LocalRepository;
  /** Makes a token known. The token "workflow-token" is there from the start: github-actions[bot], with write rights. */
  addToken(token: string, identity: TokenIdentity): void;
  readonly violations: readonly Violation[];
  readonly requests: readonly RecordedRequest[];
  /** The requests that may have changed something. */
  writes(): readonly RecordedRequest[];
  /** Forgets requests and violations; the state, the faults and the callbacks stay. */
  forgetRequests(): void;
  /** Faults are tried in the order in which they were set; one hits a request. */
  fail(fault: Fault): ActiveFault;
  /**
   * Runs the callback before the next request that `when` picks is handled, once unless `times` says more.
   * Requests that come in meanwhile are handled at once, so that a second run can overtake the first.
   */
  before(
    when: (request: GitHubRequest) => boolean,
    callback: () => Promise<void> | void,
    options?: { readonly times?: number },
  ): void;
  /** Ends every connection, also those that hang. */
  close(): Promise<void>;
}

export interface RepositoryOptions {
  /** "main" when left out. */
  readonly defaultBranch?: string;
  /** A token without rights gets 404 on a private repository; on a public one it may read. */
  readonly isPrivate?: boolean;
}

export interface LocalGitHubOptions {
  /** Bytes; GraphQL cuts the text of larger blobs and says `isTruncated`. 512,000 when left out. */
  readonly truncateTextOver?: number;
  /** Entries; a recursive tree is cut after as many. 100,000 when left out. */
  readonly truncateTreeOver?: number;
}

export interface TokenIdentity {
  /** "github-actions[bot]" for a workflow's token, "some-app[bot]" for an app's, else a person's login. */
  readonly login: string;
  readonly permissions: Access | Permissions;
}

export type Access = 'write' | 'read' | 'none';

/** Scopes as in a workflow's `permissions:`; one that is not named is `none`. */
export interface Permissions {
  readonly contents?: Access;
  readonly issues?: Access;
  readonly pullRequests?: Access;
}

/** Known from the start: github-actions[bot], write. */
export const WORKFLOW_TOKEN = 'workflow-token';

export async function startLocalGitHub(_options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const server = createServer((_request, response) => {
    response.writeHead(501).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const notYet = (): never => {
    throw new Error('Not built yet.');
  };
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    createRepository: notYet,
    repository: notYet,
    addToken: notYet,
    violations: [],
    requests: [],
    writes: () => [],
    forgetRequests: () => {},
    fail: notYet,
    before: notYet,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
