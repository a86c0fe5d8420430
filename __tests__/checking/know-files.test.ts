import { describe, expect, test } from '@jest/globals';
import type { FoundPlanFiles } from '../../src/checking/find-plan-files.ts';
import { knowFiles } from '../../src/checking/know-files.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { ChangedFile, Repository } from '../../src/repository/repository.ts';
import { makeRelations } from '../../src/rules/relations.ts';
import type { SharedContext } from '../../src/rules/run-rules.ts';
import { ENDLESS, type RunTime } from '../../src/run-time.ts';
import { day } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

const isPlan = (path: string): boolean => path.startsWith('plans/') && path.endsWith('.md');
const planAt = (path: string, fields = ''): Plan =>
  parsePlan(path, `---\nlifecycle: active\n${fields}\n---\n`);
const files = {
  'plans/a.md': '',
  'src/a.ts': '',
  'src/x/b.ts': '',
  'plans/old/b.md': '---\ntitle: B\n---\n',
};

const FOUND: FoundPlanFiles = {
  files: [],
  everyFile: null,
  wasListed: false,
  changes: [],
  isUnchanged: () => false,
  gaps: [],
};

/** A repository that counts how often it lists its files. */
function counting(gap: string | null = null): Repository & { lists: number } {
  const repository = memoryRepository({ head: files });
  return {
    ...repository,
    lists: 0,
    listFiles() {
      this.lists += 1;
      return Promise.resolve({ paths: Object.keys(files), gap });
    },
  };
}

async function known(
  repository: Repository,
  plan: Plan,
  {
    base = planAt(plan.path),
    found = {},
    rules = {},
    time = ENDLESS,
  }: {
    readonly time?: RunTime;
    readonly base?: Plan | null;
    readonly found?: Partial<FoundPlanFiles>;
    readonly rules?: SharedContext['settings']['rules'];
  } = {},
) {
  const relations = makeRelations({ plans: new Map([[plan.path, plan]]), exists: () => null });
  const shared: SharedContext = {
    run: 'changes',
    settings: {
      profile: 'recommended',
      rules,
      today: day('2026-06-15'),
      reviewEvery: 30,
      expiringWithin: 14,
    },
    relations,
    baseRelations: relations,
    reviewStamps: [],
    staleEdits: [],
    schemaKeys: new Set(),
    comparesWithBase: true,
    renames: new Map(),
  };
  return await knowFiles(repository, {
    found: { ...FOUND, ...found },
    plans: [{ head: plan, base }],
    isPlan,
    shared,
    reading: {},
    time,
  });
}

