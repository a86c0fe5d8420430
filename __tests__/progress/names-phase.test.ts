import { describe, expect, test } from '@jest/globals';
import type { Phase } from '../../src/plan/plan.ts';
import type { Blocker } from '../../src/plan/self-report.ts';
import { phasesNamedBy } from '../../src/progress/names-phase.ts';
import { ends } from '../ends.ts';
import { blocker, phaseOf } from './plan-of.ts';

const namesPhase = (blocking: Blocker, named: Phase): boolean => phasesNamedBy([blocking])(named);

const phase = phaseOf({ number: '2', name: 'Shore stations' });

describe('a blocker names phase 2, "Shore stations",', () => {
  test.each([
    'Phase 2 waits for the harbour master',
    'Waits for cables (phase 2).',
    'phase #2: no cables',
    'Blocks phases 1, 2 and 3',
    'Blocks phases 1 & 2',
    'Blocks phases 1-3',
    'Blocks phase 1 through phase 2',
    'Blocks phases 1 to 4',
    'Milestone 2 cannot be reached',
    'No permit for the **shore stations** yet',
    'Shore-stations: no permit',
  ])('with %j', (text) => {
    expect(namesPhase(blocker(text), phase)).toBe(true);
  });

  test('in what it says it blocks', () => {
    expect(namesPhase(blocker('No cables', { impact: 'Phase 2 cannot begin' }), phase)).toBe(true);
  });
});

describe('a blocker does not name phase 2, "Shore stations",', () => {
  test.each([
    'No cables',
    'Phase 3 waits for 2 cables',
    'Phase 2.1 waits for cables',
    'Phase 12 waits for cables',
    'Phase 1. 2 cables are missing',
    'Phase 1. And 2 cables are missing',
    'Phase 1 needs 2 cables',
    'Phases 3 to 5',
    'The stations on the shore',
    'Shore stationsmaster',
    'Task 2 is open',
    '',
  ])('with %j', (text) => {
    expect(namesPhase(blocker(text), phase)).toBe(false);
  });
});

test.each([
  ['4b', 'Phase 4B is late', true],
  ['A', 'Phase A is late', true],
  ['A', 'This is a phase a team dreads', false],
  ['2.2', 'Phase 2.2 is late', true],
  ['2.2', 'Phase 2 is late', false],
])('phase %s in %j: %s', (number, text, isNamed) => {
  expect(namesPhase(blocker(text), phaseOf({ number, name: '' }))).toBe(isNamed);
});

test('a name of one word may stand for anything, unless the word "phase" is beside it', () => {
  const beta = phaseOf({ number: null, name: 'Beta' });
  expect(namesPhase(blocker('Nobody answers among the beta users'), beta)).toBe(false);
  expect(namesPhase(blocker('The beta phase has no users'), beta)).toBe(true);
  expect(namesPhase(blocker('Phase Beta has no users'), beta)).toBe(true);
});

test('thousands of blockers and phases are matched without comparing each with each', () => {
  const blockers = Array.from({ length: 5_000 }, (_, index) =>
    blocker(`Part ${index} waits for phase ${index}`),
  );
  const named = ends(() => {
    const isNamed = phasesNamedBy(blockers);
    return Array.from({ length: 5_000 }, (_, index) =>
      isNamed(phaseOf({ number: String(index), name: `Build the part with number ${index}` })),
    );
  });
  expect(named.filter(Boolean)).toHaveLength(100);
});
