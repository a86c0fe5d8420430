import type { CalendarDate } from '../plan/calendar-date.ts';
import { STALENESS_STATES } from '../progress/staleness.ts';
import { counted } from './counted.ts';
import type { IssueNews } from './issue-memory.ts';
import type { IssueRow, RowState } from './issue-rows.ts';
import { DECISIONS, stalenessInWords } from './issue-words.ts';
import type { Links } from './links.ts';
import { link, tableLines, text } from './markdown.ts';
import { planTitle } from './plan-row.ts';
import { NOTHING, tasksInWords } from './progress-words.ts';
import { hasNumbers, type Report } from './report.ts';
import { restingItems } from './resting-plans.ts';
import { cellOf } from './table-cell.ts';
import { blockingGaps } from './verdict.ts';

/** Characters as shown. */
const PATH_LENGTH = 120;
const OWNER_LENGTH = 60;
const SUBJECT_LENGTH = 80;
const MAX_OWNERS = 3;
const MAX_EVIDENCE = 3;
/** So many plans that end on one day are more than a team decides on in one. */
const MANY_ON_ONE_DAY = 5;
const MAX_CROWDED_DAYS = 3;

/** Everything that the tracking issue can say, each part whole and ready to be set or left out. */
export interface IssueParts {
  readonly headline: string;
  /** Titles and rule, then one line a plan. */
  readonly tableHead: readonly string[];
  readonly rows: readonly string[];
  /** Empty where there is nothing new, as are the next ones. */
  readonly enteredTitle: string;
  readonly entered: readonly string[];
  readonly moreEntered: number;
  readonly goneTitle: string;
  readonly gone: readonly string[];
  readonly moreGone: number;
  readonly evidenceHead: readonly string[];
  readonly evidence: readonly string[];
  /** Plans that are left alone, each with its day and its reason. */
  readonly resting: readonly string[];
  /** Sentences. */
  readonly crowded: readonly string[];
}

/** Makes every part. */
export function issueParts(
  report: Report,
  rows: readonly IssueRow[],
  news: IssueNews | null,
  links: Links,
): IssueParts {
  const [titles = '', rule = '', ...lines] = tableLines(
    ['Plan', 'Owner', 'State', 'Since', 'Progress', 'To decide'],
    rows.map((row) => rowCells(report, row, links)),
  );
  const [evidenceTitles = '', evidenceRule = '', ...evidence] = tableLines(
    ['Plan', 'Its code', 'Commits since the review', 'The last one'],
    rows.flatMap((row) => evidenceCells(row, links)),
  );
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const entered = news?.entered ?? [];
  const gone = news?.gone ?? [];
  return {
    headline: headline(rows, blockingGaps(report).length > 0),
    tableHead: [titles, rule],
    rows: lines,
    enteredTitle: news === null ? '' : `**New since ${news.since}**`,
    entered: entered.map(({ path, states }) => {
      const row = byPath.get(path);
      const name = row === undefined ? text(path, PATH_LENGTH) : planName(row, links);
      return `- ${name}: ${states.map(stalenessInWords).join(', ')}`;
    }),
    moreEntered: (news?.counts.entered ?? 0) - entered.length,
    goneTitle: news === null ? '' : `**Gone since ${news.since}**`,
    gone: gone.map(({ path, now }) => `- ${text(path, PATH_LENGTH)}: ${now}`),
    moreGone: (news?.counts.gone ?? 0) - gone.length,
    evidenceHead: [evidenceTitles, evidenceRule],
    evidence,
    resting: restingItems(report, links),
    crowded: crowdedDays(report),
  };
}

/** Says how many, by the state that weighs most. */
function headline(rows: readonly IssueRow[], isIncomplete: boolean): string {
  if (rows.length === 0) return `**No plan${isIncomplete ? ' that could be read' : ''} needs a decision.**`;
  const states = STALENESS_STATES.flatMap((state) => {
    const count = rows.filter((row) => row.states[0]?.state === state).length;
    return count === 0 ? [] : [`${count} ${stalenessInWords(state)}`];
  });
  const needs = rows.length === 1 ? 'needs' : 'need';
  return `**${counted(rows.length, 'plan')} ${needs} a decision:** ${states.join(', ')}.`;
}

/** The plan's title with a link; its path where there is no title at hand. */
export const planName = ({ path, plan }: Pick<IssueRow, 'path' | 'plan'>, links: Links): string =>
  link(plan === null ? text(path, PATH_LENGTH) : planTitle(plan), links.file(path));

function rowCells(report: Report, row: IssueRow, links: Links): readonly string[] {
  const { plan, states } = row;
  const [first] = states;
  return [
    planName(row, links),
    cellOf(ownerLines(plan?.owner ?? [])),
    cellOf(stateLines(row)),
    first?.since ?? NOTHING,
    plan !== null && hasNumbers(report, plan) ? tasksInWords(plan.progress) : NOTHING,
    first === undefined ? NOTHING : DECISIONS[first.state],
  ];
}

function ownerLines(owners: readonly string[]): readonly string[] {
  const shown = owners.slice(0, MAX_OWNERS).map((owner) => text(owner, OWNER_LENGTH));
  const more = owners.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

function stateLines({ plan, states }: IssueRow): readonly string[] {
  const [first, ...others] = states;
  if (first === undefined) return [];
  return [
    `**${stalenessInWords(first.state)}**${ending(first, plan)}${plan?.lifecycle === 'draft' && first.state !== 'draft-stale' ? ' (draft)' : ''}${doubt(first)}`,
    ...others.map((other) => `${stalenessInWords(other.state)}${doubt(other)}`),
  ];
}

/** The day by which it is to be decided. */
const ending = ({ state }: RowState, plan: IssueRow['plan']): string =>
  state === 'expiring-soon' && plan !== null && plan.dates.expires !== null
    ? `, on ${plan.dates.expires}`
    : '';

const doubt = ({ isKnown }: RowState): string => (isKnown ? '' : ' (not looked at)');

/** One line a path of the plan's code; what is left out is counted. */
function evidenceCells(row: IssueRow, links: Links): readonly (readonly string[])[] {
  const found = row.plan?.staleness.reasons.flatMap(({ evidence }) => evidence) ?? [];
  const shown = found.slice(0, MAX_EVIDENCE);
  const more = found.length - shown.length;
  return shown.map(({ path, commits, lastSubject }, index) => [
    planName(row, links),
    text(path, PATH_LENGTH) +
      (more > 0 && index === shown.length - 1 ? `<br>and ${counted(more, 'more path')}` : ''),
    String(commits),
    text(lastSubject, SUBJECT_LENGTH),
  ]);
}

/** Days still to come on which many plans end at once. */
function crowdedDays({ plans, today }: Report): readonly string[] {
  const ends = new Map<CalendarDate, number>();
  for (const { lifecycle, dates, change } of plans) {
    if (lifecycle !== 'active' || change === 'removed' || dates.expires === null || dates.expires < today)
      continue;
    ends.set(dates.expires, (ends.get(dates.expires) ?? 0) + 1);
  }
  return [...ends]
    .filter(([, count]) => count >= MANY_ON_ONE_DAY)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MAX_CROWDED_DAYS)
    .map(
      ([day, count]) =>
        `${counted(count, 'plan')} expire on ${day}: stagger them, so that they are not all to be decided at once.`,
    );
}
