import type { StalenessState } from '../progress/staleness.ts';

/** `review overdue`. */
export const stalenessInWords = (state: StalenessState): string => state.replaceAll('-', ' ');

/** What there is to decide about a plan in this state, as Markdown. */
export const DECISIONS = {
  expired: 'renew `expires`, archive, or supersede',
  'review-overdue': 'review and renew `reviewed`, or archive',
  drifting: 'compare with the code and renew `reviewed`, or supersede',
  dormant: 'go on, archive, or supersede',
  'expiring-soon': 'complete it in time, renew `expires`, or archive',
  unreviewed: 'review and write `reviewed`, or archive',
  'no-expiry': 'write `expires`',
  'draft-stale': 'make it active, or archive',
} as const satisfies Record<StalenessState, string>;
