import * as core from '@actions/core';
import { timedLog, type WorkLog } from '../work-log.ts';

/** A group of the job's log for each step that takes long. */
export interface StepLog {
  readonly log: WorkLog;
  /** Closes the last group. */
  end(): void;
}

/** @param clock milliseconds, of any clock that only goes forward. */
export function logSteps(clock: () => number): StepLog {
  let open = '';
  const end = (): void => {
    if (open !== '') core.endGroup();
    open = '';
  };
  let step = '';
  const write = (line: string): void => {
    if (open !== step) {
      end();
      core.startGroup(`${step} plans`);
      open = step;
    }
    core.info(line);
  };
  const timed = timedLog({ write, clock });
  return {
    log: (name, done, total) => {
      step = name;
      timed(name, done, total);
    },
    end,
  };
}
