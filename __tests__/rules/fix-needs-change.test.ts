import { expect, test } from '@jest/globals';
import { lastUpdatedStale } from '../../src/rules/last-updated-stale.ts';
import { referenceMissing } from '../../src/rules/reference-missing.ts';
import { relatedCodeMissing } from '../../src/rules/related-code-missing.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { ACTIVE, planText, runScene, type Scene, withKeys } from './rule-test.ts';

const refers = planText(withKeys(ACTIVE, { depends_on: 'old/storage.md' }));
const ofCode = planText(withKeys(ACTIVE, { related_code: 'src/old.ts' }));
const renames = { 'docs/plans/old/storage.md': 'docs/plans/depot.md', 'src/old.ts': 'src/new.ts' };
const others = { 'docs/plans/depot.md': planText(ACTIVE), 'src/new.ts': 'export {};\n' };

/** Whether each fix hangs on the change. */
const needs = (rule: Rule, scene: Scene): readonly (boolean | null)[] =>
  runScene(scene, [rule]).map(({ fix }) => fix && fix.needsChange === true);

test.each([
  ['the day of a change', lastUpdatedStale, { text: planText(ACTIVE, 'B\n'), base: planText(ACTIVE) }, true],
  ['where a plan went', referenceMissing, { text: refers, others, renames, knowsFiles: true }, true],
  ['where code went', relatedCodeMissing, { text: ofCode, others, renames, knowsFiles: true }, true],
  [
    'the one plan of that name',
    referenceMissing,
    { text: refers, others: { 'docs/plans/storage.md': planText(ACTIVE) }, knowsFiles: true },
    false,
  ],
] as const satisfies readonly (readonly [string, Rule, Scene, boolean])[])(
  'a fix says whether it follows from the change: %s',
  (_, rule, scene, expected) => {
    expect(needs(rule, scene)).toEqual([expected]);
  },
);
