import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { RULES } from '../../src/rules/index.ts';
import { ACTIVE, planText, runScene, withKeys } from './rule-test.ts';

const said = (owner: string, activates: boolean): readonly string[] => {
  const text = planText(withKeys(ACTIVE, { owner }), '# A\n\n- [ ] Write it\n');
  const base = activates ? { base: text.replace('lifecycle: active', 'lifecycle: draft') } : {};
  return runScene({ text, ...base }, RULES)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
};

test.each(['" "', '"\u200b"', 'none', 'TBD', 'N/A', '"-"', '[TBD, "?"]'])(
  'an owner of nothing is as good as a missing one: %s',
  (owner) => {
    expect(said(owner, false)).toEqual([
      'front-matter-schema: Write a value for "owner": without one the key counts as missing.',
    ]);
    expect(said(owner, true)).toEqual([
      'activation-incomplete: The plan becomes active without "owner": add what is missing, or leave it a draft.',
    ]);
  },
);

test('beside an owner it is left out', () => {
  const text = planText(withKeys(ACTIVE, { owner: '[TBD, "@ann"]' }));
  expect(parsePlan('p.md', text).owner).toEqual(['@ann']);
  expect(said('[TBD, "@ann"]', false)).toEqual([]);
});

test.each(['.inf', '1e400', '.nan', '-.inf'])('a budget of %s is no number', (budget) => {
  const text = planText([...ACTIVE, 'ai:', `  token_budget: ${budget}`]);
  expect(runScene({ text }, RULES).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    `front-matter-schema: "ai.token_budget" must be a whole number; it is ${budget}.`,
  ]);
});
