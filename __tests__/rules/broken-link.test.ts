import { ACTIVE, planText, type Scene, testRule } from './rule-test.ts';

const path = 'docs/plans/search.md';
const on = { path, rules: { 'broken-link': { level: 'warning', options: {} } }, knowsFiles: true } as const;
const others = { 'docs/plans/storage.md': '', 'docs/the guide.md': '', 'img/a.png': '' };
const body = (...lines: readonly string[]): Scene => ({
  ...on,
  others,
  text: planText(ACTIVE, `# Faster search\n\n${lines.join('\n')}\n`),
});

testRule('broken-link', {
  valid: {
    'files, folders and the root': body(
      '[a](storage.md), [b](./storage.md#goal "Why"), [c](../plans/), [d](/docs/plans/storage.md), [e](../..), [f](<../the guide.md>)',
    ),
    'percent signs': body('[a](../the%20guide.md?plain=1)'),
    'an image, and a definition': body('![a](../../img/a.png)', '', '[b]: storage.md'),
    'what lies elsewhere': body('[a](https://example.com), [b](mailto:a@example.com), [c](//example.com)'),
    'pages of GitHub': body('[a](../../../issues/12), [b](../../../wiki)'),
    'headings of the file': body(
      '[a](#faster-search), [b](#), [c](#top), [d](#Goals--why-1)',
      '## Goals & why',
      '## Goals & why',
    ),
    'a name that HTML sets': body('<a name="here"></a> [a](#here)'),
    'code and comments': body('`[a](gone.md)` <!-- [b](gone.md) -->', '', '```', '[c](gone.md)', '```'),
    'what stands for a path': body('[a](<name>.md), [b](...), [c](path/to/file.md), [d](url)'),
    'a link that is none': body('[a] (gone.md), \\[b\\](gone.md), [c](gone.md'),
    'nothing at all': body('[a]()'),
    'a broken link where the rule is off': { ...body('[a](gone.md)'), rules: {} },
    'a run that does not know every file': {
      ...body('[a](gone.md)'),
      knowsFiles: false,
      others: { 'docs/plans/gone.md': null },
    },
  },
  invalid: {
    'a file that is not there': {
      ...body('See [a](gone.md#goal).'),
      said: [
        {
          severity: 'warning',
          at: '14:9-14:21',
          message: 'GitHub cannot follow the link to "gone.md#goal": correct the path, or remove the link.',
        },
      ],
    },
    'several of them, as one finding': {
      ...body(
        '- [a](gone.md) and ![b](Storage.md)',
        '  - [c](../../../out.md)',
        '',
        '| x |',
        '| - |',
        '| [d](/gone.md) |',
      ),
      said: [
        {
          severity: 'warning',
          at: '14:7-14:14',
          message:
            'GitHub cannot follow the link to "gone.md", "Storage.md", "../../../out.md" and 1 more: correct the path, or remove the link.',
          help: 'And 3 more, on lines 14, 15 and 19.',
          count: 4,
        },
      ],
    },
    'a path that is right from the root': {
      ...body('[a](docs/the%20guide.md#goal) and', '', '[b]: docs/plans/storage.md'),
      said: [
        {
          severity: 'warning',
          at: '14:5-14:29',
          message:
            'GitHub cannot follow the link to "docs/the%20guide.md#goal", which is there from the root of the repository: write "../the%20guide.md#goal".',
          help: 'And 1 more, on line 16.',
          count: 2,
          fix: ['14:5-14:29 → ../the%20guide.md#goal', '16:6-16:27 → storage.md'],
        },
      ],
    },
    'a heading that is not there': {
      ...body('[a](#goals)'),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '14:5-14:11',
          message: 'The link to "#goals" leads to no heading of this file: correct it, or remove the link.',
        },
      ],
    },
  },
});
