import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const BODY = '# Faster search\n\n**Timeline:** 2026-01-05 to 2026-06-30\n\n- [ ] Build the index\n';
const base = planText(ACTIVE, BODY);
const LATER = { expires: '2026-07-01', last_updated: '2026-03-02' };
const message =
  'The plan expires 1 day later, on 2026-07-01, and nothing else of it changes: say in it why it takes longer.';
const help = 'If you have just reviewed the plan, write "reviewed: 2026-03-02" as well.';

testRule('expiry-pushed', {
  valid: {
    'a plan that changes in another way too': {
      base,
      text: planText(withKeys(ACTIVE, LATER), `${BODY}\nThe new disks come late.\n`),
    },
    'a box that is ticked on the way': {
      base,
      text: planText(withKeys(ACTIVE, LATER), BODY.replace('[ ]', '[x]')),
    },
    'a row of the phase table that moves along': {
      base: planText(ACTIVE, `${BODY}\n| Phase | End |\n| --- | --- |\n| Phase 1 | 2026-06-30 |\n`),
      text: planText(
        withKeys(ACTIVE, LATER),
        `${BODY}\n| Phase | End |\n| --- | --- |\n| Phase 1 | 2026-07-01 |\n`,
      ),
    },
    'a plan that was reviewed': {
      base,
      text: planText(withKeys(ACTIVE, { ...LATER, reviewed: '2026-03-02' }), BODY),
    },
    'another owner': {
      base,
      text: planText(withKeys(ACTIVE, { ...LATER, owner: 'index-team' }), BODY),
    },
    'code that is added': {
      base,
      text: planText(withKeys(ACTIVE, { ...LATER, related_code: '[src/rank.ts]' }), BODY),
    },
    'a milestone that moves along': {
      base: planText(ACTIVE, `${BODY}\n- 2026-06-01: Freeze\n`),
      text: planText(withKeys(ACTIVE, LATER), `${BODY}\n- 2026-06-20: Freeze\n`),
    },
    'a plan that is not on track any more': {
      base: planText(ACTIVE, `${BODY}\n**On track:** Yes\n`),
      text: planText(withKeys(ACTIVE, LATER), `${BODY}\n**On track:** No\n`),
    },
    'words that are taken away': {
      base: planText(ACTIVE, `${BODY}\nWe leave the old disks out.\n`),
      text: planText(withKeys(ACTIVE, LATER), BODY),
    },
    'an earlier end': { base, text: planText(withKeys(ACTIVE, { expires: '2026-06-29' }), BODY) },
    'the first end': {
      base: planText(withKeys(ACTIVE, { expires: null }), BODY),
      text: planText(withKeys(ACTIVE, LATER), BODY),
    },
    'a new plan': { text: base },
    'a draft': {
      base: planText(withKeys(ACTIVE, { lifecycle: 'draft' }), BODY),
      text: planText(withKeys(ACTIVE, { ...LATER, lifecycle: 'draft' }), BODY),
    },
  },
  invalid: {
    'a later end and nothing else': {
      base,
      text: planText(withKeys(ACTIVE, LATER), BODY),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
    'a later end, wherever it is written, in other quotes and with more space': {
      base,
      text: planText(
        withKeys(ACTIVE, { expires: '"2026-07-01"' }),
        `${BODY.replace('2026-06-30', '2026-07-01')}\n\n`,
      ),
      said: [{ severity: 'notice', at: '9:10-9:22', message, help }],
    },
    'another word, a comment, a heading of the log, signs, and keys that nobody reads': {
      base,
      text: planText(
        withKeys(ACTIVE, { ...LATER, tags: '[later, disks, ranking, index]' }),
        `${BODY.replace('\n\n', '.\n\n<!-- the new disks come late, and so does the rest -->\n\n')}\n### 2026-03-02\n\nUpdated! ✨ — …\n`,
      ),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
    'the foot of the page': {
      base: planText(ACTIVE, `${BODY}\n---\n\n_Last updated: 2026-02-20_\n`),
      text: planText(withKeys(ACTIVE, LATER), `${BODY}\n---\n\n_Last updated: 2026-03-02_\n`),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
    'an earlier review': {
      base,
      text: planText(withKeys(ACTIVE, { ...LATER, reviewed: '2026-02-19' }), BODY),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
    'the end of a renamed plan': {
      base,
      basePath: 'docs/plans/old-name.md',
      text: planText(withKeys(ACTIVE, LATER), BODY),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
  },
});
