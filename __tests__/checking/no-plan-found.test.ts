import { expect, test } from '@jest/globals';
import { type CheckRequest, check } from '../../src/check.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { day } from '../report/sample-report.ts';
import { memoryRepository } from './memory-repository.ts';

const SETTINGS = resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 });
const DEFAULTS = '"docs/plans/**/*.md" and "plans/**/*.md"';

async function saidOf(head: Readonly<Record<string, string>>, more: Partial<CheckRequest> = {}) {
  const { report } = await check({
    repository: memoryRepository({ head }),
    scope: { kind: 'all' },
    run: 'scan',
    event: 'schedule',
    settings: SETTINGS,
    version: '0.0.0',
    withinSchemaTime: timeBudget(60_000),
    ...more,
  });
  return { conclusion: report.conclusion, coverage: report.coverage };
}

const told = (message: string) => ({
  conclusion: 'neutral',
  coverage: [{ what: 'plan-files', message, blocking: false }],
});

test('a scan without plans says where it looked', async () => {
  expect(await saidOf({ 'src/a.ts': '' })).toEqual(
    told(`No file matches ${DEFAULTS}: set "plans" to where your plans lie.`),
  );
});

test('and that something may be left out', async () => {
  const settings = { ...SETTINGS, plans: ['plan/*.md'], ignore: ['plan/**'] };
  expect(await saidOf({ 'plan/a.md': '' }, { settings })).toEqual(
    told('No file matches "plan/*.md": set "plans" to where your plans lie, and look at "ignore".'),
  );
});

test('of named folders without plans this is said, too', async () => {
  const scope = { kind: 'paths', paths: [], gap: null } as const;
  expect(await saidOf({ 'a.md': '' }, { scope, run: 'changes', event: 'check' })).toEqual(
    told('No Markdown file that can be a plan lies in what was named: name another folder.'),
  );
});

test('each part of such a scan says the same', async () => {
  const whole = await saidOf({});
  expect(await saidOf({}, { shard: { index: 2, count: 3 } })).toEqual(whole);
});

test.each<readonly [string, Readonly<Record<string, string>>, Partial<CheckRequest>]>([
  ['where a file says that it is no plan', { 'plans/a.md': '---\ntype: notes\n---\n' }, {}],
  ['of a change that is about none', {}, { scope: { kind: 'changed' }, run: 'changes', event: 'push' }],
])('nothing is said %s', async (_, head, more) => {
  expect(await saidOf(head, more)).toEqual({ conclusion: 'neutral', coverage: [] });
});
