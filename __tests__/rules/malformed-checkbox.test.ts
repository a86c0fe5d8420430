import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const items = (...lines: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${lines.join('\n')}`));
const completed = (...lines: readonly string[]): string => items(...lines).replace('active', 'completed');
const message = (names: string): string =>
  `GitHub shows no check box here, and it is not counted: write ${names}.`;
/** With what the emphasis is of. */
const EMPHASISED: Readonly<Record<string, string>> = {
  '1. [ ] **': '1. [ ] **b**',
  '- [ ] **': '- [ ] **b**',
  '- [ ] ~~': '- [ ] ~~b~~',
};

/** A line, how many characters of it are to be replaced, and by what. */
const LOOKALIKES: readonly (readonly [string, string, number, string])[] = [
  ['a wide blank', '- [\u2003] b', 5, '- [ ]'],
  ['an ideographic blank', '- [\u3000] b', 5, '- [ ]'],
  ['what nobody sees, behind the mark', '- [x\u200b] b', 6, '- [x]'],
  ['what nobody sees, behind the box', '- [ ]\u200bb', 6, '- [ ] '],
  ['what nobody sees, in front of the box', '- \u200b[ ] b', 6, '- [ ]'],
  ['a blank as an entity', '- [&nbsp;] b', 10, '- [ ]'],
  ['a blank as a number', '- [x&#xA0;] b', 11, '- [x]'],
  ['an entity in the place of the gap', '- [ ]&nbsp;b', 11, '- [ ] '],
  ['wide brackets', '- ［ｘ］ b', 5, '- [x]'],
  ['a comment in front', '- <!-- later --> [ ] b', 21, '- [ ] <!-- later --> '],
  ['emphasis from the box on', '1. **[ ] b**', 9, '1. [ ] **'],
  ['emphasis of the box', '- **[x]** b', 10, '- [x] '],
  ['a heading', '- #### [ ] b', 11, '- [ ] '],
  ['another bullet', '◦ [ ] b', 5, '- [ ]'],
  ...[': b', '— b', ', b', '@ann b', '. b', '<b>b</b>', '~b~'].map(
    (text): readonly [string, string, number, string] => [`${text} glued to it`, `- [ ]${text}`, 5, '- [ ] '],
  ),
  ['a letter glued to a ticked one', '- [x]b', 5, '- [x] '],
  ['a strike of the box', '- ~~[ ]~~ b', 10, '- [ ] '],
  ['a strike from the box on', '- ~~[ ] b~~', 8, '- [ ] ~~'],
  ...['\u00A0', '\u200B\u3000', '\uFEFF', '&nbsp;'].map((lead): readonly [string, string, number, string] => [
    `${JSON.stringify(lead)} in front of the bullet`,
    `${lead}- [ ] b`,
    lead.length + 5,
    '- [ ]',
  ]),
  ...['`b` c', '<b>b</b>', '.b', '/b', '--b', '✨ b', '$b', '[x] b'].map(
    (text): readonly [string, string, number, string] => [
      `no bullet, in front of ${text}`,
      `[ ] ${text}`,
      3,
      '- [ ]',
    ],
  ),
  ['no bullet, and another blank behind the box', '[ ]\u00A0b', 4, '- [ ] '],
  ['no bullet, in bold', '**[ ] b**', 6, '- [ ] **'],
];

testRule('malformed-checkbox', {
  valid: {
    'links, and emphasis of them': {
      text: items(
        '- [ ](https://example.com)',
        '- **[x](a.md)**',
        '- [x][a] b',
        '- **bold** [ ] b',
        '- **[ ]**',
        '- [ ][a] b',
        '- [x]: https://example.com',
        '- [ ]',
      ),
    },
    'a legend': {
      text: items(
        '[ ] = open',
        '[x] = done',
        '',
        '[ ] open · [x] done',
        '',
        '[ ] not started',
        '[/] in progress',
        '[x] done.',
        '',
        '[ ] - open',
        '',
        '*[ ] a remark*',
      ),
    },
    'prose that begins with brackets': {
      text: items(
        '- [X]-axis: time',
        '- [x], [y] and [z]',
        '- [x]/[ ] are marks',
        '- [ ]/[x] too',
        '- [x]+[y]',
        '- [x]→y',
      ),
    },
    'headings and quotes in entries': { text: items('- # b', '- > [x] b', '- \\[ ] b') },
    'comments in front of other things': { text: items('- <!-- a --> b', '- <!-- a --> [1] b') },
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
    ...Object.fromEntries(
      LOOKALIKES.map(([name, line, width, fixed]) => [
        name,
        {
          text: items('- [x] a', line),
          said: [
            {
              severity: 'warning' as const,
              at: `19:1-19:${width + 1}`,
              message: message(`"${EMPHASISED[fixed] ?? fixed.trim()}"`),
              fix: [`19:1-19:${width + 1} → ${fixed}`],
            },
          ],
        },
      ]),
    ),
    'a list that does not begin with 1, below a text': {
      text: completed('- [x] a', '', 'text', '2. [ ] b'),
      said: [
        {
          severity: 'warning',
          at: '21:1-21:7',
          message:
            'GitHub shows the check box "2. [ ]" as text of the paragraph above it, and it is not counted: put an empty line in between, and indent it like the list.',
        },
      ],
    },
    'one without a bullet': {
      text: items('text', '', '[ ] b'),
      said: [
        { severity: 'warning', at: '20:1-20:4', message: message('"- [ ]"'), fix: ['20:1-20:4 → - [ ]'] },
      ],
    },
    'one without a bullet, named like a state': {
      text: items('text', '', '[ ] Open', '', '[ ] done', '[ ] and more'),
      said: [
        {
          severity: 'warning',
          at: '20:1-20:4',
          message: message('"- [ ]"'),
          help: 'And 2 more, on lines 22 and 23.',
          count: 3,
          fix: ['20:1-20:4 → - [ ]', '22:1-22:4 → - [ ]', '23:1-23:4 → - [ ]'],
        },
      ],
    },
    'one without a bullet below an entry': {
      text: items('- [x] a', '[ ] b', '  [ ] c', '', '  [ ] d'),
      said: [
        {
          severity: 'warning',
          at: '19:1-19:4',
          message: message('"- [ ]"'),
          help: 'And 2 more, on lines 20 and 22.',
          count: 3,
          fix: ['19:1-19:4 → - [ ]', '20:3-20:6 → - [ ]', '22:3-22:6 → - [ ]'],
        },
      ],
    },
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
