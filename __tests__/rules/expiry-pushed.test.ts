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
    'the end of a renamed plan': {
      base,
      basePath: 'docs/plans/old-name.md',
      text: planText(withKeys(ACTIVE, LATER), BODY),
      said: [{ severity: 'notice', at: '9:10-9:20', message, help }],
    },
  },
});
