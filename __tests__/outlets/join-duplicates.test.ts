import { describe, expect, test } from '@jest/globals';
import type { IssueAccess, IssueWrite } from '../../src/outlets/issue-access.ts';
import { joinDuplicates } from '../../src/outlets/join-duplicates.ts';
import { type OwnIssue, withMarker } from '../../src/outlets/own-issues.ts';
import { joinIssueBody } from '../../src/report/issue-body.ts';
import type { Issue } from '../../src/repository/github/issues.ts';
import { day } from '../report/sample-report.ts';

const issue = (number: number, key = 'default', below = '\n'): Issue => ({
  ...{ number, title: 'Plans that need a decision', labels: ['plan-check'], isOpen: true },
  ...{ url: `https://github.com/octo/plans/issues/${number}`, author: 'github-actions[bot]' },
  body: joinIssueBody({
    memory: {
      ...{ key, head: '', run: number, attempt: 1, day: day('2026-11-22') },
      plans: [],
      isCut: false,
      news: null,
    },
    section: '**1 plan needs a decision:** 1 expired.',
    above: '',
    below,
  }),
});

const own = (...issues: readonly Issue[]): readonly OwnIssue[] => withMarker(issues, 'default');

/** @param now the issues that are not any more as they were listed. */
async function joined(listed: readonly Issue[], now: readonly Issue[]) {
  const written: { readonly number: number; readonly change: IssueWrite }[] = [];
  const refuse = () => Promise.reject(new Error('Nobody asks for that.'));
  const access: IssueAccess = {
    ...{ create: refuse, label: refuse, comment: refuse },
    read: async (number) => [...now, ...listed].find((one) => one.number === number) ?? null,
    write: async (number, change) => written.push({ number, change }) > 0,
  };
  const kept = await joinDuplicates(access, own(...listed));
  return {
    written: written.map(({ number, change }) => `${number} ${change.state}`),
    kept: kept.map(({ number }) => number),
  };
}

describe('issues of scans at the same time', () => {
  test('become the oldest, which says what the newest said', async () => {
    expect(await joined([issue(1), issue(2), issue(3)], [])).toEqual({
      written: ['1 undefined', '2 closed', '3 closed'],
      kept: [1],
    });
  });

  test('of which another set-up has taken one, leave that one alone', async () => {
    expect(await joined([issue(1), issue(2), issue(3)], [issue(2, 'api', '\nTheirs.')])).toEqual({
      written: ['1 undefined', '3 closed'],
      kept: [1],
    });
  });

  test('of which another set-up has taken the oldest, go on in the next', async () => {
    expect(await joined([issue(1), issue(2), issue(3)], [issue(1, 'api')])).toEqual({
      written: ['2 undefined', '3 closed'],
      kept: [2],
    });
  });
});
