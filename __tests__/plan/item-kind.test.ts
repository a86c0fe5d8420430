import { expect, test } from '@jest/globals';
import { kindOfHeading } from '../../src/plan/item-kind.ts';

test.each([
  ['Tasks', 'task'],
  ['Tasks and deliverables', 'task'],
  ['To-do', 'task'],
  ['Remaining tasks', 'task'],
  ['📦 Deliverables', 'deliverable'],
  ['Exit gate', 'gate'],
  ['2. Exit criteria', 'gate'],
  ['Success Criteria', 'gate'],
  ['Acceptance criteria', 'gate'],
  ['Definition of Done', 'gate'],
  ['Phase 1 is complete when', 'gate'],
  ['Gates', 'gate'],
  ['Manual testing', 'other'],
  ['Test scenarios', 'other'],
  ['Review checklist', 'other'],
  ['Backend', null],
  ['Testing', null],
  ['Gateway', null],
  ['', null],
])('the boxes below "%s" are of the kind %s', (heading, kind) => {
  expect(kindOfHeading(heading)).toBe(kind);
});
