import { type WithinTime, withoutLimit } from './within-time.ts';

/** How long a run may take: what is not done by then is said, never counted as good. */
export interface RunTime {
  /** Seconds, for the sentences. */
  readonly planSeconds: number;
  /** Minutes, for the sentences. */
  readonly runMinutes: number;
  /** Holds the work on one plan to its time, each piece of it anew. */
  readonly withinPlan: WithinTime;
  /** Whether the time of the run is over: then nothing more is begun. */
  readonly isUp: () => boolean;
}

export const ENDLESS: RunTime = {
  planSeconds: Number.POSITIVE_INFINITY,
  runMinutes: Number.POSITIVE_INFINITY,
  withinPlan: withoutLimit,
  isUp: () => false,
};
