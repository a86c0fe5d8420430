import { blockers } from './bodies.ts';
import { ACTIVE, day, planText, testRule, withKeys } from './rule-test.ts';

const until = (eta: string, keys: readonly string[] = ACTIVE): string =>
  planText(keys, blockers(['The disks are late', 'Owner: Ana', `ETA: ${eta}`]));
const message = (names: string): string =>
  `The day has passed by which this was to be resolved: ${names}; close the blocker, or write a new "ETA:".`;
const help = '"The disks are late" was to be resolved by 2026-02-27, 3 days ago.';

testRule('blocker-overdue', {
  valid: {
    'the day itself': { text: until('2026-03-02') },
    'a time in words': { text: until('with the next delivery') },
    'a blocker that is resolved': {
      text: planText(ACTIVE, blockers(['~~The disks are late~~', 'Owner: Ana', 'ETA: 2026-02-27'])),
    },
    'a draft': { text: until('2026-02-27', withKeys(ACTIVE, { lifecycle: 'draft' })) },
  },
  invalid: {
    'a snoozed plan': {
      text: until(
        '2026-02-27',
        withKeys(ACTIVE, { check: '{ snooze: { until: 2026-03-09, reason: The team is away } }' }),
      ),
      said: [
        {
          severity: 'notice',
          at: '17:4-17:22',
          message: message('"The disks are late"'),
          help,
          waived: { reason: 'The team is away', until: day('2026-03-09') },
        },
      ],
    },
    'a day that has passed': {
      text: until('2026-02-27'),
      said: [{ severity: 'notice', at: '16:4-16:22', message: message('"The disks are late"'), help }],
    },
    'two of them, on a scan': {
      text: planText(
        ACTIVE,
        blockers(
          ['The disks are late', 'Owner: Ana', 'ETA: 2026-02-27'],
          ['So is the network', 'Owner: Ana', 'ETA: 2026-03-01'],
        ),
      ),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '16:4-16:22',
          message: message('"The disks are late" and "So is the network"'),
          help: `And 1 more, on line 19. ${help}`,
          count: 2,
        },
      ],
    },
  },
});
