import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const base = planText(withKeys(ACTIVE, { reviewed: '2026-01-20' }));
const text = planText(withKeys(ACTIVE, { reviewed: '2026-03-02', last_updated: '2026-03-02' }));
const after = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `docs/plans/${name}.md`);

testRule('review-bulk-stamp', {
  valid: {
    'four plans': { base, text, alike: after('t', 'u', 'v') },
    'five plans in which something else changes': {
      base,
      text: text.replace('# Faster search', '# Fast search'),
      alike: after('t', 'u', 'v', 'w'),
    },
    'five new plans': { text, alike: after('t', 'u', 'v', 'w') },
    'five plans that were never reviewed before': {
      base: planText(withKeys(ACTIVE, { reviewed: null })),
      text,
      alike: after('t', 'u', 'v', 'w'),
    },
    'closed plans': {
      base: base.replace('active', 'archived'),
      text: text.replace('active', 'archived'),
      alike: after('t', 'u', 'v', 'w'),
    },
    'the second of five plans': { base, text, alike: after('a', 't', 'u', 'v') },
  },
  invalid: {
    'the first of five plans': {
      base,
      text,
      alike: after('w', 't', 'u', 'v'),
      said: [
        {
          severity: 'notice',
          at: '8:11-8:21',
          message:
            'In 5 plans "reviewed" moves and not a word changes: take the date back where nobody has read the plan.',
          help: 'These are "docs/plans/search.md", "docs/plans/t.md", "docs/plans/u.md" and 2 more.',
        },
      ],
    },
  },
});
