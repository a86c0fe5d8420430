import { createContext, Script } from 'node:vm';
import type { RunTime } from './run-time.ts';
import { systemCode } from './system-code.ts';
import type { WithinTime } from './within-time.ts';

export type { WithinTime };

/** Milliseconds for a team's schema on all plans of a run; a sound one takes microseconds a plan. */
export const SCHEMA_TIME = 5_000;

/** Milliseconds for the watch over each plan: more than it costs on a machine with other work. */
const WATCH_TIME = 20;

/** Milliseconds to read one plan or to judge it. The worst megabyte takes eight seconds; a machine may have other work. */
export const PLAN_TIME = 30_000;

/** Milliseconds after which no further plan is judged. 10,000 plans take a minute. */
export const RUN_TIME = 20 * 60_000;

/**
 * Runs synchronous work within a time that all of it shares: a regular expression that tracks back for ever is ended too.
 * @param milliseconds in all; each piece of work adds a little, so that ten thousand sound ones are not too many.
 * @returns a function that passes on what the work throws, and returns null when the time is up.
 */
export function timeBudget(milliseconds: number): WithinTime {
  const run = endable();
  let left = milliseconds;
  return (work) => {
    // Time that was used up does not come back.
    if (left <= 0) return null;
    left += WATCH_TIME;
    const started = performance.now();
    try {
      return run(work, left);
    } finally {
      left -= performance.now() - started;
    }
  };
}

/** The bounds of one run, from now on. Milliseconds. */
export function runTime({ plan, run }: { readonly plan: number; readonly run: number }): RunTime {
  const within = endable();
  const end = performance.now() + run;
  return {
    planSeconds: plan / 1_000,
    runMinutes: run / 60_000,
    withinPlan: (work) => within(work, plan),
    isUp: () => performance.now() >= end,
  };
}

type Endable = <Value>(work: () => Value, milliseconds: number) => { readonly value: Value } | null;

/** A script with a time limit is the one place where the engine ends what runs below it. */
function endable(): Endable {
  const script = new Script('work()');
  const sandbox: { work: unknown } = { work: null };
  const context = createContext(sandbox);
  return (work, milliseconds) => {
    sandbox.work = work;
    try {
      return { value: script.runInContext(context, { timeout: Math.ceil(milliseconds) }) };
    } catch (error) {
      if (isTimeout(error)) return null;
      throw error;
    } finally {
      sandbox.work = null;
    }
  };
}

const isTimeout = (error: unknown): boolean => systemCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
