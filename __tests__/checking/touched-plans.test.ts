import { describe, expect, test } from '@jest/globals';
import { findPlanFiles } from '../../src/checking/find-plan-files.ts';
import { touchedPlans } from '../../src/checking/touched-plans.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';
import { makeRelations } from '../../src/rules/relations.ts';
import type { SharedContext } from '../../src/rules/run-rules.ts';
import { selectDoors } from '../../src/settings/plan-doors.ts';
import { selectPlans } from '../../src/settings/plan-selection.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import type { SettingLayer } from '../../src/settings/settings.ts';
import { ACTIVE, day, planText, withKeys } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

const OTHERS = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`lib/${index}.ts`, 'x']));
const CODE = { 'src/search/index.ts': 'x', 'src/search/rank.ts': 'x' };

const plan = (code: string, changes: Readonly<Record<string, string | null>> = {}): string =>
  planText(withKeys(ACTIVE, { related_code: code, ...changes }));
const modified = (path: string): ChangedFile => ({ path, previousPath: null, change: 'modified' });

/** What is said, as `path: names`; and what the repository was asked to read. */
async function told(
  files: Readonly<Record<string, string>>,
  changed: readonly ChangedFile[],
  config: SettingLayer = {},
) {
  const repository = memoryRepository(
    { head: { ...OTHERS, ...CODE, ...files } },
    { files: changed, gap: null },
  );
  const settings = resolveSettings({ inputs: { today: day('2026-03-02') }, config, now: 0 });
  const isPlan = selectPlans(settings);
  const found = await findPlanFiles(repository, { kind: 'changed' }, isPlan, selectDoors(settings));
  const nothing = makeRelations({ plans: new Map(), exists: () => null });
  const shared: SharedContext = {
    ...{ run: 'changes', settings, relations: nothing, baseRelations: nothing, renames: new Map() },
    ...{ reviewStamps: [], staleEdits: [], schemaKeys: new Set(), comparesWithBase: true },
  };
  const question = { found, isPlan, run: 'changes', settings } as const;
  const { diagnostics, gaps } = await touchedPlans(repository, question, shared, settings);
  return {
    told: diagnostics.map(({ path, message }) => `${path}: ${/\((.*)\)/.exec(message)?.[1]}`),
    gaps: gaps.map(({ message }) => message),
    asked: repository.asked.flat().map(({ path }) => path),
  };
}

const MINE = 'docs/plans/mine.md';
const CHANGE = [modified(MINE), modified('src/search/index.ts')];

describe('a change that touches code', () => {
  test('is told of the active plans that name it: files before folders, and those before globs', async () => {
    expect(
      await told(
        {
          [MINE]: plan('[src/search]'),
          'docs/plans/a-glob.md': plan('["src/**/index.ts"]'),
          'docs/plans/b-folder.md': plan('[src/search]'),
          'docs/plans/c-file.md': plan('[src/search/index.ts, src/search]'),
          'docs/plans/d-other.md': plan('[src/search/rank.ts]'),
          'docs/plans/e-draft.md': plan('[src/search]', { lifecycle: 'draft' }),
          'docs/plans/f-summary.md': plan('[src/search]', { type: 'summary' }),
        },
        CHANGE,
      ),
    ).toMatchObject({
      told: [
        'docs/plans/c-file.md: "src/search/index.ts" and "src/search"',
        'docs/plans/b-folder.md: "src/search"',
        'docs/plans/a-glob.md: "src/**/index.ts"',
      ],
      gaps: [],
    });
  });

  test('names no entry that covers too much', async () => {
    const files = { [MINE]: plan('[]'), 'docs/plans/a.md': plan('[src/search/index.ts, "**", "lib/**"]') };
    expect(await told(files, [...CHANGE, modified('lib/1.ts')])).toMatchObject({
      told: ['docs/plans/a.md: "src/search/index.ts"'],
    });
  });

  test('is told of five at the most, and that there are more', async () => {
    const plans = Array.from({ length: 7 }, (_, index) => [`docs/plans/${index}.md`, plan('[src/search]')]);
    const result = await told({ ...Object.fromEntries(plans), [MINE]: plan('[]') }, CHANGE);
    expect(result.told).toHaveLength(5);
    expect(result.gaps).toEqual(['The change touches code of 7 plans; 5 of them are told.']);
  });

  test('counts a renamed file at both its places', async () => {
    const renamed = { path: 'lib/new.ts', previousPath: 'src/search/old.ts', change: 'renamed' } as const;
    expect(
      await told({ [MINE]: plan('[]'), 'docs/plans/a.md': plan('[src/search]') }, [modified(MINE), renamed]),
    ).toMatchObject({ told: ['docs/plans/a.md: "src/search"'] });
  });

  test('says nothing of an entry that covers a fifth of the files', async () => {
    expect(
      await told({ [MINE]: plan('[]'), 'docs/plans/a.md': plan('[lib]') }, [
        modified(MINE),
        modified('lib/1.ts'),
      ]),
    ).toMatchObject({ told: [], gaps: [] });
  });
});

describe('nothing is asked for', () => {
  const files = { [MINE]: plan('[]'), 'docs/plans/a.md': plan('[src/search]') };
  const nothing = { told: [], gaps: [], asked: [] };

  test('when no code is touched, or the rule is off', async () => {
    expect(await told(files, [modified(MINE)])).toEqual(nothing);
    const off = { rules: { 'related-code-touched': { level: 'off', options: {} } } } as const;
    expect(await told(files, CHANGE, off)).toEqual(nothing);
  });

  test('when no plan is changed, unless a comment may be made all the same', async () => {
    const code = [modified('src/search/index.ts')];
    expect(await told(files, code)).toEqual(nothing);
    expect(await told(files, code, { comment: 'related' })).toMatchObject({
      told: ['docs/plans/a.md: "src/search"'],
    });
  });
});
