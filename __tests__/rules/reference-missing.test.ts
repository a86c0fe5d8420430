import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const refers = (target: string, field = 'depends_on'): string =>
  planText(withKeys(ACTIVE, { [field]: target }));
const others = { 'docs/plans/storage.md': planText(ACTIVE), 'adr/0001.md': '# Decision\n' };

testRule('reference-missing', {
  valid: {
    'no reference': { text: planText(ACTIVE) },
    'a file beside the plan': { text: refers('storage.md'), others },
    'a file without its extension': { text: refers('storage'), others },
    'a path from the root': { text: refers('docs/plans/storage.md#phase-1'), others },
    'a Markdown link': { text: refers('"[Storage](./storage.md)"'), others },
    'another file of the repository': { text: refers('/adr/0001.md', 'related_plans'), others },
    'a place outside': { text: refers('https://example.com/plan.md'), others },
    'a file that the run knows nothing about': {
      text: refers('far.md'),
      others: { 'docs/plans/far.md': null },
    },
    ...Object.fromEntries(
      ['none', 'None.', 'N/A', '"-"', '—', 'nothing', '[none]'].map((word) => [
        `no reference, in a word: ${word}`,
        { text: refers(word) },
      ]),
    ),
    'the text of the template': { text: refers('[Related implementation plans]', 'related_plans') },
  },
  invalid: {
    'a file that is not there': {
      text: refers('storage.md'),
      said: [
        {
          severity: 'error',
          at: '10:13-10:23',
          message:
            '"depends_on" names "storage.md", which is not in the repository: correct the path, or remove it.',
        },
      ],
    },
    'a reference that is not known yet': {
      text: refers('unknown'),
      said: [
        {
          severity: 'error',
          at: '10:13-10:20',
          message:
            '"depends_on" names "unknown", which is not in the repository: correct the path, or remove it.',
        },
      ],
    },
    'several files, as one finding': {
      text: planText([...ACTIVE, 'supersedes: old.md', 'related_plans:', '  - storage.md', '  - search2.md']),
      run: 'scan',
      others,
      said: [
        {
          severity: 'warning',
          at: '10:13-10:19',
          message:
            '"supersedes" names "old.md", which is not in the repository: correct the path, or remove it.',
          help: 'And 1 more, on line 13: "search2.md".',
          count: 2,
        },
      ],
    },
    'a file that moved': {
      text: refers('../storage.md#goal'),
      others,
      knowsFiles: true,
      said: [
        {
          severity: 'error',
          at: '10:13-10:31',
          message: '"depends_on" names "../storage.md#goal", which is not there: write "storage.md#goal".',
          fix: ['10:13-10:31 → "storage.md#goal"'],
        },
      ],
    },
    'a file that the change renames, whatever else has its name': {
      text: refers("'[Storage](docs/old/storage.md)'", 'related_plans'),
      others: { ...others, 'docs/new/storage-2.md': '' },
      renames: { 'docs/old/storage.md': 'docs/new/storage-2.md' },
      said: [
        {
          severity: 'error',
          at: '10:16-10:48',
          message:
            '"related_plans" names "[Storage](docs/old/storage.md)", which is not there: write "[Storage](docs/new/storage-2.md)".',
          fix: ["10:16-10:48 → '[Storage](docs/new/storage-2.md)'"],
        },
      ],
    },
    'one of two files that have its name, or a name that says nothing, as what nobody finds': {
      text: planText([...ACTIVE, 'depends_on: old/storage.md', 'related_plans: old/plan.md']),
      others: { ...others, 'adr/storage.md': '', 'adr/plan.md': '' },
      knowsFiles: true,
      said: [
        {
          severity: 'error',
          at: '10:13-10:27',
          message:
            '"depends_on" names "old/storage.md", which is not in the repository: correct the path, or remove it.',
          help: 'And 1 more, on line 11: "old/plan.md".',
          count: 2,
        },
      ],
    },
    'a name that says nothing, in a folder that moved': {
      text: refers('search/plan'),
      others: { 'docs/plans/done/search/plan.md': '', 'adr/plan.md': '' },
      knowsFiles: true,
      said: [
        {
          severity: 'error',
          at: '10:13-10:24',
          message:
            '"depends_on" names "search/plan", which is not there: write "docs/plans/done/search/plan.md".',
          fix: ['10:13-10:24 → docs/plans/done/search/plan.md'],
        },
      ],
    },
    'a way out of the repository, in a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'superseded', superseded_by: '../../../new.md' })),
      said: [
        {
          severity: 'error',
          at: '10:16-10:31',
          message:
            '"superseded_by" names "../../../new.md", which is not in the repository: correct the path, or remove it.',
        },
      ],
    },
    'a file that the change took away': {
      base: refers('storage.md'),
      baseOthers: others,
      text: refers('storage.md'),
      others: {},
      said: [
        {
          severity: 'error',
          at: '10:13-10:23',
          message:
            '"depends_on" names "storage.md", which is not in the repository: correct the path, or remove it.',
        },
      ],
    },
    'a file that was not there before': {
      base: refers('storage.md'),
      text: planText([...withKeys(ACTIVE, { sprint: '12' }), 'depends_on: storage.md']),
      said: [
        {
          severity: 'error',
          at: '11:13-11:23',
          message:
            '"depends_on" names "storage.md", which is not in the repository: correct the path, or remove it.',
          isNew: false,
        },
      ],
    },
  },
});
