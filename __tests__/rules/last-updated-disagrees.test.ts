import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const LOG = '## Update Log\n\n### 2026-02-20\n\nThe index is built.\n\n### 2026-01-20\n\nBegun.\n';

/** A plan that says in its front matter, in a line below its title, and at its foot when it changed. */
const dated = (frontMatter: string, header: string, footer: string, log = ''): string =>
  planText(
    withKeys(ACTIVE, { last_updated: frontMatter }),
    `# Faster search\n\n**Updated:** ${header}\n\n## Goals\n\n${log}\n---\n\n**Last Updated:** ${footer}\n`,
  );

testRule('last-updated-disagrees', {
  valid: {
    'the same day everywhere': { text: dated('2026-02-20', '2026-02-20', 'February 20, 2026', LOG) },
    'a day of difference': { text: dated('2026-02-20', '2026-02-20', '2026-02-21') },
    'a log that is older': { text: planText(withKeys(ACTIVE, { last_updated: '2026-03-02' }), LOG) },
    'a day that is still to come, in the text': { text: dated('2026-02-20', '2026-02-20', '2026-12-20') },
    'a day that is still to come, in the front matter': {
      text: dated('2026-12-20', '2026-02-20', '2026-02-20'),
    },
    'days of the template': { text: dated('2026-02-20', '[Date]', 'YYYY-MM-DD') },
    'a day that speaks of a part': {
      text: planText(
        ACTIVE,
        `# Faster search\n\n## Numbers\n\n**Updated:** 2025-12-01\n\n${'A line of text.\n\n'.repeat(12)}`,
      ),
    },
    'no day in the front matter, which the schema tells': {
      text: planText(withKeys(ACTIVE, { last_updated: null }), LOG),
    },
    'a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'completed', last_updated: '2026-01-20' }), LOG),
    },
  },
  invalid: {
    'a front matter that is older than the log': {
      text: planText(withKeys(ACTIVE, { last_updated: '2026-01-20' }), LOG),
      said: [
        {
          severity: 'notice',
          at: '7:15-7:25',
          message:
            '"last_updated" says 2026-01-20, and the newest entry of the update log says 2026-02-20: write "last_updated: 2026-02-20".',
          fix: ['7:15-7:25 → 2026-02-20'],
        },
      ],
    },
    'a foot that was forgotten, on a scan': {
      text: dated('2026-02-20', '2026-02-20', 'January 5, 2026'),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '21:19-21:34',
          message:
            '"Last Updated" says 2026-01-05, and "last_updated" says 2026-02-20: write 2026-02-20 here as well.',
          fix: ['21:19-21:34 → 2026-02-20'],
        },
      ],
    },
    'three days': {
      text: dated('"2026-01-05"', '2026-02-20', '2026-01-20'),
      said: [
        {
          severity: 'notice',
          at: '7:15-7:27',
          message:
            '"last_updated" says 2026-01-05, and "Updated" says 2026-02-20: write "last_updated: 2026-02-20".',
          help: 'And 1 more, on line 21.',
          count: 2,
          fix: ['7:15-7:27 → "2026-02-20"', '21:19-21:29 → 2026-02-20'],
        },
      ],
    },
  },
});
