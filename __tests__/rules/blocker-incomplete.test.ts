import { blockers } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const blocked = (...entries: readonly (readonly string[])[]): string =>
  planText(ACTIVE, blockers(...entries));
const message = (names: string): string =>
  `Say who resolves ${names}, and by when: below each blocker stand "Owner:" and "ETA:".`;

testRule('blocker-incomplete', {
  valid: {
    'a blocker with an owner and a day': {
      text: blocked(['The disks are late', 'Owner: Ana', 'ETA: 2026-03-20']),
    },
    'a blocker with an owner and a time in words': {
      text: blocked(['The disks are late', 'Impact: Phase 1', 'Owner: Ana', 'ETA: with the next delivery']),
    },
    'a blocker that is resolved': { text: blocked(['~~The disks are late~~']) },
    'no blockers, in words': { text: planText(ACTIVE, '## Current Blockers\n\nNone.\n') },
    'the text of the template, which the rule about it tells': {
      text: blocked(
        ['[Blocker 1]', "Owner: [Who's resolving]"],
        ['The disks are late', 'Impact: Phase 1', 'Owner: Ana', 'ETA: [When it will be resolved]'],
      ),
    },
    'a draft': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft' }), blockers(['The disks are late'])),
    },
  },
  invalid: {
    'a blocker with nothing but a name': {
      text: blocked(['The disks are late']),
      said: [
        {
          severity: 'warning',
          at: '16:4-16:22',
          message: message('"The disks are late"'),
          help: '"The disks are late" has no owner and no ETA.',
        },
      ],
    },
    'two blockers that each lack something, on a scan': {
      text: blocked(['The disks are late', 'Owner: Ana'], ['So is the network', 'ETA: 2026-03-20']),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '16:4-16:22',
          message: message('"The disks are late" and "So is the network"'),
          help: 'And 1 more, on line 18. "The disks are late" has no ETA.',
          count: 2,
        },
      ],
    },
    'the blocker that the change brings, apart from the old one': {
      base: blocked(['The disks are late']),
      text: blocked(['The disks are late'], ['So is the network', 'ETA: 2026-03-20']),
      said: [
        {
          severity: 'warning',
          at: '16:4-16:22',
          message: message('"The disks are late"'),
          help: '"The disks are late" has no owner and no ETA.',
          isNew: false,
        },
        {
          severity: 'warning',
          at: '17:4-17:21',
          message: message('"So is the network"'),
          help: '"So is the network" has no owner.',
        },
      ],
    },
  },
});
