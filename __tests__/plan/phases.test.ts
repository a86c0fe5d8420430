import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';

const UNTRACKED = '## Milestones\n\n### Milestone 1: Reader\n\nProse.\n';

/** The texts that count, and those that are only shown. */
const boxesOf = (text: string) => {
  const { phases, otherItems } = parsePlan('x.md', text);
  return {
    counted: phases.flatMap(({ items }) => items.map((item) => item.text)),
    other: otherItems.map((item) => item.text),
  };
};

describe('where no phase has a box', () => {
  test.each([
    'Progress',
    'Tasks',
    '📋 Tasks',
    '3. Tasks',
    'Task list',
    'Task List (v2)',
    'Implementation tasks',
    'Remaining tasks',
    'To do',
    'TODO',
    'To-dos',
    'Checklist',
    'Check list',
    'Implementation Checklist',
    'Work items',
    'Action items: this week',
  ])('those under "%s" count', (heading) => {
    for (const level of ['#', '##']) {
      expect(boxesOf(`${UNTRACKED}\n${level} ${heading}\n\n- [ ] dig\n\n### Later\n\n- [x] fill\n`)).toEqual({
        counted: ['dig', 'fill'],
        other: [],
      });
    }
  });

  test.each([
    'Progress Tracking',
    'Acceptance Criteria',
    'Review checklist',
    'Release checklist',
    'Pull request checklist',
    'Notes',
    'Testing',
    'Tasks we will not do',
    'Progressive enhancement',
    'Risks',
  ])('those under "%s" are shown only', (heading) => {
    expect(boxesOf(`- [ ] above\n\n${UNTRACKED}\n## ${heading}\n\n- [ ] dig\n`)).toEqual({
      counted: [],
      other: ['above', 'dig'],
    });
  });

  test('a list of tasks ends at the next heading of its level', () => {
    expect(
      boxesOf(
        `${UNTRACKED}\n## Tasks\n\n- [ ] dig\n\n## Ideas\n\n- [ ] fly\n\n# Tasks\n\n## Week 1\n\n- [ ] fill\n\n## Testing\n\n- [ ] try\n\n# Ideas\n\n- [ ] swim\n`,
      ),
    ).toEqual({ counted: ['dig', 'fill'], other: ['fly', 'try', 'swim'] });
  });

  test('a deeper heading makes no list of tasks', () => {
    expect(boxesOf(`${UNTRACKED}\n## Ideas\n\n### Tasks\n\n- [ ] dig\n`)).toEqual({
      counted: [],
      other: ['dig'],
    });
  });
});

test('a phase with a box of its own leaves those beside it uncounted, whatever they stand under', () => {
  expect(boxesOf(`${UNTRACKED}\n- [ ] read\n\n## Tasks\n\n- [ ] dig\n`)).toEqual({
    counted: ['read'],
    other: ['dig'],
  });
});

test('without phases every box counts but those of testing, rollout and the like', () => {
  expect(boxesOf('- [ ] above\n\n## Ideas\n\n- [ ] fly\n\n## Testing\n\n- [ ] try\n')).toEqual({
    counted: ['above', 'fly'],
    other: ['try'],
  });
});
