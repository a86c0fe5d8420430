import { describe, expect, test } from '@jest/globals';
import { loadPlans } from '../../src/checking/load-plans.ts';
import type { PlanFile } from '../../src/checking/plan-files.ts';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { memoryRepository } from './memory-repository.ts';

const planFile = (
  change: PlanFile['change'],
  path: string,
  previousPath: string | null = null,
): PlanFile => ({
  path,
  previousPath,
  change,
});

const titled = (title: string): string => `---\ntitle: ${title}\n---\n`;

describe('loading plans', () => {
  test('reads what is completed by the day of the run, on both sides', async () => {
    const text = '| Task | Completed |\n|---|---|\n| Dig | 2026-03-02 |\n| Fill | 2026-04-01 |\n';
    const repository = memoryRepository({ head: { 'a.md': text }, base: { 'a.md': text } });
    const { plans } = await loadPlans(repository, [planFile('modified', 'a.md')], null, [], {
      today: parseCalendarDate('2026-03-02'),
    });
    const states = plans
      .flatMap(({ head, base }) => [head, base])
      .map((plan) => plan?.phases.flatMap(({ items }) => items.map(({ state }) => state)));
    expect(states).toEqual([
      ['done', 'open'],
      ['done', 'open'],
    ]);
  });

  test('reads both sides and the schema with one request', async () => {
    const repository = memoryRepository({
      head: { 'plans/new.md': titled('New'), 'plans/b.md': titled('After') },
      base: { 'plans/a.md': titled('Before'), 'plans/gone.md': titled('Gone') },
      trusted: { 'schema.json': '{}' },
    });
    const files = [
      planFile('added', 'plans/new.md'),
      planFile('renamed', 'plans/b.md', 'plans/a.md'),
      planFile('removed', 'plans/gone.md'),
    ];
    const { plans, schema, gaps } = await loadPlans(repository, files, 'schema.json');

    expect(plans.map(({ head, base }) => [head?.title ?? null, base?.title ?? null])).toEqual([
      ['New', null],
      ['After', 'Before'],
      [null, 'Gone'],
    ]);
    expect(schema).toEqual({ kind: 'text', text: '{}' });
    expect(gaps).toEqual([]);
    expect(repository.asked).toEqual([
      [
        { side: 'head', path: 'plans/new.md' },
        { side: 'head', path: 'plans/b.md' },
        { side: 'base', path: 'plans/a.md' },
        { side: 'base', path: 'plans/gone.md' },
        { side: 'trusted', path: 'schema.json' },
      ],
    ]);
  });

  test('says which file is no text', async () => {
    const repository = memoryRepository({ head: { 'plans/a.md': { kind: 'unreadable', reason: 'binary' } } });
    const { plans, gaps } = await loadPlans(repository, [planFile('added', 'plans/a.md')], null);
    expect(plans).toEqual([
      {
        ...{ file: planFile('added', 'plans/a.md'), head: null, base: null },
        ...{ unreadable: 'binary', unreadableBefore: null },
      },
    ]);
    expect(gaps).toEqual([]);
  });

  test('says why it was none before', async () => {
    const repository = memoryRepository({
      head: { 'plans/b.md': { kind: 'unreadable', reason: 'not-utf-8' } },
      base: { 'plans/a.md': { kind: 'unreadable', reason: 'binary' } },
    });
    const { plans } = await loadPlans(repository, [planFile('renamed', 'plans/b.md', 'plans/a.md')], null);
    expect(plans).toMatchObject([{ unreadable: 'not-utf-8', unreadableBefore: 'binary' }]);
  });

  test('blocks on what could not be fetched, on either side', async () => {
    const lost = { kind: 'failed', message: 'GitHub did not answer.' } as const;
    const repository = memoryRepository({
      head: { 'plans/a.md': lost, 'plans/b.md': titled('B') },
      base: { 'plans/a.md': titled('A'), 'plans/b.md': lost },
    });
    const files = [planFile('modified', 'plans/a.md'), planFile('modified', 'plans/b.md')];
    expect((await loadPlans(repository, files, null)).gaps).toEqual([
      {
        what: 'file',
        path: 'plans/a.md',
        message: '"plans/a.md" could not be read at the head: GitHub did not answer.',
        blocking: true,
      },
      {
        what: 'file',
        path: 'plans/b.md',
        message: '"plans/b.md" could not be read at the base: GitHub did not answer.',
        blocking: true,
      },
    ]);
  });

  test('blocks on a file that was listed and is not there', async () => {
    const { gaps } = await loadPlans(memoryRepository({}), [planFile('added', 'plans/a.md')], null);
    expect(gaps).toEqual([
      {
        what: 'file',
        path: 'plans/a.md',
        message: '"plans/a.md" was listed as changed, but is not there at the head; run the check again.',
        blocking: true,
      },
    ]);
  });
});
