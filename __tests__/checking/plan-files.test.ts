import { describe, expect, test } from '@jest/globals';
import { changedPlanFiles } from '../../src/checking/plan-files.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';

const isPlan = (path: string): boolean => path.startsWith('plans/');

const file = (
  change: ChangedFile['change'],
  path: string,
  previousPath: string | null = null,
): ChangedFile => ({
  path,
  previousPath,
  change,
});

describe('the plans among changed files', () => {
  test('are those whose path is a plan’s', () => {
    const added = file('added', 'plans/a.md');
    expect(changedPlanFiles([added, file('modified', 'src/a.ts')], isPlan)).toEqual([added]);
  });

  test('keep where they were before', () => {
    const renamed = file('renamed', 'plans/done/a.md', 'plans/a.md');
    expect(changedPlanFiles([renamed], isPlan)).toEqual([renamed]);
  });

  test('count as renamed when they come from outside the plan folders', () => {
    const renamed = file('renamed', 'plans/a.md', 'notes/a.md');
    expect(changedPlanFiles([renamed], isPlan)).toEqual([renamed]);
  });

  test('count as removed when they move out of the plan folders, with the place where they are now', () => {
    expect(changedPlanFiles([file('renamed', 'notes/a.md', 'plans/a.md')], isPlan)).toEqual([
      { ...file('removed', 'plans/a.md'), movedTo: 'notes/a.md' },
    ]);
  });
});
