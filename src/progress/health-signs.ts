import { type CalendarDate, daysBetween } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import { days, isOrAre, openInWords, paceInWords, phaseInWords } from './health-words.ts';
import { measurePhases } from './measure-progress.ts';
import { isFinished, type OverduePhase, overduePhases } from './overdue-phases.ts';
import { type DoneShare, elapsedShare, isBehind, isMuchOpen, percentOf, type Share } from './pace.ts';
import { planTime } from './plan-time.ts';
import type { PhaseProgress } from './progress.ts';

/** Something that says that a plan is not well. */
export interface Sign {
  readonly status: 'OFF_TRACK' | 'AT_RISK';
  readonly text: string;
}

/** Days before the end from which much open work is a risk. */
const SHORT = 30;
/** Overdue phases that are named one by one. */
const MAX_PHASES = 5;

/** What the author says, where it is a worry. */
export function authorsSigns({ selfReport: { onTrack } }: Plan): readonly Sign[] {
  switch (onTrack?.word) {
    case 'no':
      return [{ status: 'OFF_TRACK', text: 'the plan says of itself that it is not on track' }];
    case 'at-risk':
      return [{ status: 'AT_RISK', text: 'the plan says of itself that it is at risk' }];
    default:
      return [];
  }
}

/** What the dates, the boxes and the blockers of a plan in work say as of a day. */
export function computedSigns(plan: Plan, done: DoneShare | null, today: CalendarDate): readonly Sign[] {
  const { end } = planTime(plan);
  const elapsed = elapsedShare(planTime(plan), today);
  return [
    ...(end === null ? [] : signsOfEnd(plan, end, done, today)),
    ...signsOfPhases(overduePhases(plan, today)),
    ...(elapsed === null || done === null ? [] : signsOfPace(elapsed, done)),
    ...signsOfBlockers(plan),
  ];
}

function signsOfEnd(
  plan: Plan,
  end: CalendarDate,
  done: DoneShare | null,
  today: CalendarDate,
): readonly Sign[] {
  const left = daysBetween(today, end);
  if (left < 0) {
    if (measurePhases(plan).every(isFinished)) return [];
    const open = openInWords(plan) ?? 'nothing proves that it is complete';
    return [{ status: 'OFF_TRACK', text: `the plan's end, ${end}, was ${days(-left)} ago, and ${open}` }];
  }
  if (left > SHORT || done === null || !isMuchOpen(done)) return [];
  const open = `${100 - percentOf(done)} % of the ${done.of} are open`;
  return [{ status: 'AT_RISK', text: `${days(left)} ${isOrAre(left)} left, and ${open}` }];
}

function signsOfPhases(overdue: readonly OverduePhase[]): readonly Sign[] {
  const inOrder = [...overdue.filter(({ isLong }) => isLong), ...overdue.filter(({ isLong }) => !isLong)];
  const statusOf = ({ isLong }: OverduePhase): Sign['status'] => (isLong ? 'OFF_TRACK' : 'AT_RISK');
  const shown = inOrder.slice(0, MAX_PHASES).map((late) => ({
    status: statusOf(late),
    text: `${phaseInWords(late.phase)} is overdue by ${days(late.days)}, since ${late.end}`,
  }));
  const rest = inOrder.slice(MAX_PHASES);
  const [worst] = rest;
  if (worst === undefined) return shown;
  const text = `${rest.length} more phase${rest.length === 1 ? '' : 's'} ${isOrAre(rest.length)} overdue`;
  return [...shown, { status: statusOf(worst), text }];
}

const signsOfPace = (elapsed: Share, done: DoneShare): readonly Sign[] =>
  isBehind(elapsed, done) ? [{ status: 'AT_RISK', text: paceInWords(elapsed, done) }] : [];

function signsOfBlockers(plan: Plan): readonly Sign[] {
  const open = plan.selfReport.blockers.filter(({ isClosed }) => !isClosed).length;
  const blocked = measurePhases(plan).filter(isBlocked);
  return [
    ...(open === 0 ? [] : [`${open} blocker${open === 1 ? '' : 's'} ${isOrAre(open)} open`]),
    ...blocked
      .slice(0, 1)
      .map((phase) =>
        blocked.length === 1 ? `${phaseInWords(phase)} is blocked` : `${blocked.length} phases are blocked`,
      ),
  ].map((text) => ({ status: 'AT_RISK', text }));
}

const isBlocked = ({ state, claim }: PhaseProgress): boolean =>
  state === 'blocked' || (state === 'untracked' && claim?.state === 'blocked');
