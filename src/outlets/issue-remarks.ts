import { explainApiError } from '../repository/github/api-error.ts';
import type { IssueAccess } from './issue-access.ts';
import { hasLabel, type OwnIssue } from './own-issues.ts';

/** Where the issues could not be listed after one was opened. */
export const UNSEEN_ISSUES =
  'Whether another scan opened a tracking issue at the same time could not be read: where there are two, the next scan joins them.';

/** Sentences about what could not be done. The issue itself says it all, so that this is none of its failures. */
export async function commentOn(
  access: IssueAccess,
  { number }: OwnIssue,
  body: string | null,
): Promise<readonly string[]> {
  if (body === null) return [];
  const isLock = (error: unknown): boolean => error instanceof Error && /\block/i.test(error.message);
  return orSentence(access.comment(number, body), (error) =>
    isLock(error)
      ? `The tracking issue ${number} is locked, so there is no comment about what is new in it. Unlock it to have them.`
      : explainApiError(error, {
          action: `comment on the tracking issue ${number}`,
          permission: 'issues: write',
        }).message,
  );
}

/** By the first label the issue is found, so one that a person took away is put back while the issue is open. */
export async function labelAgain(
  access: IssueAccess,
  issue: OwnIssue,
  label: string | undefined,
): Promise<readonly string[]> {
  if (label === undefined || hasLabel(issue.labels, label)) return [];
  return orSentence(
    access.label(issue.number, label),
    (error) =>
      explainApiError(error, {
        action: `put the label "${label}" back on the tracking issue ${issue.number}`,
        permission: 'issues: write',
      }).message,
  );
}

const orSentence = (work: Promise<void>, sentence: (error: unknown) => string): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => [sentence(error)],
  );
