import { describe, expect, test } from '@jest/globals';
import { selectDoors } from '../../src/settings/plan-doors.ts';

const DEFAULT_PLANS = ['docs/plans/**/*.md', 'plans/**/*.md'];

const leads = (path: string, plans: readonly string[] = DEFAULT_PLANS, ignore: readonly string[] = []) =>
  selectDoors({ plans, ignore }).leadsToPlans(path);

describe('plans may lie behind', () => {
  test.each([
    ['a folder over the plans', 'docs', DEFAULT_PLANS],
    ['the folder of the plans', 'docs/plans', DEFAULT_PLANS],
    ['a folder below', 'docs/plans/active', DEFAULT_PLANS],
    ['a folder far below', 'plans/a/b/c', DEFAULT_PLANS],
    ['a folder that is named without wildcards', 'work', ['work/plans']],
    ['a folder below one without wildcards', 'work/plans/a', ['work/plans/']],
    ['a folder over one file', 'work', ['work/plan.md']],
    ['one way of braces', 'b/x', ['{a,b}/**/*.md']],
    ['a folder that a star stands for', 'packages/a', ['packages/*/plans/*.md']],
    ['the folder below the star', 'packages/a/plans', ['packages/*/plans/*.md']],
    ['a folder that is named from the root', 'plans', ['./plans/*.md']],
  ])('%s', (_, path, plans) => {
    expect(leads(path, plans)).toBe(true);
  });

  test.each([
    ['a folder elsewhere', 'vendor', DEFAULT_PLANS],
    ['a folder of nearly that name', 'docs/plans-old', DEFAULT_PLANS],
    ['a folder below a glob for one level', 'plans/old', ['plans/*.md']],
    ['a folder of another name below a star', 'packages/a/src', ['packages/*/plans/*.md']],
    ['any folder, for a glob that begins with wildcards', 'vendor/plans', ['**/plans/*.md']],
    ['any folder, for a glob that begins with a star', 'vendor', ['*/plans/*.md']],
    ['a folder that a later glob takes out', 'plans/old', ['plans/**/*.md', '!plans/old/**']],
  ])('not: %s', (_, path, plans) => {
    expect(leads(path, plans)).toBe(false);
  });
});

describe('what is ignored', () => {
  test.each([
    ['by its name', 'docs/plans/latest', ['docs/plans/latest']],
    ['by a glob', 'docs/plans/latest', ['docs/plans/*']],
    ['with all that lies behind', 'docs/plans/vendor', ['docs/plans/vendor/**']],
    ['by its ending', 'docs/plans/logo.png', ['**/*.png']],
    ['behind an exception that is older', 'docs/plans/a', ['!docs/plans/**/keep.md', 'docs/plans/a']],
    ['as a folder of templates', 'docs/plans/templates', []],
    ['as a file that is no plan', 'docs/plans/CLAUDE.md', []],
  ])('is no matter: %s', (_, path, ignore) => {
    expect(leads(path, DEFAULT_PLANS, ignore)).toBe(false);
    expect(selectDoors({ plans: DEFAULT_PLANS, ignore }).isIgnored(path)).toBe(true);
  });

  test.each([
    ['one level of it alone', 'docs/plans/vendor', ['docs/plans/vendor/*.md']],
    ['another folder', 'docs/plans/active', ['docs/plans/vendor/**']],
    ['all but something behind it', 'docs/plans/a', ['docs/plans/a/**', '!docs/plans/a/keep.md']],
  ])('matters where it is %s', (_, path, ignore) => {
    expect(leads(path, DEFAULT_PLANS, ignore)).toBe(true);
  });
});

test('a hostile path is decided in no time', () => {
  const path = 'a/'.repeat(2_000);
  expect(leads(`docs/plans/${path}a`)).toBe(true);
  expect(leads(path, [`${'*a*/'.repeat(50)}**/*.md`])).toBe(false);
});
