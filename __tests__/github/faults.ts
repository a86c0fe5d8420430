import type { Answer, GitHubRequest } from './request.ts';

/** A mishap, made on purpose, for the requests that `when` picks. */
export interface Fault {
  readonly when: (request: GitHubRequest) => boolean;
  /** How many requests it hits; every one when left out. */
  readonly times?: number;
  readonly with: Mishap;
}

/**
 * - `{status}`: this answer instead of the work.
 * - `reset`: the connection is reset before anything is done.
 * - `truncate`: the work is done and the answer stops in the middle.
 * - `hang`: nothing is done, nothing is answered until the client gives up.
 * - `{delayMs}`: the work is done that much later (milliseconds).
 * - `lose-answer`: the work is done, then the connection is cut.
 * - `graphql-error`: HTTP 200 with an error and no data.
 * - `rate-limited`: the primary limit (GraphQL: HTTP 200 with RATE_LIMITED; REST: 403 with `x-ratelimit-remaining: 0`).
 * - `secondary-limit`: 403 with `retry-after: 1`; `{secondaryLimit}` sets the seconds.
 * - `{rewrite}`: the work is done and its answer changed.
 */
export type Mishap =
  | (Partial<Answer> & { readonly status: number })
  | 'reset'
  | 'truncate'
  | 'hang'
  | { readonly delayMs: number }
  | 'lose-answer'
  | 'graphql-error'
  | 'rate-limited'
  | 'secondary-limit'
  | { readonly secondaryLimit: number }
  | { readonly rewrite: (answer: Answer) => Answer };

/** A fault that was set: how often it hit, and how to end it. */
export interface ActiveFault {
  readonly hits: number;
  stop(): void;
}
