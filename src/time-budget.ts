import { createContext, Script } from 'node:vm';

/** Milliseconds for a team's schema on all plans of a run; a sound one takes microseconds a plan. */
export const SCHEMA_TIME = 5_000;

/** What work came to within its time; null when the time was up first. */
export type WithinTime = <Value>(work: () => Value) => { readonly value: Value } | null;

/**
 * Runs synchronous work within a time that all of it shares: a regular expression that tracks back for ever is ended too.
 * @param milliseconds in all.
 * @returns a function that passes on what the work throws, and returns null when the time is up.
 */
export function timeBudget(milliseconds: number): WithinTime {
  const script = new Script('work()');
  const sandbox: { work: unknown } = { work: null };
  const context = createContext(sandbox);
  let left = milliseconds;
  return (work) => {
    if (left <= 0) return null;
    const started = performance.now();
    sandbox.work = work;
    try {
      // A script with a time limit is the one place where the engine ends what runs below it.
      return { value: script.runInContext(context, { timeout: Math.ceil(left) }) };
    } catch (error) {
      if (isTimeout(error)) return null;
      throw error;
    } finally {
      left -= performance.now() - started;
    }
  };
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
