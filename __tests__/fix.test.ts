import { describe, expect, test } from '@jest/globals';
import { type Fixed, fix } from '../src/fix.ts';
import { parsePlan } from '../src/plan/parse-plan.ts';
import { applySplices } from '../src/rules/splice.ts';
import { resolveSettings } from '../src/settings/resolve-settings.ts';
import { timeBudget } from '../src/time-budget.ts';
import { memoryRepository } from './checking/memory-repository.ts';
import { fc } from './fuzzing/fast-check.ts';
import { day } from './report/sample-report.ts';
import { phases, phaseTable } from './rules/bodies.ts';
import { ACTIVE, planText, withKeys } from './rules/rule-test.ts';

const fixAll = (files: Readonly<Record<string, string>>): Promise<Fixed> =>
  fix({
    repository: memoryRepository({ head: files }),
    scope: { kind: 'all' },
    run: 'changes',
    event: 'fix',
    settings: resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 }),
    version: '0.0.0',
    schemaTime: () => timeBudget(1_000),
  });

const PATH = 'docs/plans/active/search.md';
const OTHER = 'docs/plans/active/other.md';

/** What a plan says after its fixes; what it said where there were none. */
async function fixed(text: string): Promise<string> {
  const { files } = await fixAll({ [PATH]: text, [OTHER]: planText(ACTIVE) });
  return files.find(({ path }) => path === PATH)?.after.text ?? text;
}

describe('a plan with several mistakes', () => {
  const BROKEN = planText(
    withKeys(ACTIVE, { lifecycle: '"Active" # since May', related_plans: '[old/other.md]' }),
    phases(
      '### Phase 1: Index ✅ COMPLETE\n\n- [x] Build it\n- [] Read it',
      phaseTable(['Phase 1', 'Done', '100%', '2026-01-05', '2026-03-13']),
    ),
  );

  test('is told how far it is when all its boxes count', async () => {
    const said = phases(
      '### Phase 1: Index\n\n-[x] Build it\n- [ ] Read it\n- [ ] Tune it',
      phaseTable(['Phase 1', '🔄', '100%', '2026-01-05', '2026-03-13']),
    );
    expect(await fixed(planText(ACTIVE, said))).toBe(
      planText(ACTIVE, said.replace('-[x]', '- [x]').replace('100%', '33%')),
    );
  });

  test('is fixed in rounds: a box that counts after the first one changes what is said in the second', async () => {
    const { files, unsettled, left } = await fixAll({ [PATH]: BROKEN, [OTHER]: planText(ACTIVE) });

    expect(files.map(({ path, before, applied }) => ({ path, before, applied }))).toEqual([
      {
        path: PATH,
        before: BROKEN,
        applied: [
          { rule: 'front-matter-schema', count: 1 },
          { rule: 'reference-missing', count: 1 },
          { rule: 'phase-overclaims', count: 3 },
          { rule: 'malformed-checkbox', count: 1 },
        ],
      },
    ]);
    expect(files[0]?.after.text).toBe(
      BROKEN.replace('"Active"', '"active"')
        .replace('old/other.md', 'docs/plans/active/other.md')
        .replace('✅ COMPLETE', '🔄 IN PROGRESS')
        .replace('Done', 'In Progress')
        .replace('100%', '50%')
        .replace('- []', '- [ ]'),
    );
    expect(unsettled).toEqual([]);
    expect(left.report.plans.flatMap(({ diagnostics }) => diagnostics).filter((one) => one.fix)).toEqual([]);
  });

  test('is left alone where it waives the finding', async () => {
    const waived = BROKEN.replace(
      '\n---\n\n',
      '\ncheck:\n  ignore:\n    - rule: malformed-checkbox\n      reason: Not ours.\n---\n\n',
    );
    expect(await fixed(waived)).toContain('\n- [] Read it');
  });

  test('and one with none stays as it is', async () => {
    expect((await fixAll({ [OTHER]: planText(ACTIVE) })).files).toEqual([]);
  });
});