describe('which files there are', () => {
  test('is not asked where no rule needs it', async () => {
    const repository = counting();
    const { relations, gaps } = await known(repository, planAt('plans/a.md'));

    expect(relations.files).toBeNull();
    expect(gaps).toEqual([]);
    expect(repository.lists).toBe(0);
  });

  const code = planAt('plans/a.md', 'related_code: src');
  test.each<readonly [string, Partial<RunTime>]>([
    ['to find out whether it is needed takes too long', { withinPlan: () => null }],
    ['the time of the run is up', { isUp: () => true }],
  ])('is asked where %s', async (_, bounds) => {
    const repository = counting();
    await known(repository, code, { base: code, time: { ...ENDLESS, ...bounds } });
    expect(repository.lists).toBe(1);
  });

  test('is asked where more may be gone than is cheaply told, and not before', async () => {
    const globs = planAt('plans/a.md', 'related_code: ["lib/*.ts", "lib/*.js"]');
    const gone = (length: number): readonly ChangedFile[] =>
      Array.from({ length }, (_, index) => ({ path: `x/${index}`, previousPath: null, change: 'removed' }));
    const repository = counting();
    await known(repository, globs, { base: globs, found: { changes: gone(50) } });
    expect(repository.lists).toBe(0);
    await known(repository, globs, { base: globs, found: { changes: gone(51) } });
    expect(repository.lists).toBe(1);
  });

  test('is asked once for a plan that names code, and known on both sides', async () => {
    const repository = counting();
    const changes: readonly ChangedFile[] = [
      { path: 'src/a.ts', previousPath: 'src/old.ts', change: 'renamed' },
      { path: 'src/x/b.ts', previousPath: null, change: 'added' },
      { path: 'src/gone.ts', previousPath: null, change: 'removed' },
    ];
    const { relations, baseRelations } = await known(repository, planAt('plans/a.md', 'related_code: src'), {
      found: { changes },
    });

    expect(repository.lists).toBe(1);
    expect([...(relations.files ?? [])]).toEqual(Object.keys(files));
    expect([...(baseRelations.files ?? [])].sort()).toEqual(
      ['plans/a.md', 'plans/old/b.md', 'src/gone.ts', 'src/old.ts'].sort(),
    );
    expect(relations.planFiles).toEqual(['plans/a.md', 'plans/old/b.md']);
    const asked = ['src/a.ts', 'src', 'src/c.ts', 'src/a.ts/below'];
    expect(asked.map(relations.exists)).toEqual([true, true, false, null]);
  });

  test('is not asked for a rule that is off, nor for a plan that no such rule looks at', async () => {
    const repository = counting();
    const off = { 'related-code-missing': { level: 'off', options: {} } } as const;
    await known(repository, planAt('plans/a.md', 'related_code: src'), { rules: off });
    await known(repository, parsePlan('plans/a.md', '---\nlifecycle: completed\nrelated_code: src\n---\n'));

    expect(repository.lists).toBe(0);
  });

  test('is not asked for code that the plan named before, unless the change takes some of it away', async () => {
    const repository = counting();
    const plan = planAt('plans/a.md', 'related_code: src');
    await known(repository, plan, { base: plan });
    await known(repository, plan, {
      base: plan,
      found: { changes: [{ path: 'lib/a.ts', previousPath: null, change: 'removed' }] },
    });
    expect(repository.lists).toBe(0);

    await known(repository, plan, {
      base: plan,
      found: { changes: [{ path: 'lib/a.ts', previousPath: 'src/a.ts', change: 'renamed' }] },
    });
    expect(repository.lists).toBe(1);
  });

  test('stays unknown at the base when the list of changes was cut', async () => {
    const plan = planAt('plans/a.md', 'related_code: src');
    const { relations, baseRelations } = await known(counting(), plan, { found: { changes: null } });

    expect(relations.files).not.toBeNull();
    expect(baseRelations.files).toBeNull();
  });

  test('stays unknown, and that is said, when the list was cut', async () => {
    const plan = planAt('plans/a.md', 'related_code: src');
    const { relations, gaps } = await known(counting('GitHub listed 4 files and no more.'), plan);

    expect(relations.files).toBeNull();
    expect(gaps).toEqual([
      {
        what: 'references',
        message:
          'Which files there are is not known, so nobody looked whether the code and the files that the plans name are there: GitHub listed 4 files and no more.',
        blocking: false,
      },
    ]);
  });

  test('is what finding the plans told', async () => {
    const repository = counting();
    const everyFile = new Set(['plans/a.md', 'b.ts']);
    const { relations } = await known(repository, planAt('plans/a.md'), {
      found: { everyFile, wasListed: true },
    });

    expect(relations.files).toBe(everyFile);
    expect(repository.lists).toBe(0);
  });

  test('brings the plan of the same name that lies elsewhere', async () => {
    const { relations } = await known(counting(), planAt('plans/b.md'), { base: null });

    expect(relations.planAt('plans/old/b.md')?.title).toBe('B');
  });

  test('says which plan of the same name could not be read', async () => {
    const repository = memoryRepository({
      head: { ...files, 'plans/old/b.md': { kind: 'failed', message: 'GitHub did not answer.' } },
    });
    const { gaps } = await known(repository, planAt('plans/b.md'), { base: null });

    expect(gaps).toEqual([
      {
        what: 'references',
        message:
          '1 of 1 plans that have the name of a new one could not be compared with it: GitHub did not answer.',
        blocking: false,
      },
    ]);
  });
});
