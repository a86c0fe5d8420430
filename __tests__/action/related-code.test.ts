import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { planText } from './plan-text.ts';
import { createScene, type Files, outcome, visible } from './scene.ts';

const github = await startLocalGitHub();
afterAll(() => github.close());

const SEARCH = 'docs/plans/active/search.md';
const LIBRARY: Files = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`lib/${index}.ts`, 'export {};\n']),
);
const BASE: Files = {
  ...LIBRARY,
  'src/search.ts': 'one',
  [SEARCH]: planText({ title: 'Search', related_code: '[src/search.ts]' }),
};
const TOLD =
  'The change touches code that this plan is about ("src/search.ts"), and not the plan: look whether it still holds, and write down what moved.';

describe('a pull request that changes only code of an active plan', () => {
  test.concurrent('is left in peace, at no cost', async () => {
    const scene = createScene(github, 'code-auto', { base: BASE, head: { 'src/search.ts': 'two' } });
    const result = await scene.check();
    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'neutral', annotations: [], stderr: '' });
    expect(result.operations.length).toBeLessThanOrEqual(3);
    expect(scene.comments()).toEqual([]);
  });

  test.concurrent('is told where the comment is for related plans, too', async () => {
    const scene = createScene(github, 'code-related', { base: BASE, head: { 'src/search.ts': 'two' } });
    const result = await scene.check({ inputs: { comment: 'related' } });
    expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'neutral' });
    expect((result.report as Report).diagnostics).toMatchObject([
      { rule: 'related-code-touched', severity: 'notice', path: SEARCH, message: TOLD, isNew: true },
    ]);
    expect(visible(scene.comments()[0])).toMatch(/^### Plan Check: 1 notice\n/);
    expect(visible(scene.comments()[0])).toContain('src/search.ts');
    expect(result.operations.length).toBeLessThanOrEqual(6);
  });

  test.concurrent('is left in peace where no plan is about it', async () => {
    const scene = createScene(github, 'code-other', { base: BASE, head: { 'lib/1.ts': 'two' } });
    await scene.check({ inputs: { comment: 'related' } });
    expect(scene.comments()).toEqual([]);
  });
});

test('a pull request that changes another plan is told as well, within six requests', async () => {
  const scene = createScene(github, 'code-and-plan', {
    base: { ...BASE, 'docs/plans/active/menu.md': planText({ title: 'Menu' }) },
    head: {
      'src/search.ts': 'two',
      'docs/plans/active/menu.md': planText({ title: 'Menu', last_updated: '2026-03-02' }),
    },
  });
  const result = await scene.check();
  expect(outcome(result)).toMatchObject({ exitCode: 0, conclusion: 'success' });
  expect((result.report as Report).diagnostics).toMatchObject([
    { rule: 'related-code-touched', path: SEARCH },
  ]);
  expect(result.operations.length).toBeLessThanOrEqual(6);
});

test('whether a changed plan drifts is left to the scan, and said to machines alone', async () => {
  const head = { [SEARCH]: planText({ title: 'Better search', related_code: '[src/search.ts]' }) };
  const scene = createScene(github, 'drift', { base: BASE, head });
  const result = await scene.check();
  expect((result.report as Report).coverage).toEqual([
    {
      what: 'history',
      message: 'drift not computed for 1 plan: a scan asks GitHub for it, a pull request does not.',
      ...{ blocking: false, isExpected: true },
      count: {
        ...{ of: 'drift', plans: 1 },
        reason: 'a scan asks GitHub for it, a pull request does not',
      },
    },
  ]);
  expect(result.summary).not.toContain('not computed');
  expect(result.operations.length).toBeLessThanOrEqual(6);
});
