import { describe, expect, test } from '@jest/globals';
import { loadRelations } from '../../src/checking/load-relations.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan, Reference } from '../../src/plan/plan.ts';
import { memoryRepository } from './memory-repository.ts';

const plan = (path: string, fields: string): Plan => parsePlan(path, text(fields));
const text = (fields: string): string => `---\n${fields}\n---\n`;

const firstReference = ({ references: [reference] }: Plan): Reference => {
  if (reference === undefined) throw new Error('The plan has no reference.');
  return reference;
};

describe('loading what plans refer to', () => {
  test('finds the target, and the plan behind it', async () => {
    const a = plan('plans/a.md', 'depends_on: b.md');
    const repository = memoryRepository({ head: { 'plans/b.md': text('title: B') } });
    const { head, gaps } = await loadRelations(repository, { head: [a], base: [] }, null);

    expect(head.resolve(a, firstReference(a))).toEqual({ kind: 'found', path: 'plans/b.md' });
    expect(head.planAt('plans/b.md')?.title).toBe('B');
    expect(gaps).toEqual([]);
  });

  test('finds a folder, unless a plan has its name', async () => {
    const folder = { kind: 'unreadable', reason: 'folder' } as const;
    const a = plan('plans/a.md', 'related_plans: [sub]');
    const head = { 'plans/a.md': '', 'plans/sub/b.md': '' };
    const withPlan = { ...head, 'plans/sub.md': text('title: Sub') };
    const found = async (files: typeof head, every: boolean) => {
      const relations = await loadRelations(
        memoryRepository({ head: { ...files, 'plans/sub': folder } }),
        { head: [a], base: [] },
        every ? new Set(Object.keys(files)) : null,
      );
      return relations.head.resolve(a, firstReference(a));
    };

    expect(await found(head, true)).toEqual({ kind: 'found', path: 'plans/sub' });
    expect(await found(head, false)).toEqual({ kind: 'found', path: 'plans/sub' });
    expect(await found(withPlan, true)).toEqual({ kind: 'found', path: 'plans/sub.md' });
    expect(await found(withPlan, false)).toEqual({ kind: 'found', path: 'plans/sub.md' });
  });

  test('knows that a target is missing', async () => {
    const a = plan('plans/a.md', 'related_plans: [b.md]');
    const { head } = await loadRelations(memoryRepository({}), { head: [a], base: [] }, null);
    expect(head.resolve(a, firstReference(a))).toEqual({ kind: 'missing' });
  });

  test('keeps the two sides apart, and asks for both at once', async () => {
    const a = plan('plans/a.md', 'supersedes: b.md');
    const repository = memoryRepository({ base: { 'plans/b.md': text('title: B') } });
    const { head, base } = await loadRelations(repository, { head: [a], base: [a] }, null);

    expect(head.resolve(a, firstReference(a))).toEqual({ kind: 'missing' });
    expect(base.resolve(a, firstReference(a))).toEqual({ kind: 'found', path: 'plans/b.md' });
    expect(repository.asked).toHaveLength(1);
  });

  test('follows chains that can close a cycle, and no others', async () => {
    const a = plan('plans/a.md', 'depends_on: b.md');
    const repository = memoryRepository({
      head: {
        'plans/b.md': text('depends_on: c.md\nrelated_plans: [x.md]'),
        'plans/c.md': text('title: C'),
      },
    });
    const { head } = await loadRelations(repository, { head: [a], base: [] }, null);

    expect(head.planAt('plans/c.md')?.title).toBe('C');
    const asked = repository.asked.flat().map(({ path }) => path);
    expect(asked).toContain('plans/c.md');
    expect(asked).not.toContain('plans/x.md');
  });

  test('asks for nothing when every file is known', async () => {
    const a = plan('plans/a.md', 'depends_on: b.md');
    const repository = memoryRepository({});
    const { head } = await loadRelations(repository, { head: [a], base: [] }, new Set(['plans/a.md']));
    expect(head.resolve(a, firstReference(a))).toEqual({ kind: 'missing' });
    expect(repository.asked).toEqual([]);
  });

  test('says when a chain is longer than it follows', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`plans/${index}.md`, text(`depends_on: ${index + 1}.md`)]),
    );
    const first = plan('plans/0.md', 'depends_on: 1.md');
    const { gaps } = await loadRelations(
      memoryRepository({ head: chain }),
      { head: [first], base: [] },
      null,
    );
    expect(gaps).toEqual([
      {
        what: 'references',
        message: 'References were followed through 4 steps; 2 files beyond were not looked at.',
        blocking: false,
      },
    ]);
  });

  test('never takes an unfetched target for missing, and asks for it once', async () => {
    const a = plan('plans/a.md', 'depends_on: /plans/b.md');
    const lost = { kind: 'failed', message: 'GitHub did not answer.' } as const;
    const repository = memoryRepository({ head: { 'plans/b.md': lost, 'plans/plans/b.md': lost } });
    const { head, gaps } = await loadRelations(repository, { head: [a], base: [] }, null);
    expect(head.resolve(a, firstReference(a))).toEqual({ kind: 'unknown' });
    expect(repository.asked).toHaveLength(1);
    expect(gaps).toEqual([
      {
        what: 'references',
        message:
          'Whether the plans that are referred to are there could not be found out: GitHub did not answer.',
        blocking: true,
      },
    ]);
  });

  test('says once that nothing could be read, on either side', async () => {
    const a = plan('plans/a.md', 'related_plans: [b.md, c.md]');
    const lost = { kind: 'failed', message: 'GitHub did not answer.' } as const;
    const files = Object.fromEntries(
      ['plans/b.md', 'b.md', 'plans/c.md', 'c.md'].map((path) => [path, lost]),
    );
    const repository = memoryRepository({ head: files, base: files });
    const { gaps } = await loadRelations(repository, { head: [a], base: [a] }, null);

    expect(gaps).toHaveLength(1);
  });

  test('is incomplete where there are more targets than it looks at', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.md`);
    const a = plan('plans/a.md', `related_plans: [${names.join(', ')}]`);
    const { gaps } = await loadRelations(memoryRepository({}), { head: [a], base: [] }, null);

    expect(gaps).toEqual([
      {
        what: 'references',
        message:
          'The plans refer to 600 places, and 200 of them were not looked at, so nobody knows whether something is there: change fewer plans at once, or let them name fewer others.',
        blocking: true,
      },
    ]);
  });

  test('asks once for a file that is the same on both sides, and knows it on both', async () => {
    const a = plan('plans/a.md', 'depends_on: b.md');
    const files = { 'plans/b.md': text('title: B') };
    const repository = memoryRepository({ head: files, base: files });
    const { head, base } = await loadRelations(repository, { head: [a], base: [a] }, null, () => true);

    expect([head, base].map((side) => side.planAt('plans/b.md')?.title)).toEqual(['B', 'B']);
    expect(new Set(repository.asked.flat().map(({ side }) => side))).toEqual(new Set(['head']));
  });

  test('does not follow a plan on from where no cycle can pass', async () => {
    const a = plan('plans/a.md', 'related_plans: [b.md]');
    const repository = memoryRepository({ head: { 'plans/b.md': text('depends_on: c.md') } });
    await loadRelations(repository, { head: [a], base: [] }, null);

    expect(repository.asked).toHaveLength(1);
  });

  test('does not look for a target elsewhere once it is found', async () => {
    const [a, b] = [plan('plans/a.md', 'depends_on: b.md'), plan('plans/b.md', 'title: B')];
    const repository = memoryRepository({});
    await loadRelations(repository, { head: [a, b], base: [] }, null);

    expect(repository.asked).toEqual([]);
  });
});
