import { addDays, type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import {
  BOX_DAYS,
  type CodeHistory,
  DORMANT_DAYS,
  DRAFT_DAYS,
  DRIFT_COMMITS,
  type PastChange,
  type PlanHistory,
} from './plan-history.ts';
import type { DriftEvidence, StalenessReason } from './staleness.ts';

/** Characters of a commit's subject inside a reason. */
const MAX_SUBJECT = 80;

/** What moved under a plan since its review. */
export interface Drift {
  /** Different commits, over all entries. */
  readonly commits: number;
  /** The day on which there were enough of them to speak of. */
  readonly since: CalendarDate;
  /** Most commits first. */
  readonly evidence: readonly DriftEvidence[];
}

/** What the past says of a plan: drifting, dormant, or a draft that was left. */
export function* pastReasons(
  plan: Plan,
  history: PlanHistory,
  today: CalendarDate,
): Iterable<StalenessReason> {
  const last = latest([history.plan.last, ...history.code.map((code) => code.last)]);
  if (plan.lifecycle === 'active') {
    const drift = measureDrift(plan, history);
    if (drift !== null && !history.boxesMoved) {
      yield {
        state: 'drifting',
        since: notAfter(today, latest([drift.since, quietSince(history, today)])),
        text: driftInWords(drift),
        evidence: drift.evidence,
      };
    }
    if (history.isWhole && last !== null && daysBetween(last, today) >= DORMANT_DAYS) {
      const what = history.code.length === 0 ? 'the plan has not' : 'neither the plan nor its code has';
      yield {
        state: 'dormant',
        since: addDays(last, DORMANT_DAYS),
        text: `${what} changed for ${daysBetween(last, today)} days`,
        evidence: [],
      };
    }
  }
  const touched = history.plan.last;
  if (plan.lifecycle === 'draft' && touched !== null && daysBetween(touched, today) >= DRAFT_DAYS) {
    yield {
      state: 'draft-stale',
      since: addDays(touched, DRAFT_DAYS),
      text: `an untouched draft for ${daysBetween(touched, today)} days`,
      evidence: [],
    };
  }
}

/**
 * What moved in the code of a plan since its review: commits that changed the contents and not the plan. null where
 * that is nothing to speak of, and for a plan that was never reviewed: that is a state of its own.
 */
export function measureDrift(plan: Plan, { plan: own, code }: PlanHistory): Drift | null {
  const { reviewed } = plan.dates;
  if (reviewed === null) return null;
  const ofPlan = new Set(own.changes.map(({ id }) => id));
  // A review is as of the day's end; where the plan was committed on that day, as of its last commit then.
  const stamped = own.changes.find(({ day }) => day === reviewed)?.time ?? Number.POSITIVE_INFINITY;
  const isLater = ({ id, day, time }: PastChange): boolean =>
    day > reviewed || (day === reviewed && (time > stamped || (time === stamped && !ofPlan.has(id))));

  const entries = code
    .map((entry) => ({
      entry,
      commits: changesOfContent(entry, entry.changes.filter(isLater)).filter(({ id }) => !ofPlan.has(id)),
    }))
    .filter(({ commits }) => commits.length > 0);
  const each = new Map(
    entries.flatMap(({ commits }) => commits.map((commit) => [commit.id, commit] as const)),
  );
  const inOrder = [...each.values()].toSorted((a, b) => a.time - b.time);
  const enough = inOrder[DRIFT_COMMITS - 1];
  if (enough === undefined) return null;
  return {
    commits: each.size,
    since: enough.day,
    evidence: entries
      .map(({ entry, commits }) => ({
        path: entry.pattern,
        commits: commits.length,
        lastSubject: commits[0]?.subject ?? '',
      }))
      .toSorted((a, b) => b.commits - a.commits),
  };
}

/** Without the commits of which nothing is left: all that they changed is as it was before the first of them. */
function changesOfContent(entry: CodeHistory, commits: readonly PastChange[]): readonly PastChange[] {
  if (entry.isCut) return commits;
  const first = new Map<string, string | null>();
  const final = new Map<string, string | null>();
  // The newest come first, so the last word on what was before is the oldest one's.
  for (const { files } of commits) {
    for (const { path, before, after } of files ?? []) {
      first.set(path, before);
      if (!final.has(path)) final.set(path, after);
    }
  }
  const isDifferent = (path: string): boolean => first.get(path) !== final.get(path);
  return commits.filter(
    ({ files }) => files === null || files.some(({ path }) => entry.matches(path) && isDifferent(path)),
  );
}

/** The day on which the plan had been left alone long enough; null where its last change does not tell. */
function quietSince({ plan }: PlanHistory, today: CalendarDate): CalendarDate | null {
  const before = plan.changes.find(({ day }) => daysBetween(day, today) >= BOX_DAYS)?.day ?? null;
  return before === null ? null : addDays(before, BOX_DAYS);
}

/** A commit of a clock that runs ahead tells no day on which something began. */
const notAfter = (today: CalendarDate, day: CalendarDate | null): CalendarDate | null =>
  day === null || day > today ? null : day;

function driftInWords({ commits, evidence }: Drift): string {
  const [first, ...more] = evidence;
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  const subject =
    first.lastSubject.length > MAX_SUBJECT
      ? `${first.lastSubject.slice(0, MAX_SUBJECT)}…`
      : first.lastSubject;
  return `${commits} commits since the review to "${first.path}"${others}, the last one "${subject}"`;
}

const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);
