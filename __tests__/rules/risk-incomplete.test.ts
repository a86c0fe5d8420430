import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const risks = (...rows: readonly string[]): string =>
  [
    '## Risks & Mitigations',
    '',
    '| Risk | Probability | Impact | Mitigation | Owner |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
const plan = (...rows: readonly string[]): string => planText(ACTIVE, risks(...rows));
const message = (names: string): string =>
  `Likely and grave, and nobody is said to do something against it: ${names}; fill in mitigation and owner.`;

testRule('risk-incomplete', {
  valid: {
    'a great risk with both': { text: plan('| The disks fill up | High | High | Order more | Ana |') },
    'smaller risks': {
      text: plan(
        '| The disks fill up | M | H | | |',
        '| They break | H | Medium | | |',
        '| Rain | | H | | |',
      ),
    },
    'the text of the template, which the rule about it tells': {
      text: plan('| The disks fill up | H | H | [How to prevent/handle] | [Name] |'),
    },
    'a closed plan': { text: plan('| The disks fill up | H | H | | |').replace('active', 'archived') },
    'a scan': { text: plan('| The disks fill up | H | H | | |'), run: 'scan' },
  },
  invalid: {
    'a great risk with neither': {
      text: plan('| The disks fill up | H | H | | |'),
      said: [
        {
          severity: 'notice',
          at: '16:1-16:34',
          message: message('"The disks fill up"'),
          help: '"The disks fill up" has no mitigation and no owner.',
        },
      ],
    },
    'risks that each lack one, however strict the team is': {
      text: plan('| The disks fill up | High | high | Order more | |', '| They break | H | H | | Ana |'),
      profile: 'strict',
      said: [
        {
          severity: 'warning',
          at: '16:1-16:51',
          message: message('"The disks fill up" and "They break"'),
          help: 'And 1 more, on line 17. "The disks fill up" has no owner.',
          count: 2,
        },
      ],
    },
    'a draft': {
      text: planText(
        withKeys(ACTIVE, { lifecycle: 'draft' }),
        risks('| The disks fill up | H | H | | Ana |'),
      ),
      said: [
        {
          severity: 'notice',
          at: '16:1-16:38',
          message: message('"The disks fill up"'),
          help: '"The disks fill up" has no mitigation.',
        },
      ],
    },
  },
});
