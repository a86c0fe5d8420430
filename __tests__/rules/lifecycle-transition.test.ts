import { describe, expect, test } from '@jest/globals';
import { LIFECYCLES, type Lifecycle } from '../../src/plan/lifecycle.ts';
import { lifecycleTransition } from '../../src/rules/lifecycle-transition.ts';
import { ACTIVE, planText, runScene, testRule, withKeys } from './rule-test.ts';

const inState = (lifecycle: string): string => planText(withKeys(ACTIVE, { lifecycle }));

testRule('lifecycle-transition', {
  valid: {
    'a new plan in any state': { text: inState('completed') },
    'a plan that stays as it is': { base: inState('superseded'), text: inState('superseded') },
    'the same state under another key': {
      base: inState('active'),
      text: planText(withKeys(ACTIVE, { lifecycle: null, status: 'active' })),
    },
    'a state that was unknown': { base: inState('paused'), text: inState('completed') },
    'a state that is unknown': { base: inState('completed'), text: inState('paused') },
    'a scan': { run: 'scan', base: inState('draft'), text: inState('completed') },
  },
  invalid: {
    'a draft that is completed': {
      base: inState('draft'),
      text: inState('completed'),
      said: [
        {
          severity: 'error',
          at: '4:12-4:21',
          message:
            'A plan does not go from draft to completed: from draft it goes to active, archived or superseded.',
        },
      ],
    },
    'a completed plan that becomes a draft, as an error all the same': {
      base: inState('completed'),
      text: inState('draft'),
      said: [
        {
          severity: 'error',
          at: '4:12-4:17',
          message:
            'A plan does not go from completed to draft: from completed it goes to archived or superseded.',
        },
      ],
    },
    'an active plan that becomes a draft': {
      base: inState('active'),
      text: inState('draft'),
      said: [
        {
          severity: 'notice',
          at: '4:12-4:17',
          message:
            'The plan goes from active back to draft: make sure that this is meant, and say why in the plan.',
        },
      ],
    },
    'a completed plan that is reopened, by its status': {
      base: planText(withKeys(ACTIVE, { lifecycle: null, status: 'completed' })),
      text: planText(withKeys(ACTIVE, { lifecycle: null, status: 'active' })),
      said: [
        {
          severity: 'warning',
          at: '9:9-9:15',
          message:
            'The plan goes from completed back to active: make sure that this is meant, and say why in the plan.',
        },
      ],
    },
    'a renamed plan': {
      basePath: 'docs/plans/old.md',
      base: inState('superseded'),
      text: inState('active'),
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message: 'A plan does not go from superseded to active: from superseded it goes to archived.',
        },
      ],
    },
  },
});

describe('every step', () => {
  const steps = (severity: string | undefined): readonly string[] =>
    LIFECYCLES.flatMap((from: Lifecycle) =>
      LIFECYCLES.filter((to) => {
        const [said] = runScene({ base: inState(from), text: inState(to) }, [lifecycleTransition]);
        return from !== to && said?.severity === severity;
      }).map((to) => `${from} → ${to}`),
    );

  test('that is legal', () => {
    expect(steps(undefined)).toEqual([
      'draft → active',
      'draft → archived',
      'draft → superseded',
      'active → completed',
      'active → archived',
      'active → superseded',
      'completed → archived',
      'completed → superseded',
      'archived → draft',
      'superseded → archived',
    ]);
  });

  test('that is remarked upon', () => {
    expect(steps('notice')).toEqual(['active → draft']);
    expect(steps('warning')).toEqual(['completed → active', 'archived → active']);
  });
});
