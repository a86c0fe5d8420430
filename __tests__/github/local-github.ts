import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClock } from './clock.ts';
import { type ActiveFault, createFaults, type Fault, insteadOfWork } from './faults.ts';
import { answerGraphQL } from './graphql-api.ts';
import type { LocalRepository } from './local-repository.ts';
import { isWrite, type ReadRequest, readRequest } from './read-request.ts';
import { createRepositoryState, type RepositoryState } from './repository-state.ts';
import type { Answer, GitHubRequest, RecordedRequest, Violation } from './request.ts';
import { failure, notFound } from './rest-answer.ts';
import { answerRest } from './rest-api.ts';
import { sendAnswer } from './send-answer.ts';
import type { TokenIdentity } from './tokens.ts';
import type { World } from './world.ts';

export type { TokenIdentity } from './tokens.ts';

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

/** Known from the start: github-actions[bot], write. */
export const WORKFLOW_TOKEN = 'workflow-token';

/** Comments are numbered from here, beyond 32 bits as on github.com. */
const FIRST_ID = 3_000_000_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export async function startLocalGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const { truncateTextOver = 512_000, truncateTreeOver = 100_000 } = options;
  const repositories: RepositoryState[] = [];
  const tokens = new Map<string, TokenIdentity>();
  const faults = createFaults();
  const callbacks: {
    when: (request: GitHubRequest) => boolean;
    run: () => Promise<void> | void;
    left: number;
  }[] = [];
  let violations: Violation[] = [];
  let requests: Mutable<RecordedRequest>[] = [];
  const now = createClock();
  let lastId = FIRST_ID;

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      const message = `This GitHub broke: ${error instanceof Error ? error.stack : error}`;
      violations.push({ ...nowhere, kind: 'answer', message });
      sendAnswer(outgoing, failure(400, message), { isTruncated: false });
    });
  });
  server.unref();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world: World = {
    url,
    limits: { textBytes: truncateTextOver, treeEntries: truncateTreeOver },
    findRepository: (owner, name) => find(`${owner}/${name}`),
    findCommentByNodeId(nodeId) {
      for (const repository of repositories) {
        const comment = repository.findCommentByNodeId(nodeId);
        if (comment !== null) return { repository, comment };
      }
      return null;
    },
  };

  function find(fullName: string): RepositoryState | null {
    return repositories.find((each) => each.fullName.toLowerCase() === fullName.toLowerCase()) ?? null;
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const read = await readRequest(incoming, nameRepository);
    const { request } = read;
    const record = { ...request, status: null, isWrite: isWrite(request) } as Mutable<RecordedRequest>;
    requests.push(record);
    await runCallbacks(request);
    const mishap = faults.next(request);
    const socket = outgoing.socket;
    if (mishap === 'hang') return;
    if (mishap === 'reset') {
      socket?.resetAndDestroy();
      return;
    }
    if (mishap !== null && typeof mishap === 'object' && 'delayMs' in mishap) await delay(mishap.delayMs);
    const worked = (mishap === null ? null : insteadOfWork(mishap, request)) ?? (await answer(read));
    if (mishap === 'lose-answer') {
      socket?.destroy();
      return;
    }
    const isRewritten = mishap !== null && typeof mishap === 'object' && 'rewrite' in mishap;
    const final = isRewritten ? mishap.rewrite(worked) : worked;
    record.status = final.status;
    sendAnswer(outgoing, final, { isTruncated: mishap === 'truncate' });
  }

  async function runCallbacks(request: GitHubRequest): Promise<void> {
    for (const callback of [...callbacks]) {
      if (callback.left === 0 || !callback.when(request)) continue;
      callback.left -= 1;
      await callback.run();
    }
  }

  function answer({ request, match, isBodyBroken }: ReadRequest): Answer | Promise<Answer> {
    const { method, path, operation, token } = request;
    const report = (kind: Violation['kind'], message: string): void => {
      violations.push({ method, path, operation, kind, message });
    };
    if (isBodyBroken) {
      report('request', 'The body is no JSON object.');
      return failure(400, 'Problems parsing JSON');
    }
    if (match !== null && 'problem' in match) {
      report('request', match.problem);
      return notFound();
    }
    const identity = token === null ? null : tokens.get(token);
    if (identity === undefined) return failure(401, 'Bad credentials');
    const call = { world, identity };
    return match === null
      ? answerGraphQL(call, request.graphql, report)
      : answerRest(call, request, match, report);
  }

  /** Links to other pages name a repository by its number. */
  function nameRepository(path: string): string {
    const [, id, rest] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
    const repository = repositories.find((each) => String(each.id) === id);
    return repository === undefined ? path : `/repos/${repository.fullName}${rest ?? ''}`;
  }

  tokens.set(WORKFLOW_TOKEN, { login: 'github-actions[bot]', permissions: 'write' });
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    createRepository(fullName, { defaultBranch = 'main', isPrivate = false } = {}) {
      const id = repositories.length + 1;
      const nextId = (): number => {
        lastId += 1;
        return lastId;
      };
      const repository = createRepositoryState({ id, fullName, defaultBranch, isPrivate, now, nextId });
      repositories.push(repository);
      return repository;
    },
    repository(fullName) {
      const repository = find(fullName);
      if (repository === null) throw new Error(`There is no repository "${fullName}".`);
      return repository;
    },
    addToken: (token, identity) => void tokens.set(token, identity),
    get violations() {
      return violations;
    },
    get requests() {
      return requests;
    },
    writes: () => requests.filter((request) => request.isWrite),
    forgetRequests() {
      requests = [];
      violations = [];
    },
    fail: faults.add,
    before: (when, run, { times = 1 } = {}) => void callbacks.push({ when, run, left: times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const nowhere = { method: '', path: '', operation: null };

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
