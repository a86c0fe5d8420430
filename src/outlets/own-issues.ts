import { type IssueBody, type IssueMemory, readIssueBody } from '../report/issue-marker.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { type Issue, issuesByUs, listIssues } from '../repository/github/issues.ts';
import type { Where } from '../repository/github/where.ts';

/** An issue that we opened, by its author and by its marker: a marker alone can be planted by anybody. */
export interface OwnIssue extends Issue {
  readonly parts: IssueBody;
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
}

/** Ours with this key: by the label; where none has it, among all that changed of late. */
export async function findOwnIssues(client: GitHubClient, search: IssueSearch): Promise<readonly OwnIssue[]> {
  const { key, label, without } = search;
  const own: OwnIssue[] = [];
  for await (const page of listIssues(client, search, { label, state: 'all', maxPages: MAX_LABELLED })) {
    own.push(...(await issuesByUs(client, search, withMarker(page, key))));
  }
  if (own.length > 0) return own;
  for await (const page of listIssues(client, search, { label: null, state: without, maxPages: MAX_ANY })) {
    const found = await issuesByUs(client, search, withMarker(page, key));
    if (found.length > 0) return found;
  }
  return [];
}

/** Those with a marker of this key, whoever opened them. */
export const withMarker = (issues: readonly Issue[], key: string): readonly OwnIssue[] =>
  issues.flatMap((issue) => {
    const parts = readIssueBody(issue.body);
    return parts?.memory.key === key ? [{ ...issue, parts }] : [];
  });

/** The open one that was opened first; else the one that was opened last. */
export const keptIssue = (own: readonly OwnIssue[]): OwnIssue | undefined =>
  own.toSorted(
    (a, b) => Number(b.isOpen) - Number(a.isOpen) || (a.isOpen ? a.number - b.number : b.number - a.number),
  )[0];

type Run = Pick<IssueMemory, 'run' | 'attempt'>;

export const isNewerRun = (left: Run, right: Run): boolean =>
  left.run > right.run || (left.run === right.run && left.attempt > right.attempt);
