import { blockers, phases, phaseTable } from './bodies.ts';
import { ACTIVE, day, planText, testRule, withKeys } from './rule-test.ts';

const says = (
  word: string,
  rest = '',
  keys: readonly string[] = ACTIVE,
  box = '- [ ] Build the index',
): string =>
  planText(
    keys,
    phases(`### Phase 1: Index\n\n${box}`, `## Progress Tracking\n\n**On track:** ${word}`, rest),
  );
const OPEN = blockers(['The disks are late', 'Owner: Ana', 'ETA: 2026-03-20']);
const LATE = phaseTable(['Phase 1', '🔄 In Progress', '', '2026-01-05', '2026-02-20']);
const EXPIRED = withKeys(ACTIVE, { expires: '2026-02-28' });
const message = (reasons: string): string =>
  `"On track" says yes, but ${reasons}: write "At Risk" or "No", or put it right.`;

testRule('on-track-contradiction', {
  valid: {
    'a plan that is in time': { text: says('Yes') },
    'a plan that says what is': { text: says('At Risk', OPEN) },
    'a plan that is late and says so': { text: says('No', LATE, EXPIRED) },
    'a blocker that is resolved': { text: says('Yes', blockers(['~~The disks are late~~'])) },
    'no blockers, in words': { text: says('Yes', '## Current Blockers\n\nNone.\n') },
    'a plan in which everything is done': { text: says('Yes', '', EXPIRED, '- [x] Build the index') },
    'a draft': { text: says('Yes', OPEN, withKeys(ACTIVE, { lifecycle: 'draft' })) },
  },
  invalid: {
    'a snoozed plan': {
      text: says(
        'Yes',
        LATE,
        withKeys(EXPIRED, { check: '{ snooze: { until: 2026-03-09, reason: The team is away } }' }),
      ),
      said: [
        {
          severity: 'warning',
          at: '23:15-23:18',
          message: message('the plan expired on 2026-02-28'),
          waived: { reason: 'The team is away', until: day('2026-03-09') },
        },
      ],
    },
    'an expired plan': {
      text: says('Yes', LATE, EXPIRED),
      said: [{ severity: 'warning', at: '22:15-22:18', message: message('the plan expired on 2026-02-28') }],
    },
    'a phase past its end, and an open blocker': {
      text: says('Yes', `${LATE}\n\n${OPEN}`),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '22:15-22:18',
          message: message('a phase is past its end and a blocker is open'),
        },
      ],
    },
    'a blocker, which can be made to fail a change': {
      text: says('Yes', OPEN),
      profile: 'strict',
      said: [{ severity: 'error', at: '22:15-22:18', message: message('a blocker is open') }],
    },
    'what is only late, which cannot': {
      text: says('Yes', LATE),
      profile: 'strict',
      said: [{ severity: 'warning', at: '22:15-22:18', message: message('a phase is past its end') }],
    },
    'a blocker that the change opens in a late plan': {
      base: says('Yes', LATE),
      text: says('Yes', `${LATE}\n\n${blockers(['The disks are late'], ['So is the network'])}`),
      said: [
        {
          severity: 'warning',
          at: '22:15-22:18',
          message: message('a phase is past its end and 2 blockers are open'),
        },
      ],
    },
  },
});
