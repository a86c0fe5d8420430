import { expect, test } from '@jest/globals';
import { asideOf } from '../src/aside-of.ts';
import { PlanCheckError } from '../src/plan-check-error.ts';
import { MODES, readTrigger } from '../src/trigger.ts';
import { anyJson, nearly } from './fuzzing/any-text.ts';
import { fc } from './fuzzing/fast-check.ts';

const COMMIT = 'a'.repeat(40);
const GOOD = {
  ...{ before: COMMIT, after: COMMIT, deleted: false, number: 7 },
  pull_request: { number: 7, head: { sha: COMMIT } },
  merge_group: { base_sha: COMMIT, head_sha: COMMIT },
  repository: { default_branch: 'main' },
};

const event = fc.record({
  eventName: fc.oneof(
    fc.constantFrom('pull_request', 'pull_request_target', 'merge_group', 'push', 'schedule'),
    fc.string(),
  ),
  payload: fc.oneof(anyJson, nearly(GOOD)),
  sha: fc.oneof(fc.constant(COMMIT), fc.string()),
  mode: fc.constantFrom(...MODES),
});

test('whatever the payload of an event, it says what to do, or that it cannot be used', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(event, (some) => {
      asideOf({ payload: some.payload, ref: some.sha });
      try {
        const trigger = readTrigger(some);
        kinds.add(trigger.kind);
        if (trigger.kind === 'scan') expect(trigger.head).toBe(COMMIT);
        if (trigger.kind !== 'changes') return;
        const { source } = trigger;
        expect(source.head).toBe(COMMIT);
        if (source.type === 'range') expect(source.base).toBe(COMMIT);
        if (source.type === 'pull-request') expect(source.number).toBeGreaterThan(0);
        expect(trigger.privileged).toBe(some.eventName === 'pull_request_target');
      } catch (error) {
        expect(error).toBeInstanceOf(PlanCheckError);
        kinds.add('refused');
      }
    }),
    { numRuns: 2_000 },
  );
  expect([...kinds].sort()).toEqual(['changes', 'nothing', 'refused', 'scan']);
});
