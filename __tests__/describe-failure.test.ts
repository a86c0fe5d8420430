import { expect, test } from '@jest/globals';
import { describeFailure } from '../src/describe-failure.ts';
import { PlanCheckError } from '../src/plan-check-error.ts';

test('a sentence of ours is said as it is', () => {
  expect(describeFailure(new PlanCheckError('There is no file "a".\nThere is no file "b".'))).toBe(
    'There is no file "a".\nThere is no file "b".',
  );
});

test.each([
  ['an error', new TypeError('x is\nnot a function'), 'TypeError: x is not a function'],
  ['anything else that is thrown', 'lost', 'lost'],
])('%s is a defect of ours, told on one line and without a stack', (_, thrown, cause) => {
  expect(describeFailure(thrown)).toBe(
    `Plan Check failed for a reason that it did not foresee (${cause}). Please report this with the plan that was checked.`,
  );
});

test('what a stranger wrote in it neither colours nor moves what a terminal shows', () => {
  const escapeCharacter = String.fromCodePoint(27);
  expect(
    describeFailure(new PlanCheckError(`"${escapeCharacter}[2J" is no rule.\nNeither is "\u202e".`)),
  ).toBe('"\ufffd[2J" is no rule.\nNeither is "\ufffd".');
});
