import type { Answer, GitHubRequest } from './request.ts';
import { failure } from './rest-answer.ts';

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
 * - `stall`: the work is done, and of its answer come the headers alone.
 * - `dribble`: the work is done, and its answer comes byte by byte, ten a second.
 * - `{delayMs}`: the work is done that much later (milliseconds).
 * - `lose-answer`: the work is done, then the connection is cut.
 * - `graphql-error`: HTTP 200 with an error and no data.
 * - `rate-limited`: the primary limit (GraphQL: HTTP 200 with RATE_LIMITED; REST: 403 with `x-ratelimit-remaining: 0`),
 *   over in a second; `{rateLimited}` sets the seconds.
 * - `secondary-limit`: 403 with `retry-after: 1`; `{secondaryLimit}` sets the seconds.
 * - `{rewrite}`: the work is done and its answer changed.
 */
export type Mishap =
  | (Partial<Answer> & { readonly status: number })
  | 'reset'
  | 'truncate'
  | 'hang'
  | 'stall'
  | 'dribble'
  | { readonly delayMs: number }
  | 'lose-answer'
  | 'graphql-error'
  | 'rate-limited'
  | { readonly rateLimited: number }
  | 'secondary-limit'
  | { readonly secondaryLimit: number }
  | { readonly rewrite: (answer: Answer) => Answer };

/** A fault that was set: how often it hit, and how to end it. */
export interface ActiveFault {
  readonly hits: number;
  stop(): void;
}

/** The faults of one server, in the order in which they were set. */
export interface Faults {
  add(fault: Fault): ActiveFault;
  /** What happens to this request; counts as a hit. */
  next(request: GitHubRequest): Mishap | null;
}

export function createFaults(): Faults {
  const active: { fault: Fault; hits: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, hits: 0 };
      active.push(entry);
      return {
        get hits() {
          return entry.hits;
        },
        stop: () => {
          active.splice(active.indexOf(entry), active.includes(entry) ? 1 : 0);
        },
      };
    },
    next(request) {
      const hit = active.find(({ fault, hits }) => hits < (fault.times ?? hits + 1) && fault.when(request));
      if (hit === undefined) return null;
      hit.hits += 1;
      return hit.fault.with;
    },
  };
}

/** The answer that takes the place of the work; null for a mishap that lets the work be done. */
export function insteadOfWork(mishap: Mishap, { graphql }: GitHubRequest): Answer | null {
  if (mishap === 'graphql-error') {
    return {
      status: 200,
      body: { errors: [{ message: 'Something went wrong while executing your query.' }] },
    };
  }
  if (mishap === 'rate-limited') return rateLimited(graphql !== null, 1);
  if (mishap === 'secondary-limit') return secondaryLimit(1);
  if (typeof mishap === 'string') return null;
  if ('rateLimited' in mishap) return rateLimited(graphql !== null, mishap.rateLimited);
  if ('secondaryLimit' in mishap) return secondaryLimit(mishap.secondaryLimit);
  if (!('status' in mishap)) return null;
  const { status, headers = {}, body } = mishap;
  return { ...failure(status, 'A fault on purpose.'), headers, ...(body === undefined ? {} : { body }) };
}

function rateLimited(isGraphQL: boolean, seconds: number): Answer {
  const reset = Math.ceil(Date.now() / 1000) + seconds;
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
  const message = 'API rate limit exceeded for installation ID 1.';
  if (!isGraphQL) return { ...failure(403, message), headers };
  return { status: 200, headers, body: { errors: [{ type: 'RATE_LIMITED', message }] } };
}

function secondaryLimit(seconds: number): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { ...failure(403, message), headers: { 'retry-after': String(seconds) } };
}
