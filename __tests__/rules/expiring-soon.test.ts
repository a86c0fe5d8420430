import { ACTIVE, day, planText, testRule, withKeys } from './rule-test.ts';

const until = (expires: string): string => planText(withKeys(ACTIVE, { expires }));
const soon = (when: string): string =>
  `The plan expires ${when}: close it by then, or set "expires" to a later day.`;
const at = '9:10-9:20';

testRule('expiring-soon', {
  valid: {
    'a plan with more than two weeks left': { text: until('2026-03-17') },
    'a plan that is over, which another rule tells': { text: until('2026-03-01') },
    'a plan without an end': { text: planText(withKeys(ACTIVE, { expires: null })) },
    'a draft': { text: planText(withKeys(ACTIVE, { lifecycle: 'draft', expires: '2026-03-10' })) },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'archived', expires: '2026-03-10' })) },
    'a week, where three days are soon': { text: until('2026-03-09'), expiringWithin: 3 },
  },
  invalid: {
    'a snoozed plan': {
      text: planText(
        withKeys(ACTIVE, {
          expires: '2026-03-10',
          check: '{ snooze: { until: 2026-03-09, reason: The team is away } }',
        }),
      ),
      said: [
        {
          severity: 'notice',
          at: '9:10-9:20',
          message:
            'The plan expires on 2026-03-10, in 8 days: close it by then, or set "expires" to a later day.',
          waived: { reason: 'The team is away', until: day('2026-03-09') },
        },
      ],
    },
    'the last two weeks, by the way': {
      text: until('2026-03-16'),
      said: [{ severity: 'notice', at, message: soon('on 2026-03-16, in 14 days') }],
    },
    'the day before the last, on a scan': {
      text: until('2026-03-03'),
      run: 'scan',
      said: [{ severity: 'warning', at, message: soon('on 2026-03-03, in 1 day') }],
    },
    'the last day': {
      text: until('2026-03-02'),
      said: [{ severity: 'notice', at, message: soon('today') }],
    },
    'a month, where thirty days are soon': {
      text: until('2026-04-01'),
      expiringWithin: 30,
      said: [{ severity: 'notice', at, message: soon('on 2026-04-01, in 30 days') }],
    },
    'a change, which it never fails, however strict': {
      text: until('2026-03-02'),
      profile: 'strict',
      said: [{ severity: 'warning', at, message: soon('today') }],
    },
  },
});
