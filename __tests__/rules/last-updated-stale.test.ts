import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const BODY =
  '# Faster search\n\n**Updated:** 2026-02-20\n\n[Index](index.md) of all words.\n\n- [ ] Build it\n';
const base = planText(ACTIVE, BODY);
const ticked = BODY.replace('[ ]', '[x]');
const message =
  'The plan changes, and "last_updated" still says 2026-02-20: write "last_updated: 2026-03-02".';
const labels = ['7:15-7:25 → 2026-03-02', '14:14-14:24 → 2026-03-02'];
const others = [2, 3, 4].map((number) => `docs/plans/search-${number}.md`);

testRule('last-updated-stale', {
  valid: {
    'a plan that says when it changed': {
      base,
      text: planText(withKeys(ACTIVE, { last_updated: '2026-03-02' }), ticked),
    },
    'a plan that says another day than before': {
      base,
      text: planText(withKeys(ACTIVE, { last_updated: '2026-02-25' }), ticked),
    },
    'a plan that said yesterday': {
      base: planText(withKeys(ACTIVE, { last_updated: '2026-03-01' }), BODY),
      text: planText(withKeys(ACTIVE, { last_updated: '2026-03-01' }), ticked),
    },
    'a plan that moved to another place': { base, basePath: 'docs/plans/old.md', text: base },
    'white space': { base, text: planText(ACTIVE, `${BODY.replaceAll('\n\n', '\n\n\n')}\n`) },
    'where a link leads': { base, text: planText(ACTIVE, BODY.replace('index.md', '../index.md')) },
    'days, keys for tools, and their order': {
      base,
      text: planText(
        [
          ...withKeys(ACTIVE, { reviewed: '2026-03-02', expires: '2026-07-31' }).toReversed(),
          'ai: {priority: low}',
        ],
        BODY,
      ),
    },
    'a closed plan': {
      base: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), BODY),
      text: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), ticked),
    },
    'a plan that is closed in this change': {
      base,
      text: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), ticked),
    },
    'a plan without the day': {
      base: planText(withKeys(ACTIVE, { last_updated: null }), BODY),
      text: planText(withKeys(ACTIVE, { last_updated: null }), ticked),
    },
    'a change that sweeps over five plans': {
      base,
      text: planText(ACTIVE, ticked),
      alike: [...others, 'docs/plans/search-5.md'],
    },
    'a new plan': { text: base, added: true },
    'a run without a base': { text: base },
  },
  invalid: {
    'a box that is ticked': {
      base,
      text: planText(ACTIVE, ticked),
      said: [{ severity: 'notice', at: '7:15-7:25', message, fix: labels }],
    },
    'a word in the front matter, of one plan among four': {
      base,
      text: planText(withKeys(ACTIVE, { title: 'Fastest search' }), BODY),
      alike: others,
      said: [{ severity: 'notice', at: '7:15-7:25', message, fix: labels }],
    },
    'a renamed plan that changes as well': {
      base,
      basePath: 'docs/plans/old.md',
      text: planText(ACTIVE, `${BODY}\nIt fits into memory.\n`),
      said: [{ severity: 'notice', at: '7:15-7:25', message, fix: labels }],
    },
  },
});
