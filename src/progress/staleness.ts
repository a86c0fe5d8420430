/** In the headline's precedence: the worst first. */
export const STALENESS_STATES = [
  'expired',
  'review-overdue',
  'drifting',
  'dormant',
  'expiring-soon',
  'unreviewed',
  'no-expiry',
  'draft-stale',
] as const;

export type StalenessState = (typeof STALENESS_STATES)[number];

/** The headline state of a plan and every state that holds, in order of precedence, each in words with its numbers. */
export interface Staleness {
  readonly state: StalenessState | null;
  readonly reasons: readonly { readonly state: StalenessState; readonly text: string }[];
}