describe('whatever a plan looks like', () => {
  const boxes = fc
    .array(
      fc.constantFrom('- [x] a', '- [ ] b', '- [] c', '-[ ] d', '- [x]e', '* [ x] f', '- g', '  - [X ] h'),
      {
        maxLength: 5,
      },
    )
    .map((lines) => lines.join('\n'));
  const tail = fc.constantFrom(
    '',
    ' ✅',
    ' ✅ COMPLETE (2026-02-01)',
    ' [DONE]',
    ' (80%)',
    ' - Complete',
    ' :x:',
  );
  const phase = fc.tuple(tail, boxes).map(
    ([mark, list]) =>
      (index: number) =>
        `### Phase ${index}: Part ${index}${mark}\n\n${list}`,
  );
  const row = fc.tuple(
    fc.constantFrom(
      '✅ Complete',
      '✅ **Done**',
      '🔄',
      '⏳ Not started',
      'complete',
      '100%',
      '❌',
      '[x]',
      '',
    ),
    fc.constantFrom('', '0%', '**50 %**', '100%', '[100]%'),
  );
  const keys = fc.record(
    {
      lifecycle: fc.constantFrom('Active', "'ACTIVE'", 'active', '"Draft" # x', '&a Active'),
      ai: fc.constantFrom('{ priority: HIGH }', '\n  # note\n  priority: "High"', '{ priority: low }'),
      related_plans: fc.constantFrom(
        '[gone/other.md]',
        '\n  - other.md # here\n  - gone/other.md',
        'gone/other.md',
      ),
      token_budget: fc.constantFrom('5', 'null'),
    },
    { requiredKeys: [] },
  );
  const plan = fc
    .tuple(
      keys,
      fc.array(phase, { minLength: 1, maxLength: 3 }),
      fc.array(row, { maxLength: 3 }),
      fc.constantFrom('', '\n\n## Progress\n\n**Completion:** 90% overall', '\n\n**Status:** Draft'),
      fc.boolean(),
      fc.constantFrom('', '\uFEFF'),
      fc.boolean(),
    )
    .map(([changes, parts, rows, more, onWindows, mark, hasEnd]) => {
      const table = phaseTable(
        ...rows.map(
          ([status, progress], index) =>
            [`Phase ${index + 1}`, status, progress, '2026-01-05', '2026-03-13'] as const,
        ),
      );
      const body = phases(...parts.map((write, index) => write(index + 1)), table) + more;
      const text = planText(withKeys(ACTIVE, changes), hasEnd ? `${body}\n` : body.trimEnd());
      return mark + (onWindows ? text.replaceAll('\n', '\r\n') : text);
    });

  test('fixing it twice is fixing it once, in the line ends that it has', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (text) => {
        const once = await fixed(text);
        const twice = await fixed(once);
        expect(twice).toBe(once);
        expect(once.includes('\r\n')).toBe(text.includes('\r\n'));
        expect(once.replaceAll('\r\n', '').includes('\r')).toBe(false);
        expect(once.endsWith('\n')).toBe(text.endsWith('\n'));
        const [before, after] = [parsePlan(PATH, text), parsePlan(PATH, once)];
        expect(after.frontMatter.state).toBe('read');
        expect(Object.keys(after.frontMatter.data)).toEqual(Object.keys(before.frontMatter.data));
        expect(after.phases.map(({ name, number }) => [name, number])).toEqual(
          before.phases.map(({ name, number }) => [name, number]),
        );
        const ticked = (lines: string): number => lines.match(/\[\s*x\s*\]/gi)?.length ?? 0;
        expect(ticked(once)).toBe(ticked(text));
      }),
      { numRuns: 40 },
    );
  });
});

test('splices are applied wherever they stand in the list', () => {
  const splices = [
    { from: 4, to: 5, text: 'E' },
    { from: 0, to: 0, text: '>' },
  ];
  expect(applySplices('abcdef', splices)).toBe('>abcdEf');
});
