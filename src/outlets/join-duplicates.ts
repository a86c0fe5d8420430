import { joinIssueBody } from '../report/issue-body.ts';
import type { IssueAccess } from './issue-access.ts';
import { isNewerRun } from './newer-run.ts';
import { asItIs, type OwnIssue } from './own-issues.ts';

/**
 * Of several open issues, opened by scans at the same time, the oldest stays and says what the newest scan said; the others
 * are closed, and are not ours any more. What people wrote stays where they wrote it.
 */
export async function joinDuplicates(
  access: IssueAccess,
  own: readonly OwnIssue[],
): Promise<readonly OwnIssue[]> {
  const [oldest, ...others] = own.filter(({ isOpen }) => isOpen).toSorted((a, b) => a.number - b.number);
  if (oldest === undefined || others.length === 0) return own;
  const latest = others.reduce(
    (newest, other) => (isNewerRun(other.parts.memory, newest.parts.memory) ? other : newest),
    oldest,
  );
  const goOnWithout = (taken: OwnIssue) =>
    joinDuplicates(
      access,
      own.filter((issue) => issue !== taken),
    );
  const kept = await asItIsNow(access, oldest);
  if (kept === null) return goOnWithout(oldest);
  const parts = { ...latest.parts, above: kept.parts.above, below: kept.parts.below };
  const body = joinIssueBody(parts);
  if (latest !== oldest && !(await access.write(kept.number, { body }))) return goOnWithout(oldest);
  for (const other of others) {
    const now = await asItIsNow(access, other);
    if (now === null) continue;
    const { above, below } = now.parts;
    const farewell = `Two scans opened this issue at the same time; it goes on in #${kept.number}.`;
    const left = `${above}${farewell}${below}`;
    await access.write(other.number, { body: left, state: 'closed', reason: 'duplicate' });
  }
  const joined = { ...kept, body, parts, isForgotten: latest.isForgotten };
  return [latest === oldest ? kept : joined, ...own.filter(({ isOpen }) => !isOpen)];
}

/**
 * People may have written in it since it was listed. Where it cannot be read, it is what was listed; null where another
 * set-up has taken it.
 */
async function asItIsNow(access: IssueAccess, listed: OwnIssue): Promise<OwnIssue | null> {
  const read = await access.read(listed.number);
  return read === null ? listed : asItIs(read, listed);
}
