import { addDays, type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { cadenceDays } from '../plan/review-cadence.ts';
import { pastReasons } from './measure-drift.ts';
import type { PlanHistory } from './plan-history.ts';
import { STALENESS_STATES, type Staleness, type StalenessReason } from './staleness.ts';

export interface StalenessOptions {
  readonly today: CalendarDate;
  /** Days between reviews of an active plan that names no cadence. */
  readonly reviewEvery: number;
  /** Days before its expiry from which a plan is said to expire soon. */
  readonly expiringWithin: number;
}

/** What the dates of the plan alone tell has no evidence. */
type Reason = Omit<StalenessReason, 'evidence'>;

/** Days between reviews of a draft that names no cadence. */
const DRAFT_REVIEW_EVERY = 90;

/**
 * What the dates of a plan say as of a day, and what its past says. Closed plans are exempt, and a snoozed one is left
 * alone until its date.
 * @param history null where it is not known: then the states that hang on it are not said, and a gap of the run tells.
 */
export function measureStaleness(
  plan: Plan,
  options: StalenessOptions,
  history: PlanHistory | null = null,
): Staleness {
  if (isClosed(plan.lifecycle)) return { state: null, reasons: [] };
  const snooze = snoozeOf(plan, options.today);
  if (snooze !== null) return { state: null, reasons: [], isSnoozed: true, snooze };
  const reasons = stalenessReasons(plan, options, history);
  return { state: reasons[0]?.state ?? null, reasons };
}

/** The same, snoozed or not: what the plan asks not to be told of is said, and waived. */
export function stalenessReasons(
  plan: Plan,
  options: StalenessOptions,
  history: PlanHistory | null,
): readonly StalenessReason[] {
  if (isClosed(plan.lifecycle)) return [];
  const ofDates = [...reasonsOf(plan, options)].map(
    (reason): StalenessReason => ({ ...reason, evidence: [] }),
  );
  const ofPast = history === null ? [] : [...pastReasons(plan, history, options.today)];
  return [...ofDates, ...ofPast].toSorted((a, b) => rank(a) - rank(b));
}

function* reasonsOf(plan: Plan, { today, reviewEvery, expiringWithin }: StalenessOptions): Iterable<Reason> {
  const { created, expires, reviewed } = plan.dates;
  const isActive = plan.lifecycle === 'active';
  const isDraft = plan.lifecycle === 'draft';
  if (!isActive && !isDraft) return;

  if (expires !== null) {
    const left = daysBetween(today, expires);
    if (left < 0) {
      yield {
        state: 'expired',
        since: addDays(expires, 1),
        text: `expired ${days(-left)} ago, on ${expires}`,
      };
    } else if (isActive && left <= expiringWithin) {
      yield {
        state: 'expiring-soon',
        since: addDays(expires, -expiringWithin),
        text: left === 0 ? `expires today` : `expires in ${days(left)}, on ${expires}`,
      };
    }
  } else if (isActive && !isWritten(plan, 'expires')) {
    yield { state: 'no-expiry', since: created, text: 'has no expiry date' };
  }

  if (reviewed !== null) {
    const cadence = cadenceOf(plan, isDraft ? DRAFT_REVIEW_EVERY : reviewEvery);
    const due = addDays(reviewed, cadence);
    const overdue = daysBetween(due, today);
    if (overdue > 0) {
      yield {
        state: 'review-overdue',
        since: addDays(due, 1),
        text: `review overdue by ${days(overdue)} (every ${days(cadence)}, last on ${reviewed})`,
      };
    }
  } else if (isActive && !isWritten(plan, 'reviewed')) {
    yield { state: 'unreviewed', since: created, text: 'was never reviewed' };
  }
}

const rank = ({ state }: Reason): number => STALENESS_STATES.indexOf(state);

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** Days between reviews; front matter before body. What says no span of time is as good as nothing; in the front matter it is told. */
const cadenceOf = (plan: Plan, otherwise: number): number =>
  cadenceDays(plan.frontMatter.data.review_cadence) ?? cadenceDays(plan.reviewCadence) ?? otherwise;

/** `check: {snooze: {until, reason}}`: through its date, and only with a reason; else null. */
export function snoozeOf(
  { waivers: { snooze } }: { readonly waivers: Pick<Plan['waivers'], 'snooze'> },
  today: CalendarDate,
): NonNullable<Staleness['snooze']> | null {
  if (snooze === null || snooze.reason === null || snooze.until.kind !== 'day') return null;
  return snooze.until.day < today ? null : { until: snooze.until.day, reason: snooze.reason };
}

export const isSnoozed = (plan: Parameters<typeof snoozeOf>[0], today: CalendarDate): boolean =>
  snoozeOf(plan, today) !== null;

/** A date that is there but cannot be read is not absent; the schema speaks of it. */
const isWritten = ({ frontMatter, placeholders }: Plan, key: string): boolean =>
  Object.hasOwn(frontMatter.data, key) && !placeholders.some(({ subject }) => subject === key);
