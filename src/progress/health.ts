/** From the worst to the best of those that are computed; then those that are no judgement on the work. */
export const HEALTH_STATUSES = [
  'OFF_TRACK',
  'AT_RISK',
  'ON_TRACK',
  'COMPLETE',
  'INACTIVE',
  'UNKNOWN',
] as const;

export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** How a plan stands as of a day, and why: each reason in words of ours, with its numbers and without text of the plan. */
export interface Health {
  readonly status: HealthStatus;
  /** What weighs most first; never empty. */
  readonly reasons: readonly string[];
}
