import { test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { anyNastyText } from './any-text.ts';
import { fc } from './fast-check.ts';
import { expectSoundDelta } from './sound-delta.ts';
import { expectSoundPlan } from './sound-plan.ts';

const PATH = 'docs/plans/search.md';

test('whatever a plan is made of, it is read, and the same under other line ends', () => {
  fc.assert(fc.property(anyNastyText, expectSoundPlan), { numRuns: 150 });
});

test('between any two plans the moves add up to the numbers, there and back', () => {
  fc.assert(
    fc.property(anyNastyText, anyNastyText, (before, after) =>
      expectSoundDelta(parsePlan(PATH, before), parsePlan(PATH, after)),
    ),
    { numRuns: 80 },
  );
});

test('an item of many thousand characters is cut at the same word', () => {
  expectSoundPlan(`- [x] a\n${'  b *c*\n'.repeat(400)}`);
});
