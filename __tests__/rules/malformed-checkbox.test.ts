import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const items = (...lines: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${lines.join('\n')}`));
const completed = (...lines: readonly string[]): string => items(...lines).replace('active', 'completed');
const message = (names: string): string =>
  `GitHub shows no check box here, and it is not counted: write ${names}.`;

testRule('malformed-checkbox', {
  valid: {
    'boxes as GitHub shows them': { text: items('- [ ] a', '* [x] b', '+ [X] c', '1. [ ] d', '2) [x] e') },
    'links, footnotes and marks in words': {
      text: items('- [a link](https://example.com)', '- [1] a source', '- [/] begun', '- arrays are `[]`'),
    },
    'what stands in code': { text: items('```', '- [] a', '```') },
    'a closed plan': { text: items('- [] a').replace('active', 'archived') },
    'a completed plan in which it says that it is over': {
      text: completed('- [ x] a', '- [] ~~b~~', '- [] c (deferred)'),
    },
    'a completed plan in which it counts for nothing': {
      text: planText(
        withKeys(ACTIVE, { lifecycle: 'completed' }),
        '# Faster search\n\n## Implementation Phases\n\n### Phase 1: Index\n\n- [x] a\n\n## Rollout\n\n- [] b\n',
      ),
    },
  },
  invalid: {
    'one that is open in a completed plan': {
      text: completed('- [x] a', '- [ x] b', '- [] c'),
      said: [
        { severity: 'warning', at: '20:1-20:5', message: message('"- [ ]"'), fix: ['20:1-20:5 → - [ ]'] },
      ],
    },
    'brackets without a space': {
      text: items('- [x] a', '- [] b'),
      said: [
        { severity: 'warning', at: '19:1-19:5', message: message('"- [ ]"'), fix: ['19:1-19:5 → - [ ]'] },
      ],
    },
    'a box that runs into its text': {
      text: items('- [ ] a', '- [x]b'),
      said: [
        { severity: 'warning', at: '19:1-19:6', message: message('"- [x]"'), fix: ['19:1-19:6 → - [x] '] },
      ],
    },
    'several, as one finding': {
      text: items('-[ ] a', '- [ x] b', '- [\u00a0] c'),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '18:1-18:5',
          message: message('"- [ ]" and "- [x]"'),
          help: 'And 2 more, on lines 19 and 20.',
          fix: ['18:1-18:5 → - [ ]', '19:1-19:7 → - [x]', '20:1-20:6 → - [ ]'],
          count: 3,
        },
      ],
    },
    'a draft, by the way': {
      text: planText(
        withKeys(ACTIVE, { lifecycle: 'draft' }),
        phases('### Phase 1: Index\n\n- [x] a\n- [] b'),
      ),
      said: [
        { severity: 'notice', at: '19:1-19:5', message: message('"- [ ]"'), fix: ['19:1-19:5 → - [ ]'] },
      ],
    },
    'the one that the change brings, apart from the old one': {
      base: items('- [ ] a', '- [] b'),
      text: items('- [ ] a', '- [] c', '- [] b'),
      said: [
        { severity: 'warning', at: '19:1-19:5', message: message('"- [ ]"'), fix: ['19:1-19:5 → - [ ]'] },
        {
          severity: 'warning',
          at: '20:1-20:5',
          message: message('"- [ ]"'),
          fix: ['20:1-20:5 → - [ ]'],
          isNew: false,
        },
      ],
    },
  },
});
