import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.ts';
import type { LoadedPlan } from '../../src/checking/load-plans.ts';
import { pairMovedPlans } from '../../src/checking/pair-moved-plans.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { ends } from '../ends.ts';
import { day } from '../report/sample-report.ts';
import { memoryRepository } from './memory-repository.ts';

const TODAY = day('2026-03-01');

const came = (path: string, text: string): LoadedPlan => ({
  file: { path, previousPath: null, change: 'added' },
  head: parsePlan(path, text),
  base: null,
  unreadable: null,
  unreadableBefore: null,
});

const went = (path: string, text: string): LoadedPlan => ({
  file: { path, previousPath: null, change: 'removed' },
  head: null,
  base: parsePlan(path, text),
  unreadable: null,
  unreadableBefore: null,
});

const moves = (plans: readonly LoadedPlan[]): readonly string[] =>
  pairMovedPlans(plans).map(
    ({ file: { path, previousPath, change }, base }) =>
      `${change} ${previousPath === null ? '' : `${previousPath} -> `}${path}${change === 'renamed' ? `, before: ${base?.path}` : ''}`,
  );

const plan = (title: string, created: string, lines: readonly string[]): string =>
  `---\ntype: plan\ntitle: ${title}\nstatus: active\ncreated: ${created}\n---\n# ${title}\n\n## Goals\n\n${lines.join('\n')}\n`;

/** Lines of a plan's own. */
const about = (subject: string, count = 10): readonly string[] =>
  Array.from({ length: count }, (_, index) => `- ${subject}, part ${index}`);

const tasks = (subject: string, count = 10): readonly string[] =>
  about(subject, count).map((line) => line.replace('- ', '- [ ] '));

describe('a plan that came and one that went are one renamed plan', () => {
  test('when the text is the same', () => {
    const text = plan('Buoys', '2026-01-05', about('Buoys'));
    expect(moves([came('plans/done/b.md', text), went('plans/a.md', text)])).toEqual([
      'renamed plans/a.md -> plans/done/b.md, before: plans/a.md',
    ]);
  });

  test('when title and day of creation are, however much else changed', () => {
    expect(
      moves([
        went('plans/a.md', plan('Buoys', '2026-01-05', about('Buoys'))),
        came('plans/b.md', plan('Buoys', '2026-01-05', about('Chains'))),
      ]),
    ).toEqual(['renamed plans/a.md -> plans/b.md, before: plans/a.md']);
  });

  test('when the title and half of their lines are, ticked or not', () => {
    const before = plan('Buoys', '2026-01-05', tasks('Buoys'));
    const after = plan('BUOYS', '2026-02-01', [
      ...tasks('Buoys', 5).map((line) => line.replace('[ ]', '[x]')),
      ...about('Chains', 5),
    ]);
    expect(moves([went('plans/a.md', before), came('plans/b.md', after)])).toEqual([
      'renamed plans/a.md -> plans/b.md, before: plans/a.md',
    ]);
  });

  test('when half of their lines but the tasks are, whatever they are called', () => {
    const before = plan('Buoys', '2026-01-05', [...about('Buoys'), ...tasks('Buoys')]);
    const after = plan('Buoys and chains', '2026-02-01', [
      ...about('Buoys', 5),
      ...about('Chains', 5),
      ...tasks('Chains'),
    ]);
    expect(moves([went('plans/a.md', before), came('plans/b.md', after)])).toEqual([
      'renamed plans/a.md -> plans/b.md, before: plans/a.md',
    ]);
  });

  test('also behind a byte order mark, and with CRLF', () => {
    const before = plan('Buoys', '2026-01-05', about('Buoys'));
    const after = `\uFEFF${plan('Nets', '2026-02-01', about('Buoys')).replaceAll('\n', '\r\n')}`;
    expect(moves([went('plans/a.md', before), came('plans/b.md', after)])).toEqual([
      'renamed plans/a.md -> plans/b.md, before: plans/a.md',
    ]);
  });
});

