import type { PastCommit } from './past.ts';
import { ACTIVE, day, planText, testRule, withKeys } from './rule-test.ts';

const PLAN = 'docs/plans/search.md';
const CODE = 'src/search/index.ts';

const plan = (changes: Readonly<Record<string, string | null>> = {}): string =>
  planText(withKeys(ACTIVE, { related_code: '[src/search]', ...changes }));

const commits = (days: readonly string[], files: readonly string[] = [CODE]): readonly PastCommit[] =>
  days.map((day) => ({ day, subject: `On ${day}`, files }));

const FIVE = ['2026-02-27', '2026-02-26', '2026-02-25', '2026-02-24', '2026-02-23'];
const files = { others: { [CODE]: '' }, knowsFiles: true };
const message =
  'Since its review on 2026-02-20 the code of the plan moved on without it: compare the two, and set "reviewed" to the day.';

testRule('review-drift', {
  valid: {
    'an unknown past': { text: plan(), ...files },
    'four commits': { text: plan(), past: commits(FIVE.slice(1)), ...files },
    'commits up to the day of the review': {
      text: plan({ reviewed: '2026-02-27' }),
      past: commits(FIVE),
      ...files,
    },
    'commits that changed the plan as well': { text: plan(), past: commits(FIVE, [CODE, PLAN]), ...files },
    'a box that changed within seven days': {
      text: plan(),
      past: commits(FIVE),
      knownOfPast: { boxesMoved: true },
      ...files,
    },
    'a plan that was never reviewed': { text: plan({ reviewed: null }), past: commits(FIVE), ...files },
    'a closed plan': { text: plan({ lifecycle: 'completed' }), past: commits(FIVE), ...files },
  },
  invalid: {
    'a snoozed plan': {
      text: plan({ check: '{snooze: {until: 2026-03-02, reason: waiting}}' }),
      past: commits(FIVE),
      ...files,
      said: [
        {
          severity: 'notice',
          at: '10:16-10:26',
          message:
            'Since its review on 2026-02-20 the code of the plan moved on without it: compare the two, and set "reviewed" to the day.',
          help: '"src/search": 5 commits, the last one "On 2026-02-27".',
          waived: { reason: 'waiting', until: day('2026-03-02') },
        },
      ],
    },
    'five commits since the review': {
      text: plan(),
      past: commits(FIVE),
      ...files,
      said: [
        {
          severity: 'notice',
          at: '10:16-10:26',
          message,
          help: '"src/search": 5 commits, the last one "On 2026-02-27".',
        },
      ],
    },
    'on a scan, what moved most first': {
      text: plan({ related_code: '[src/menu.ts, src/search]' }),
      run: 'scan',
      past: [...commits(['2026-03-01'], ['src/menu.ts']), ...commits(FIVE)],
      others: { [CODE]: '', 'src/menu.ts': '' },
      said: [
        {
          severity: 'warning',
          at: '10:29-10:39',
          message,
          help: '"src/search": 5 commits, the last one "On 2026-02-27". "src/menu.ts": 1 commit, the last one "On 2026-03-01".',
        },
      ],
    },
    'what the change leaves as it was': {
      text: plan(),
      base: plan(),
      past: commits(FIVE),
      ...files,
      said: [
        {
          severity: 'notice',
          at: '10:16-10:26',
          message,
          help: '"src/search": 5 commits, the last one "On 2026-02-27".',
          isNew: false,
        },
      ],
    },
  },
});
