import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { FILE_START } from '../../src/plan/position.ts';
import { makeRelations, type Resolution } from '../../src/rules/relations.ts';

const plan = parsePlan('docs/plans/search.md', '# Faster search\n');

describe('where a reference leads', () => {
  const resolve = (target: string, files: Readonly<Record<string, boolean | null>>): Resolution =>
    makeRelations({
      plans: new Map([[plan.path, plan]]),
      exists: (path) => (path in files ? (files[path] ?? null) : false),
    }).resolve(plan, { field: 'depends_on', target, keyPath: ['depends_on'], range: FILE_START });

  test.each<[string, string, Readonly<Record<string, boolean | null>>, Resolution]>([
    ['to a plan that was loaded', 'search.md', {}, { kind: 'found', path: 'docs/plans/search.md' }],
    ['to a file', 'a.md', { 'a.md': true }, { kind: 'found', path: 'a.md' }],
    [
      'to the file that is nearer',
      'a.md',
      { 'a.md': true, 'docs/plans/a.md': true },
      { kind: 'found', path: 'docs/plans/a.md' },
    ],
    ['nowhere', 'a.md', { 'docs/plans/a.md': false }, { kind: 'missing' }],
    ['nowhere, when it names nothing', '#goal', {}, { kind: 'missing' }],
    ['to who knows where', 'a.md', { 'docs/plans/a.md': null }, { kind: 'unknown' }],
    [
      'to a file, though another is unknown',
      'a.md',
      { 'docs/plans/a.md': null, 'a.md': true },
      { kind: 'found', path: 'a.md' },
    ],
    ['outside', 'https://example.com', {}, { kind: 'external' }],
  ])('%s', (_, target, files, resolution) => {
    expect(resolve(target, files)).toEqual(resolution);
  });

  test('to a plan that can be looked at', () => {
    const relations = makeRelations({ plans: new Map([[plan.path, plan]]), exists: () => null });
    expect(relations.planAt('docs/plans/search.md')).toBe(plan);
    expect(relations.planAt('docs/plans/other.md')).toBeNull();
    expect(relations.files).toBeNull();
  });
});
