import { expect, test } from '@jest/globals';
import { changedSettings } from '../../src/checking/changed-settings.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';

const NONE = { schema: null, baseline: null };
const changed = (...paths: string[]): readonly ChangedFile[] =>
  paths.map((path) => ({ path, previousPath: null, change: 'modified' }));

test.each([
  [
    'the configuration',
    changed('a.md', '.github/plan-check.yml'),
    NONE,
    undefined,
    '".github/plan-check.yml"',
  ],
  ['one that is named', changed('api.yml', '.github/plan-check.yml'), NONE, 'api.yml', '"api.yml"'],
  [
    'schema and baseline',
    changed('known.json', 'plan.json', '.github/plan-check-baseline.json'),
    { schema: 'plan.json', baseline: 'known.json' },
    undefined,
    '"plan.json" and "known.json"',
  ],
  [
    'a baseline that nobody names, and that goes elsewhere',
    [{ path: 'old.json', previousPath: '.github/plan-check-baseline.json', change: 'renamed' }] as const,
    NONE,
    undefined,
    '".github/plan-check-baseline.json"',
  ],
])('a change of %s is told', (_, changes, settings, config, names) => {
  expect(changedSettings(changes, settings, config)).toBe(
    `This pull request changes ${names}, by which this result was made: look at that change as well.`,
  );
});

test('any other change is none of it', () => {
  expect(changedSettings(changed('docs/plans/a.md'), NONE, undefined)).toBe(null);
  expect(changedSettings(null, NONE, undefined)).toBe(null);
});
