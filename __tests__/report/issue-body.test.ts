import { describe, expect, test } from '@jest/globals';
import { joinIssueBody, readIssueBody } from '../../src/report/issue-body.ts';
import { ISSUE_END, renderIssueMarker } from '../../src/report/issue-marker.ts';
import type { IssueMemory } from '../../src/report/issue-memory.ts';
import { ISSUE_HINT } from '../../src/report/our-end.ts';
import { day } from './sample-report.ts';

const memory: IssueMemory = {
  ...{ key: 'default', head: 'a'.repeat(40), run: 12, attempt: 2, day: day('2026-11-22'), isCut: false },
  plans: [
    {
      path: 'docs/plans/@team/#1 --> <b>.md',
      states: [
        { state: 'expired', since: day('2026-11-01') },
        { state: 'unreviewed', since: day('2026-01-05') },
      ],
    },
  ],
  news: {
    since: day('2026-11-20'),
    entered: [{ path: 'a.md', states: ['expired'] }],
    gone: [{ path: 'b.md', now: 'completed' }],
    counts: { entered: 1, gone: 30 },
  },
};

describe('the marker', () => {
  test('is read as it was written, and nothing in it is markup', () => {
    const body = joinIssueBody({ memory, section: 'Ours.', above: '', below: '\nTheirs.\n' });
    expect(readIssueBody(body)).toEqual({ memory, section: 'Ours.', above: '', below: '\nTheirs.\n' });
    const marker = renderIssueMarker(memory);
    expect(marker.slice('<!-- '.length, -' -->'.length)).not.toMatch(/[<>@#\n]/);
  });

  test.each([
    ['nothing', ''],
    ['a text', 'Ours.'],
    ['a marker of a comment', '<!-- plan-check {"v":1} -->'],
    ['a marker inside a line', `> ${renderIssueMarker(memory)}`],
    ['broken JSON', '<!-- plan-check-issue {"v":1 -->'],
    ['another version', '<!-- plan-check-issue {"v":2} -->'],
    ['a run that is no number', renderIssueMarker(memory).replace('"run":12', '"run":"12"')],
    ['a day that is none', renderIssueMarker(memory).replace('"day":"2026-11-22"', '"day":"2026-02-30"')],
    ['a marker without an end', renderIssueMarker(memory).replace(' -->', '')],
  ])('is not read from %s', (_, body) => {
    expect(readIssueBody(body)).toBeNull();
  });

  test('that people changed is read as far as it makes sense', () => {
    const body = renderIssueMarker(memory)
      .replace('"expired","2026-11-01"', '"rotten","2026-11-01"')
      .replace('"counts"', '"count"');
    expect(readIssueBody(body)?.memory).toEqual({
      ...memory,
      plans: [{ path: memory.plans[0]?.path, states: [{ state: 'unreviewed', since: '2026-01-05' }] }],
      news: null,
    });
  });
});

describe('people’s text below stays, though', () => {
  const ours = { memory, section: `Ours.\n\n${ISSUE_HINT}`, above: '', below: '' };
  const whole = joinIssueBody(ours);
  const endless = whole.replace(ISSUE_END, '');

  test.each([
    ['our end is gone, and a copy of ours follows', `${endless}\nT1\n\nT2\n${whole}`, '\n\n\n\nT1\n\nT2\n'],
    [
      'our end is gone, and they write about it',
      `${endless}\nT1 I deleted \`${ISSUE_END}\` T2`,
      `\n\n\n\nT1 I deleted \`${ISSUE_END}\` T2`,
    ],
    [
      'it begins like a marker',
      `${whole}\n<!-- plan-check-issue T2 -->\nT3 ${ISSUE_END} T4`,
      `\n<!-- plan-check-issue T2 -->\nT3 ${ISSUE_END} T4`,
    ],
    [
      'our end and last sentence are gone, and a copy of ours follows',
      `${endless.replace(ISSUE_HINT, '')}\nT1\n${whole}`,
      '\n\nOurs.\n\n\n\nT1\n',
    ],
  ])('%s', (_, body, below) => {
    expect(readIssueBody(body)).toMatchObject({ above: '', below });
  });
});
