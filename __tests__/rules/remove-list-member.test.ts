import { describe } from '@jest/globals';
import type { KeyPath } from '../../src/plan/front-matter.ts';
import { removeListMember } from '../../src/rules/remove-list-member.ts';
import { type Edit, testEdits } from './edit-test.ts';

const removeMember =
  (...path: KeyPath): Edit =>
  (plan) =>
    removeListMember(plan, path);

describe('taking a member out of a list', () => {
  testEdits({
    'takes its line': {
      lines: ['list:', '  - a # x', '  - b', 'z: 1'],
      edit: removeMember('list', 0),
      becomes: ['list:', '  - b', 'z: 1'],
    },
    'counts the members that say something': {
      lines: ['list:', '  -', "  - ''", '  - a', '  - b'],
      edit: removeMember('list', 1),
      becomes: ['list:', '  -', "  - ''", '  - a'],
    },
    'takes the first between brackets': {
      lines: ['list: [a, b, c]'],
      edit: removeMember('list', 0),
      becomes: ['list: [b, c]'],
    },
    'takes one between brackets': {
      lines: ['list: [a, "b" , c] # x'],
      edit: removeMember('list', 1),
      becomes: ['list: [a, c] # x'],
    },
    'takes the last between brackets': {
      lines: ['list: [ a, b , c ]'],
      edit: removeMember('list', 2),
      becomes: ['list: [ a, b ]'],
    },
    'takes the only one between brackets': {
      lines: ['list: [a]'],
      edit: removeMember('list', 0),
      becomes: ['list: []'],
    },
    'leaves what is not there alone': { lines: ['list: [a]'], edit: removeMember('list', 1), becomes: null },
    'leaves a key alone': { lines: ['list: [a]'], edit: removeMember('list'), becomes: null },
  });
});
