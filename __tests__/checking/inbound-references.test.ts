import { describe, expect, test } from '@jest/globals';
import { inboundReferences } from '../../src/checking/inbound-references.ts';
import type { PlanFile } from '../../src/checking/plan-files.ts';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { makeRelations } from '../../src/rules/relations.ts';
import type { SharedContext } from '../../src/rules/run-rules.ts';
import { memoryRepository } from './memory-repository.ts';

const today = parseCalendarDate('2026-06-15');
if (today === null) throw new Error('The day is none.');

const nowhere = makeRelations({ plans: new Map(), exists: () => false });
const SHARED: SharedContext = {
  run: 'changes',
  settings: { profile: 'recommended', rules: {}, today, reviewEvery: 30, expiringWithin: 14 },
  relations: nowhere,
  baseRelations: nowhere,
  reviewStamps: [],
  staleEdits: [],
  schemaKeys: new Set(),
  comparesWithBase: true,
  renames: new Map(),
};

const isPlan = (path: string): boolean => path.startsWith('plans/');
const active = (fields: string): string => `---\nlifecycle: active\n${fields}\n---\n`;
const removed: PlanFile = { path: 'plans/gone.md', previousPath: null, change: 'removed' };

describe('references to a plan that goes away', () => {
  test('are found in plans that the change does not touch', async () => {
    const repository = memoryRepository({
      head: { 'plans/a.md': active('related_plans: [gone.md]'), 'plans/b.md': active('title: B') },
    });
    const { diagnostics, gaps } = await inboundReferences(repository, [removed], isPlan, SHARED);
    expect(
      diagnostics.map(({ rule, path, range, isNew }) => ({ rule, path, line: range.start.line, isNew })),
    ).toEqual([{ rule: 'reference-missing', path: 'plans/a.md', line: 3, isNew: true }]);
    expect(gaps).toEqual([]);
  });

  test('may lead to where it was, when a link stands there now', async () => {
    const gone: PlanFile = { ...removed, path: 'plans/old/gone.md' };
    const door = { path: 'plans/old', kind: 'symbolic-link', target: '/old' } as const;
    const link: PlanFile = { path: door.path, previousPath: null, change: 'added', door };
    const repository = memoryRepository({
      head: { 'plans/a.md': active('related_plans: [old/gone.md]'), 'plans/old': door },
    });
    expect((await inboundReferences(repository, [gone, link], isPlan, SHARED)).diagnostics).toEqual([]);
  });

  test('are found when it moved', async () => {
    const moved: PlanFile = { path: 'plans/done/gone.md', previousPath: 'plans/gone.md', change: 'renamed' };
    const repository = memoryRepository({
      head: { 'plans/a.md': active('depends_on: gone.md'), 'plans/done/gone.md': active('title: Gone') },
    });
    const { diagnostics } = await inboundReferences(repository, [moved], isPlan, SHARED);
    expect(diagnostics.map(({ path }) => path)).toEqual(['plans/a.md']);
  });

  test('are found when they name the folder that went with it, and not while it holds something', async () => {
    const last: PlanFile = { ...removed, path: 'plans/old/gone.md' };
    const a = { 'plans/a.md': active('related_plans: [old]') };
    const broken = await inboundReferences(memoryRepository({ head: a }), [last], isPlan, SHARED);
    expect(broken.diagnostics.map(({ path }) => path)).toEqual(['plans/a.md']);

    const kept = memoryRepository({ head: { ...a, 'plans/old/kept.txt': '' } });
    expect((await inboundReferences(kept, [last], isPlan, SHARED)).diagnostics).toEqual([]);
  });

  test('do not count when they were broken before, or lead elsewhere', async () => {
    const repository = memoryRepository({
      head: {
        'plans/a.md': active('related_plans: [never.md]'),
        'plans/b/b.md': active('related_plans: [gone.md]'),
        'plans/b/gone.md': active('title: Another of that name'),
      },
    });
    expect((await inboundReferences(repository, [removed], isPlan, SHARED)).diagnostics).toEqual([]);
  });

  test('cost nothing when no plan goes away', async () => {
    const added: PlanFile = { path: 'plans/new.md', previousPath: null, change: 'added' };
    const repository = memoryRepository({ head: { 'plans/a.md': active('related_plans: [gone.md]') } });
    expect(await inboundReferences(repository, [added], isPlan, SHARED)).toEqual({
      diagnostics: [],
      gaps: [],
    });
    expect(repository.asked).toEqual([]);
  });

  test('that could not be read are said', async () => {
    const repository = memoryRepository({
      head: {
        'plans/a.md': { kind: 'failed', message: 'No answer.' },
        'plans/b.md': { kind: 'failed', message: 'No answer.' },
        'plans/c.md': { kind: 'unreadable', reason: 'binary' },
      },
    });
    expect((await inboundReferences(repository, [removed], isPlan, SHARED)).gaps).toEqual([
      {
        what: 'references',
        message: '1 of 3 other plans were not asked whether they refer to what is gone.',
        blocking: false,
      },
      {
        what: 'references',
        message: '2 of the plans that may refer to what is gone could not be read: No answer.',
        blocking: true,
      },
    ]);
  });

  test('are not called broken where the list of files was cut', async () => {
    const repository = {
      ...memoryRepository({ head: { 'plans/b/a.md': active('related_plans: [gone.md]') } }),
      listFiles: () => Promise.resolve({ paths: ['plans/b/a.md'], gap: 'The list was cut.' }),
    };
    const inRoot: PlanFile = { path: 'gone.md', previousPath: null, change: 'removed' };
    const { diagnostics, gaps } = await inboundReferences(repository, [inRoot], isPlan, SHARED);
    expect(diagnostics).toEqual([]);
    expect(gaps).toEqual([{ what: 'references', message: 'The list was cut.', blocking: false }]);
  });
});
