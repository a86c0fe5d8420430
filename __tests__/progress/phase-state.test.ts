import { describe, expect, test } from '@jest/globals';
import type { Blocker } from '../../src/plan/self-report.ts';
import { phaseState } from '../../src/progress/phase-state.ts';
import type { PhaseState } from '../../src/progress/progress.ts';
import { blocker, claim, type PhaseSketch, phaseOf } from './plan-of.ts';

const stateOf = (sketch: PhaseSketch, blockers: readonly Blocker[] = []): PhaseState =>
  phaseState(phaseOf(sketch), blockers);

test.each<[PhaseSketch, PhaseState]>([
  [{}, 'untracked'],
  [{ tasks: '..' }, 'not-started'],
  [{ gates: '..' }, 'not-started'],
  [{ tasks: './' }, 'in-progress'],
  [{ tasks: 'x.' }, 'in-progress'],
  [{ tasks: 'x.', gates: 'xx' }, 'in-progress'],
  [{ gates: 'x.' }, 'in-progress'],
  [{ tasks: 'xx', gates: '.' }, 'gate-pending'],
  [{ tasks: 'x>-', deliverables: '.' }, 'gate-pending'],
  [{ tasks: 'xx', deliverables: 'x', gates: 'x' }, 'complete'],
  [{ gates: 'x' }, 'complete'],
  [{ tasks: 'x>-' }, 'complete'],
  [{ tasks: '--' }, 'dropped'],
  [{ tasks: 'x-', dropped: true }, 'dropped'],
  [{ dropped: true }, 'dropped'],
])('a phase with %j is %s', (sketch, state) => {
  expect(stateOf(sketch)).toBe(state);
});

describe('a phase is blocked', () => {
  test.each(['table', 'label', 'heading', 'bullets'] as const)(
    'by a ❌, wherever it stands: %s',
    (source) => {
      expect(stateOf({ tasks: 'x.', claims: [claim(source, 'blocked')] })).toBe('blocked');
    },
  );

  test('by an open blocker that names it, or stands in it', () => {
    expect(stateOf({ tasks: 'x.' }, [blocker('Phase 1 waits')])).toBe('blocked');
    expect(stateOf({ tasks: 'xx', gates: '.' }, [blocker('It waits', { phase: '1' })])).toBe('blocked');
  });

  test('by no blocker of another phase, and by none that is closed', () => {
    const others = [
      blocker('Phase 2 waits'),
      blocker('It waits', { phase: '2' }),
      blocker('Phase 1 waits', { isClosed: true }),
    ];
    expect(stateOf({ tasks: 'x.' }, others)).toBe('in-progress');
    expect(stateOf({ number: null, tasks: 'x.' }, [blocker('It waits')])).toBe('in-progress');
  });

  test.each<[PhaseSketch, PhaseState]>([
    [{ tasks: 'xx' }, 'complete'],
    [{ tasks: '--' }, 'dropped'],
    [{}, 'untracked'],
  ])('only while it has something open: %j stays %s', (sketch, state) => {
    expect(stateOf({ ...sketch, claims: [claim('table', 'blocked')] }, [blocker('Phase 1 waits')])).toBe(
      state,
    );
  });
});
