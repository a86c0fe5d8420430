import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type Redact, redacted, redaction } from '../../redaction.ts';
import { type Shape, shapeProblem } from './answer-shape.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { type GraphQLAnswer, graphqlFailure, partFailure, problemsIn } from './graphql-answer.ts';
import { createPatience, type Patience } from './patience.ts';
import { redactError } from './redact-error.ts';
import { requireToken } from './require-token.ts';
import { retryWithin } from './retry-within.ts';
import { wellFormed } from './well-formed.ts';

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** The one way to GitHub: bounded in time, patient with what passes by itself, and counted. */
export interface GitHubClient {
  /** REST by its routes, such as `GET /repos/{owner}/{repo}`. Rejects with octokit's errors; see `explainApiError`. */
  readonly request: Octokit['request'];
  /** A GraphQL query. Rejects when it brought no data of that shape; errors beside such data are handed out. */
  graphql<Data>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    options: { readonly shape: Shape; readonly retries?: number },
  ): Promise<GraphQLAnswer<Data>>;
  /** Waits that many seconds, if the run may still wait as long; else false, at once. */
  pause(seconds: number): Promise<boolean>;
  /** Every request that was sent, tries included; `writes` are those that may have changed something. */
  counts(): { readonly requests: number; readonly writes: number };
}

export interface ClientOptions {
  readonly token: string;
  /** As in GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Seconds that a run waits at most in all, for retries and limits, failed tries included. */
  readonly patience?: number;
  /** Milliseconds before a request is given up. */
  readonly timeout?: number;
  /** Of one answer, unpacked. */
  readonly maxBytes?: number;
  /** Milliseconds that a second of waiting takes; tests have no time. */
  readonly second?: number;
}

/** After the first try. */
const MAX_RETRIES = 3;
/** A hundred plans with their bases, at most half a million bytes each, and what JSON adds to them. */
const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

export async function createGitHubClient(options: ClientOptions): Promise<GitHubClient> {
  const { apiUrl, graphqlUrl, patience: seconds = 60, timeout = 20_000, second = 1_000 } = options;
  const token = requireToken(options.token);
  const redact = redaction([token]);
  const patience = createPatience(seconds * second);
  const counts = { requests: 0, writes: 0 };
  const isGraphQL = (url: string): boolean => url === graphqlUrl;
  const isWrite = (method: string, url: string): boolean =>
    method !== 'GET' && method !== 'HEAD' && !isGraphQL(url);

  // Reads the environment and the event's file when it is imported, hence here and nowhere else.
  const { getOctokit } = await import('@actions/github');
  const { defaults } = await import('@actions/github/lib/utils');
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      request: {
        ...defaults.request,
        fetch: boundedFetch(defaults.request?.fetch ?? fetch, {
          timeout,
          maxBytes: options.maxBytes ?? MAX_ANSWER_BYTES,
          onRequest({ url, method }) {
            counts.requests += 1;
            if (isWrite(method, url)) counts.writes += 1;
          },
        }),
      },
      retry: { retries: MAX_RETRIES, retryAfterBaseValue: second, doNotRetry: BELOW_500 },
      throttle: throttleOptions(patience, second),
    },
    // The first one stands closest to the request.
    wellFormed(isGraphQL),
    // It tells the retry plugin whether there is time for another try.
    retryWithin({ patience, second, isGraphQL, isWrite, maxRetries: MAX_RETRIES }),
    retry,
    throttling,
    // The last one stands furthest from the request: whatever it is that fails, its words go through here.
    redacting(redact),
  );

  return {
    request: octokit.request,
    async graphql<Data>(
      query: string,
      variables: Readonly<Record<string, unknown>>,
      { shape, retries = MAX_RETRIES }: { readonly shape: Shape; readonly retries?: number },
    ) {
      const { data, headers } = await octokit.request({
        method: 'POST',
        url: graphqlUrl,
        query,
        variables,
        request: { mostRetries: retries, shape },
      });
      const failure = graphqlFailure(data, headers);
      if (failure !== null) throw redactError(failure, redact);
      const errors = redacted(problemsIn(data), redact);
      const [first] = errors;
      if (first !== undefined && shapeProblem(data.data, shape) !== null) throw partFailure(first);
      return { data: data.data as Data, errors };
    },
    async pause(wanted) {
      if (!patience.take(wanted * second)) return false;
      await sleep(wanted * second);
      return true;
    },
    counts: () => ({ ...counts }),
  };
}

/** A transport says what it could not send, and a server what it did not take: the token may be in it. */
const redacting =
  (redact: Redact) =>
  (octokit: Pick<Octokit, 'hook'>): void => {
    octokit.hook.error('request', (error) => {
      throw redactError(error, redact);
    });
  };

/** A refusal stays one; limits (403, 429) are left to the throttling plugin. */
const BELOW_500 = Array.from({ length: 100 }, (_, index) => 400 + index);

function throttleOptions(patience: Patience, second: number) {
  const wait = (seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean =>
    retryCount < MAX_RETRIES && patience.take(seconds * second);
  // The plugin's own group takes GraphQL for writing, and would put a second before each query.
  // Of the group's type it needs this much only.
  const unpaced = { key: () => ({ schedule: (_job: unknown, work: () => unknown) => work() }) } as never;
  return {
    // The plugin shares its queues between clients with the same id.
    id: randomUUID(),
    retryAfterBaseValue: second,
    write: unpaced,
    notifications: unpaced,
    onRateLimit: wait,
    onSecondaryRateLimit: wait,
  };
}
