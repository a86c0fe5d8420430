import { describe, expect, test } from '@jest/globals';
import { type CheckRequest, check } from '../../src/check.ts';
import type { ChangedFile } from '../../src/repository/repository.ts';
import { formatBaseline } from '../../src/settings/baseline-file.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import type { SettingLayer } from '../../src/settings/settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { day } from '../report/sample-report.ts';
import { ACTIVE, planText, withKeys } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

const PATH = '.github/plan-check-baseline.json';
const TODAY: SettingLayer = { today: day('2026-03-02') };

type Files = NonNullable<NonNullable<Parameters<typeof memoryRepository>[0]>['head']>;

const run = (files: Files, more: Partial<CheckRequest> = {}) =>
  check({
    repository: memoryRepository({ head: files, trusted: files }),
    scope: { kind: 'all' },
    run: 'scan',
    event: 'scan',
    settings: resolveSettings({ inputs: TODAY, config: {}, now: 0 }),
    version: '0.0.0',
    withinSchemaTime: timeBudget(1_000),
    ...more,
  });

/** A plan with a title like no other, so that nobody takes it for one of them. */
const titled = (title: string, ...texts: readonly string[]): string =>
  planText(withKeys(ACTIVE, { title }), `# A\n\n${texts.map((text) => `- [] ${text}\n`).join('')}`);

/** The files, with a baseline of what they hold. */
async function withBaseline(files: Files): Promise<Files> {
  const { standing } = await run(files, { baseline: 'nothing' });
  return { ...files, [PATH]: formatBaseline(standing) };
}

/** Of each finding its plan's path, its rule and whether it is known; and what is said of the baseline. */
async function found(files: Files, more: Partial<CheckRequest> = {}) {
  const { report } = await run(files, more);
  return {
    findings: report.plans.flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ rule, known }) => [path, rule, known]),
    ),
    outdated: report.coverage.flatMap(({ what, message }) => (what === 'baseline' ? [message] : [])),
  };
}

const known = (path: string) => [path, 'malformed-checkbox', true];

