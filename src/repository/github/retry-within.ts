import { setTimeout as sleep } from 'node:timers/promises';
import { PlanCheckError } from '../../plan-check-error.ts';
import { isPassing, problemsIn } from './graphql-answer.ts';
import type { Patience } from './patience.ts';

type Plugin = NonNullable<Parameters<typeof import('@actions/github').getOctokit>[2]>;

export interface RetryBounds {
  readonly patience: Patience;
  /** Milliseconds. */
  readonly second: number;
  readonly maxRetries: number;
  readonly isGraphQL: (url: string) => boolean;
  readonly isWrite: (method: string, url: string) => boolean;
}

/**
 * An octokit plugin for the place before the retry plugin, which knows neither a budget, nor `retry-after` on a 5xx,
 * nor that a request which creates must not be sent twice.
 */
export function retryWithin({ patience, second, maxRetries, isGraphQL, isWrite }: RetryBounds): Plugin {
  let nextWrite = 0;

  return (octokit) => {
    octokit.hook.wrap('request', async (send, options) => {
      const method = String(options.method);
      const url = String(options.url);
      const isRestWrite = isWrite(method, url);
      if (isRestWrite) {
        // GitHub asks for a second between writes.
        const due = nextWrite;
        nextWrite = Math.max(due, performance.now()) + second;
        await sleep(Math.max(0, due - performance.now()));
      }
      const started = performance.now();
      options.request.retries = 0;
      try {
        const response = await send(options);
        if (isGraphQL(url) && isPassing(response.data)) throw overstrained(response, options);
        return response;
      } catch (error) {
        // What we refuse ourselves, we would refuse again.
        if (error instanceof Error && error.cause instanceof PlanCheckError) throw error;
        if (isUnnamedLimit(error)) error.message += ' (secondary rate limit)';
        if (!isPassing5xx(error)) throw error;
        patience.lose(performance.now() - started);
        const count = Number(options.request.retryCount ?? 0);
        const isOnce = isRestWrite && method === 'POST' && options.request.mayRepeat !== true;
        const most = isOnce ? 0 : Number(options.request.mostRetries ?? maxRetries);
        // What the retry plugin will wait, by its own formula.
        const planned = (count + 1) ** 2 * second;
        const asked = retryAfter(error) * second;
        if (count < most && patience.take(Math.max(planned, asked))) {
          await sleep(Math.max(0, asked - planned));
          options.request.retries = most;
        }
        throw error;
      }
    });
  };
}

function overstrained(response: { readonly data: unknown }, request: unknown): Error {
  const message = problemsIn(response.data)[0]?.message;
  return Object.assign(new Error(message), { status: 502, request, response });
}

function isPassing5xx(error: unknown): boolean {
  return error instanceof Error && 'status' in error && Number(error.status) >= 500;
}

/** The throttling plugin knows a secondary limit by its wording alone. */
function isUnnamedLimit(error: unknown): error is Error {
  if (!(error instanceof Error && 'status' in error)) return false;
  if (/\bsecondary rate\b/i.test(error.message) || header(error, 'x-ratelimit-remaining') === '0')
    return false;
  return error.status === 429 || (error.status === 403 && retryAfter(error) > 0);
}

/** Seconds. */
const retryAfter = (error: unknown): number => Number(header(error, 'retry-after')) || 0;

function header(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  return Reflect.get(Object(response.headers), name);
}
