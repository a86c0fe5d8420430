import { describe, expect, test } from '@jest/globals';
import { renderIssue } from '../../src/report/issue.ts';
import { renderIssueComment } from '../../src/report/issue-comment.ts';
import { mention } from '../../src/report/mention.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { links, reason, scan, stale, TODAY } from './issue-scene.ts';

const comment = (plans: readonly PlanResult[], mentionOwners: boolean): string => {
  const { rows, entered } = renderIssue(scan(plans), links, null, {
    key: 'default',
    run: 1,
    attempt: 1,
    runUrl: null,
  });
  return renderIssueComment(rows, entered, links, { since: TODAY, mentionOwners });
};

const plans = [
  stale('a', [reason('expired', '2026-11-01'), reason('unreviewed', null)], {
    owner: ['@ola', '@acme/harbour', 'ines'],
  }),
  stale('b', [reason('dormant', '2026-11-01')], { owner: [] }),
];

describe('the comment', () => {
  test('names the plans that entered a state, and mentions nobody', () => {
    expect(comment(plans, false)).toBe(
      [
        'Since 2026-11-22, 2 plans entered states that want a decision:',
        '',
        '- [a](https://github.com/acme/harbour/blob/HEAD/docs/plans/active/a.md): expired, unreviewed · @&#8203;ola · @&#8203;acme/harbour · ines',
        '- [b](https://github.com/acme/harbour/blob/HEAD/docs/plans/active/b.md): dormant',
      ].join('\n'),
    );
  });

  test('mentions the owners that are handles, when it was asked to', () => {
    expect(comment(plans, true)).toContain('expired, unreviewed · @ola · @acme/harbour · ines');
  });

  test('calls ten people and teams at the most, however many plans name whom', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      stale(`p${index}`, [reason('expired', '2026-11-01')], {
        owner: ['@acme/everyone', '@Acme/Everyone', `@person-${index}`],
      }),
    );
    const called = comment(many, true).match(/@(?!&#8203;)[\w/-]+/g) ?? [];
    expect(new Set(called.map((name) => name.toLowerCase())).size).toBe(10);
    expect(comment(many, true)).toContain('@acme/everyone · @Acme/Everyone · @&#8203;person-19');
  });

  test('names twenty plans, and counts the others', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      stale(`p${index}`, [reason('expired', '2026-11-01')]),
    );
    expect(comment(many, false).split('\n').slice(-1)).toEqual(['- and 5 plans more']);
  });
});

test.each([
  ['@ola', '@ola'],
  [' @acme/harbour-team ', '@acme/harbour-team'],
  ['ola', 'ola'],
  ['@', '@&#8203;'],
  ['@-ola', '@&#8203;-ola'],
  ['@ola and @ines', '@&#8203;ola and @&#8203;ines'],
  ['@acme/harbour/x', '@&#8203;acme/harbour/x'],
  ['@ola\n@ines', '@&#8203;ola @&#8203;ines'],
  ['ola@example.com', 'ola@&#8203;example.com'],
  [`@${'o'.repeat(40)}`, `@&#8203;${'o'.repeat(40)}`],
])('the owner %j is shown as %j', (owner, shown) => {
  expect(mention(owner)).toBe(shown);
});