describe('two plans stay two', () => {
  test.each([
    [
      'with less than half of their lines in common',
      plan('Buoys', '2026-01-05', about('Buoys')),
      plan('Chains', '2026-02-01', [...about('Buoys', 4), ...about('Chains', 6)]),
    ],
    [
      'with headings, labels and the template’s own lines in common',
      plan('Buoys', '2026-01-05', [
        ...['## Goals', '### Tasks', '**Priority:** [High]', '**Exit gate:**', '- [Goal 1]', '---'],
        ...about('Buoys', 3),
      ]),
      plan('Chains', '2026-02-01', [
        ...['## Goals', '### Tasks', '**Priority:** [High]', '**Exit gate:**', '- [Goal 1]', '---'],
        ...about('Chains', 3),
      ]),
    ],
    [
      'with another title, and no more than their tasks in common',
      plan('Billing', '2026-01-05', [...tasks('Usual'), '| Tell | the users |', 'Invoices, taxes.']),
      plan('Mail', '2026-01-05', [...tasks('Usual'), '| Tell | the users |', 'Queues, bounces.']),
    ],
    [
      'with one title, and no day of creation',
      plan('Roadmap', '', about('Buoys')),
      plan('Roadmap', '', about('Chains')),
    ],
    ['without any text', '', ''],
    ['with two lines in all', '- [ ] Write it\n- [ ] Test it\n', '# B\n- [ ] Write it\n- [ ] Test it\n'],
  ])('%s', (_, before, after) => {
    expect(moves([went('plans/a.md', before), came('plans/b.md', after)])).toEqual([
      'removed plans/a.md',
      'added plans/b.md',
    ]);
  });
});

test('every plan is paired once, the surest and the most alike first, and the others stay as they are', () => {
  const buoys = plan('Buoys', '2026-01-05', about('Buoys'));
  expect(
    moves([
      came('plans/done/copy.md', buoys),
      came('plans/done/buoys.md', buoys),
      came('plans/half.md', plan('Half', '2026-03-01', [...about('Nets', 6), ...about('Ropes', 4)])),
      came('plans/most.md', plan('Most', '2026-03-01', [...about('Nets', 8), ...about('Lamps', 2)])),
      {
        ...came('plans/kept.md', buoys),
        file: { path: 'plans/kept.md', previousPath: null, change: 'modified' },
      },
      went('plans/buoys.md', buoys),
      went('plans/nets.md', plan('Nets', '2026-01-05', about('Nets'))),
      went('plans/gone.md', plan('Gone', '2026-01-05', about('Fog'))),
    ]),
  ).toEqual([
    'added plans/done/copy.md',
    'renamed plans/buoys.md -> plans/done/buoys.md, before: plans/buoys.md',
    'added plans/half.md',
    'renamed plans/nets.md -> plans/most.md, before: plans/nets.md',
    'modified plans/kept.md',
    'removed plans/gone.md',
  ]);
});

test('hundreds of plans are paired without comparing each with each', () => {
  const count = 150;
  const text = (index: number, edited: boolean): string =>
    plan(`Plan ${index}${edited ? ' b' : ''}`, '2026-01-05', [
      ...about('What all plans say', 10),
      ...about(`Thing ${index}`, 20).slice(edited ? 6 : 0),
    ]);
  const plans = Array.from({ length: count }, (_, index) => [
    went(`plans/${index}.md`, text(index, false)),
    came(`plans/new/${index}.md`, text(index, true)),
  ]).flat();
  const paired = ends(() => pairMovedPlans(plans));
  expect(paired).toHaveLength(count);
  expect(paired.every(({ file, base }) => file.path.endsWith(base?.path.slice('plans'.length) ?? '-'))).toBe(
    true,
  );
});

test('a plan that went to a place that is no plan’s is no other plan, however much alike', () => {
  const text = plan('Buoys', '2026-01-05', about('Buoys'));
  const gone = went('plans/a.md', text);
  expect(
    moves([{ ...gone, file: { ...gone.file, movedTo: 'plans/README.md' } }, came('plans/b.md', text)]),
  ).toEqual(['removed plans/a.md', 'added plans/b.md']);
});

