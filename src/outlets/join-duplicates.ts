import { joinIssueBody } from '../report/issue-body.ts';
import type { IssueAccess } from './issue-access.ts';
import { isNewerRun } from './newer-run.ts';
import type { OwnIssue } from './own-issues.ts';

/**
 * Of several open issues, opened by scans at the same time, the oldest stays and says what the newest scan said; the others
 * are closed, and are not ours any more. What people wrote stays where they wrote it.
 */
export async function joinDuplicates(
  access: IssueAccess,
  own: readonly OwnIssue[],
): Promise<readonly OwnIssue[]> {
  const [kept, ...others] = own.filter(({ isOpen }) => isOpen).toSorted((a, b) => a.number - b.number);
  if (kept === undefined || others.length === 0) return own;
  const latest = others.reduce(
    (newest, other) => (isNewerRun(other.parts.memory, newest.parts.memory) ? other : newest),
    kept,
  );
  const parts = { ...latest.parts, above: kept.parts.above, below: kept.parts.below };
  const body = joinIssueBody(parts);
  if (latest !== kept) await access.write(kept.number, { body });
  for (const { number, parts: theirs } of others) {
    const farewell = `Two scans opened this issue at the same time; it goes on in #${kept.number}.`;
    const left = `${theirs.above}${farewell}${theirs.below}`;
    await access.write(number, { body: left, state: 'closed', reason: 'duplicate' });
  }
  const joined = { ...kept, body, parts, isForgotten: latest.isForgotten };
  return [latest === kept ? kept : joined, ...own.filter(({ isOpen }) => !isOpen)];
}
