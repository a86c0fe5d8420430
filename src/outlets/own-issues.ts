import type { CalendarDate } from '../plan/calendar-date.ts';
import { ISSUE_TITLE } from '../report/issue.ts';
import { type IssueBody, readIssueBody } from '../report/issue-body.ts';
import type { IssueMemory } from '../report/issue-memory.ts';
import { hasTrace, readLostIssue } from '../report/lost-issue.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { type Issue, issuesByUs, listIssues } from '../repository/github/issues.ts';
import type { Where } from '../repository/github/where.ts';

/** An issue that we opened, by its author and by its marker or what people left of it: a marker alone can be planted by anybody. */
export interface OwnIssue extends Issue {
  readonly parts: IssueBody;
  /** Its marker cannot be read any more, and what it remembered is lost. */
  readonly isForgotten: boolean;
}

/** Pages of labelled issues. */
const MAX_LABELLED = 20;
/** Pages of any: taking the label away is a change, so that ours stands among those that changed last. */
const MAX_ANY = 10;

export interface IssueSearch extends Where {
  readonly key: string;
  readonly label: string;
  /** Which of them are looked through when none has the label. */
  readonly without: 'open' | 'all';
  readonly today: CalendarDate;
}

/** Ours with this key: by the label; where none has it, among all that changed of late. */
export async function findOwnIssues(client: GitHubClient, search: IssueSearch): Promise<readonly OwnIssue[]> {
  const { label, without } = search;
  const lost = new Map<number, Issue>();
  const wholeOnes = async (page: readonly Issue[]): Promise<readonly OwnIssue[]> => {
    const whole = withMarker(page, search.key).filter((one) => hasSign(one, label));
    const ours = await issuesByUs(client, search, [...whole, ...page.filter((one) => isLost(one, label))]);
    for (const one of ours) if (isLost(one, label)) lost.set(one.number, one);
    return whole.filter(({ number }) => ours.some((one) => one.number === number));
  };
  const own: OwnIssue[] = [];
  for await (const page of listIssues(client, search, { label, state: 'all', maxPages: MAX_LABELLED })) {
    own.push(...(await wholeOnes(page)));
  }
  if (own.length > 0) return [...own, ...namedOnes(lost, search)];
  for await (const page of listIssues(client, search, { label: null, state: without, maxPages: MAX_ANY })) {
    own.push(...(await wholeOnes(page)));
    if (own.length > 0) return [...own, ...namedOnes(lost, search)];
  }
  const named = namedOnes(lost, search);
  if (named.length > 0) return named;
  // Of several that name nobody the others may be those of other set-ups.
  const one = keptIssue([...lost.values()].flatMap((issue) => salvaged(issue, forgotten(search)) ?? []));
  return one === undefined ? [] : [one];
}

/** The same account may write issues of other workflows, which quote what strangers wrote: a marker alone makes one ours only at its beginning. */
const hasSign = ({ title, labels, parts }: OwnIssue, label: string): boolean =>
  parts.above === '' || title === ISSUE_TITLE || hasLabel(labels, label);

/**
 * An issue whose marker cannot be read, with our title and one more of our signs: without the title it may be somebody's who
 * writes about our marker. A closed one without any trace of a marker is over: we leave none in a duplicate.
 */
function isLost({ title, labels, body, isOpen }: Issue, label: string): boolean {
  if (title !== ISSUE_TITLE || readIssueBody(body) !== null) return false;
  return hasTrace(body) || (isOpen && hasLabel(labels, label));
}

export const hasLabel = (labels: readonly string[], label: string): boolean =>
  labels.some((own) => own.toLowerCase() === label.toLowerCase());

const namedOnes = (lost: ReadonlyMap<number, Issue>, search: IssueSearch): readonly OwnIssue[] =>
  [...lost.values()].flatMap((issue) =>
    readLostIssue(issue.body).key === search.key ? (salvaged(issue, forgotten(search)) ?? []) : [],
  );

/** Of no plan anything is known, so that none counts as new. */
const forgotten = ({ key, today }: IssueSearch): IssueMemory => ({
  ...{ key, head: '', run: 0, attempt: 0, day: today, plans: [], isCut: true, news: null },
});

/** null where it names another set-up. */
function salvaged(issue: Issue, otherwise: IssueMemory): OwnIssue | null {
  const { key, memory, above, below } = readLostIssue(issue.body);
  if (key !== null && key !== otherwise.key) return null;
  return {
    ...issue,
    parts: { memory: memory ?? otherwise, section: '', above, below },
    isForgotten: memory === null && otherwise.run === 0,
  };
}

/** An issue of ours as it is now, whatever became of its marker since it was listed; null where another set-up has taken it. */
export function asItIs(issue: Issue, listed: OwnIssue): OwnIssue | null {
  const { memory } = listed.parts;
  const [whole] = withMarker([issue], memory.key);
  return whole ?? (readIssueBody(issue.body) === null ? salvaged(issue, memory) : null);
}

/** Those with a marker of this key, whoever opened them. */
export const withMarker = (issues: readonly Issue[], key: string): readonly OwnIssue[] =>
  issues.flatMap((issue) => {
    const parts = readIssueBody(issue.body);
    return parts?.memory.key === key ? [{ ...issue, parts, isForgotten: false }] : [];
  });

/** The open one that was opened first; else the one that was opened last. */
export const keptIssue = (own: readonly OwnIssue[]): OwnIssue | undefined =>
  own.toSorted(
    (a, b) => Number(b.isOpen) - Number(a.isOpen) || (a.isOpen ? a.number - b.number : b.number - a.number),
  )[0];