describe('a run over a plan that was copied and then deleted', () => {
  const before = plan('Buoys', '2026-01-05', tasks('Buoys', 4));
  const after = before.replace('status: active', 'status: completed').replaceAll('[ ]', '[x]');
  const changed: readonly ChangedFile[] = [
    { path: 'docs/plans/active/buoys.md', previousPath: null, change: 'removed' },
    { path: 'docs/plans/completed/sea-marks.md', previousPath: null, change: 'added' },
  ];

  test('shows one row with its history, and asks for nothing more', async () => {
    const repository = memoryRepository(
      {
        base: { 'docs/plans/active/buoys.md': before },
        head: { 'docs/plans/completed/sea-marks.md': after },
      },
      { files: changed, gap: null },
    );
    const { report } = await check({
      repository,
      scope: { kind: 'changed' },
      run: 'changes',
      event: 'diff',
      settings: resolveSettings({ inputs: { today: TODAY }, config: {}, now: 0 }),
      version: '0.0.0',
      withinSchemaTime: timeBudget(1_000),
    });
    expect(report.plans).toHaveLength(1);
    expect(report.plans[0]).toMatchObject({
      path: 'docs/plans/completed/sea-marks.md',
      previousPath: 'docs/plans/active/buoys.md',
      change: 'renamed',
      delta: {
        tasks: { added: [], removed: [], ticked: [{}, {}, {}, {}] },
        lifecycle: { from: 'active', to: 'completed' },
      },
    });
    expect(report.counts.plans).toBe(1);
    expect(repository.asked).toEqual([
      [{ side: 'trusted', path: '.github/plan-check-baseline.json' }],
      [
        { side: 'head', path: 'docs/plans/completed/sea-marks.md' },
        { side: 'base', path: 'docs/plans/active/buoys.md' },
      ],
    ]);
  });

  test('keeps a file that says it is no plan apart', async () => {
    const repository = memoryRepository(
      {
        base: { 'docs/plans/active/buoys.md': before },
        head: { 'docs/plans/completed/sea-marks.md': after.replace('type: plan', 'type: summary') },
      },
      { files: changed, gap: null },
    );
    const { report } = await check({
      repository,
      scope: { kind: 'changed' },
      run: 'changes',
      event: 'diff',
      settings: resolveSettings({ inputs: { today: TODAY }, config: {}, now: 0 }),
      version: '0.0.0',
      withinSchemaTime: timeBudget(1_000),
    });
    expect(report.plans.map(({ path, change }) => `${change} ${path}`)).toEqual([
      'removed docs/plans/active/buoys.md',
    ]);
    expect(report.counts.skipped).toBe(1);
  });
});

test('a run over a plan that became a README, and one of the same tasks that came, holds nothing for old and tells both', async () => {
  const body = [...tasks('Usual', 5), ''];
  const before = plan('Move billing', '2026-01-05', [...body, 'Invoices, taxes.']);
  const repository = memoryRepository(
    {
      base: { 'docs/plans/billing.md': before },
      head: {
        'docs/plans/README.md': before,
        'docs/plans/mail.md': plan('Move mail', '2026-01-05', [...body, 'Queues, bounces.']),
      },
    },
    {
      files: [
        { path: 'docs/plans/README.md', previousPath: 'docs/plans/billing.md', change: 'renamed' },
        { path: 'docs/plans/mail.md', previousPath: null, change: 'added' },
      ],
      gap: null,
    },
  );
  const { report } = await check({
    repository,
    scope: { kind: 'changed' },
    run: 'changes',
    event: 'diff',
    settings: resolveSettings({ inputs: { today: TODAY }, config: {}, now: 0 }),
    version: '0.0.0',
    withinSchemaTime: timeBudget(1_000),
  });
  expect(
    report.plans.map(({ path, previousPath, change, movedTo, diagnostics }) => ({
      path,
      previousPath,
      change,
      movedTo,
      old: diagnostics.filter(({ isNew }) => !isNew).length,
    })),
  ).toEqual([
    { path: 'docs/plans/mail.md', previousPath: null, change: 'added', movedTo: undefined, old: 0 },
    {
      path: 'docs/plans/billing.md',
      previousPath: null,
      change: 'removed',
      movedTo: 'docs/plans/README.md',
      old: 0,
    },
  ]);
  expect(report.conclusion).toBe('failure');
});
