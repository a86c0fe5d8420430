import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCallbacks } from './callbacks.ts';
import { type ActiveFault, createFaults, type Fault } from './faults.ts';
import type { RepositoryState } from './repository-state.ts';
import type { GitHubRequest, RecordedRequest, Violation } from './request.ts';
import { createRequestLog } from './request-log.ts';
import { createServe } from './serve.ts';
import type { TokenIdentity } from './tokens.ts';
import { createWorld, type RepositoryOptions, type World } from './world.ts';

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
  createRepository(fullName: string, options?: RepositoryOptions): RepositoryState;
  repository(fullName: string): RepositoryState;
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
  /** For what builds payloads out of the state. */
  readonly world: World;
  /** Ends every connection, also those that hang. */
  close(): Promise<void>;
}

export interface LocalGitHubOptions {
  /** Bytes; GraphQL cuts the text of larger blobs and says `isTruncated`. 512,000 when left out. */
  readonly truncateTextOver?: number;
  /** Entries; a recursive tree is cut after as many. 100,000 when left out. */
  readonly truncateTreeOver?: number;
}

/** Known from the start: github-actions[bot], write. */
export const WORKFLOW_TOKEN = 'workflow-token';

export async function startLocalGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const { truncateTextOver = 512_000, truncateTreeOver = 100_000 } = options;
  const tokens = new Map<string, TokenIdentity>([
    [WORKFLOW_TOKEN, { login: 'github-actions[bot]', permissions: 'write' }],
  ]);
  const faults = createFaults();
  const callbacks = createCallbacks();
  const log = createRequestLog();
  const world = createWorld({ textBytes: truncateTextOver, treeEntries: truncateTreeOver });
  const server = createServer(createServe({ world, tokens, faults, callbacks, log }));
  server.unref();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    world,
    url: world.url,
    graphqlUrl: `${world.url}/graphql`,
    createRepository: world.createRepository,
    repository(fullName) {
      const [owner = '', name = ''] = fullName.split('/');
      const repository = world.findRepository(owner, name);
      if (repository === null) throw new Error(`There is no repository "${fullName}".`);
      return repository;
    },
    addToken: (token, identity) => void tokens.set(token, identity),
    get violations() {
      return log.violations();
    },
    get requests() {
      return log.requests();
    },
    writes: () => log.requests().filter(({ isWrite }) => isWrite),
    forgetRequests: log.forget,
    fail: faults.add,
    before: (when, callback, { times = 1 } = {}) => callbacks.add(when, callback, times),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