describe('a run with a baseline', () => {
  test('finds one new mistake and no other', async () => {
    const files = await withBaseline({ 'plans/a.md': titled('A', 'One'), 'plans/b.md': titled('B', 'Two') });
    const { report } = await run(files);
    expect(report.counts).toMatchObject({ errors: 0, warnings: 0, notices: 0 });
    expect((await run({ ...files, 'plans/b.md': titled('B', 'Two', 'Three') })).report.counts).toMatchObject({
      ...{ errors: 0, warnings: 0, notices: 1 },
    });
  });

  test('says what is gone, for it would hide the next one', async () => {
    const files = await withBaseline({
      'plans/a.md': titled('A', 'One', 'Two'),
      'plans/b.md': titled('B', 'Three'),
    });
    const { 'plans/b.md': _, ...rest } = files;
    expect(await found({ ...rest, 'plans/a.md': titled('A', 'One') })).toEqual({
      findings: [known('plans/a.md')],
      outdated: [
        `2 findings in the baseline are gone from the plans ("${PATH}"): write it anew with "plan-check check --write-baseline".`,
      ],
    });
  });

  test('does not say it of plans that may lie behind a link now', async () => {
    const files = await withBaseline({
      'plans/old/a.md': titled('A', 'One'),
      'plans/b.md': titled('B', 'Two'),
    });
    const { 'plans/old/a.md': _, ...rest } = files;
    const link = { kind: 'symbolic-link', target: '/old' } as const;
    expect(await found({ ...rest, 'plans/old': link })).toEqual({
      findings: [['plans/old', 'unreadable-file', false], known('plans/b.md')],
      outdated: [],
    });
    expect((await found(rest)).outdated).toHaveLength(1);
  });

  test('says it only of the plans that it looked at', async () => {
    const files = await withBaseline({ 'plans/a.md': titled('A', 'One'), 'plans/b.md': titled('B', 'Two') });
    const mended = { ...files, 'plans/a.md': titled('A'), 'plans/b.md': titled('B') };
    const scope = { kind: 'paths', paths: ['plans/a.md'], gap: null } as const;
    const { outdated } = await found(mended, { scope });
    expect(outdated).toEqual([expect.stringMatching(/^1 finding in the baseline is gone/)]);
  });

  describe('does not say it of what a rule keeps silent about in this run only', () => {
    const draft = planText(withKeys(ACTIVE, { lifecycle: 'draft', title: 'A' }));
    const changing = (before: string, after: string, files: Files) => ({
      run: 'changes' as const,
      event: 'diff',
      scope: { kind: 'changed' as const },
      repository: memoryRepository(
        { base: { 'plans/a.md': before }, head: { ...files, 'plans/a.md': after }, trusted: files },
        { files: [{ path: 'plans/a.md', previousPath: null, change: 'modified' }], gap: null },
      ),
    });

    test.each([
      ['a plan that becomes active', draft, withKeys(ACTIVE, { reviewed: null, expires: null, owner: null })],
      ['files that nobody asked for', null, withKeys(ACTIVE, { related_code: 'gone/**' })],
    ] as const)('%s', async (_, base, lines) => {
      const text = planText(lines);
      const files = await withBaseline({ 'plans/a.md': text });
      expect(JSON.parse(String(files[PATH])).entries).not.toEqual([]);
      const { outdated } = await found(files, changing(base ?? text, `${text}\nMore.\n`, files));
      expect(outdated).toEqual([]);
    });

    test('front matter that cannot be read', async () => {
      const files = await withBaseline({ 'plans/a.md': titled('A', 'One') });
      const broken = titled('A', 'One').replace('title: A', 'title: "A');
      expect((await found({ ...files, 'plans/a.md': broken })).outdated).toEqual([]);
    });
  });

  test('knows a plan that moved to another folder', async () => {
    const { 'plans/a.md': text = '', ...rest } = await withBaseline({ 'plans/a.md': titled('A', 'One') });
    expect(await found({ ...rest, 'plans/more/a.md': text })).toEqual({
      findings: [known('plans/more/a.md')],
      outdated: [],
    });
  });

  test('knows none of two plans that may have been it', async () => {
    const { 'plans/a.md': text = '', ...rest } = await withBaseline({ 'plans/a.md': titled('A', 'One') });
    const { findings } = await found({
      ...rest,
      'plans/x/a.md': text,
      'plans/y/a.md': titled('Y', 'One', 'Two'),
    });
    expect(findings).not.toContainEqual(known('plans/x/a.md'));
    expect(findings).not.toContainEqual(known('plans/y/a.md'));
  });

  test('knows a plan that a change renames and edits', async () => {
    const before = await withBaseline({ 'plans/a.md': titled('A', 'One') });
    const head = { [PATH]: before[PATH] ?? '', 'plans/b.md': `${titled('A', 'One')}\nMore.\n` };
    const change: ChangedFile = { path: 'plans/b.md', previousPath: 'plans/a.md', change: 'renamed' };
    const repository = memoryRepository(
      { head, trusted: head, base: before },
      { files: [change], gap: null },
    );
    const { findings } = await found(head, { repository, scope: { kind: 'changed' }, run: 'changes' });
    expect(findings).toContainEqual(known('plans/b.md'));
  });

  test('knows a file that could not be read', async () => {
    const head = { 'plans/a.md': { kind: 'unreadable', reason: 'binary' } } as const;
    const request = (trusted: Files) => ({ repository: memoryRepository({ head, trusted }) });
    const { standing } = await run({}, { ...request({}), baseline: 'nothing' });
    const { findings } = await found({}, request({ [PATH]: formatBaseline(standing) }));
    expect(findings).toEqual([['plans/a.md', 'unreadable-file', true]]);
  });
});

describe('the file', () => {
  const named = (baseline: string) => ({
    settings: resolveSettings({ inputs: TODAY, config: { baseline }, now: 0 }),
  });

  test('may lie elsewhere, and is read on the trusted side', async () => {
    const { [PATH]: text = '', ...files } = await withBaseline({ 'plans/a.md': titled('A', 'One') });
    const repository = memoryRepository({ head: files, trusted: { 'known.json': text } });
    expect(await found(files, { ...named('known.json'), repository })).toEqual({
      findings: [known('plans/a.md')],
      outdated: [],
    });
  });

  test('must be there when it is named', async () => {
    await expect(run({}, named('known.json'))).rejects.toThrow(
      'There is no baseline "known.json"; correct "baseline" in the configuration, or write it anew with "plan-check check --write-baseline".',
    );
  });

  test('must be readable', async () => {
    await expect(run({ [PATH]: '{' })).rejects.toThrow(`${PATH}:1: this is no JSON;`);
  });
});
