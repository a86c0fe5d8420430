import { afterEach, describe, expect, test } from '@jest/globals';
import { loadHistories } from '../../src/checking/load-histories.ts';
import type { LoadedPlan } from '../../src/checking/load-plans.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measureStaleness } from '../../src/progress/measure-staleness.ts';
import { openGitSnapshot } from '../../src/repository/git/git-repository.ts';
import type { RunKind } from '../../src/rules/rule.ts';
import { ENDLESS } from '../../src/run-time.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import {
  removeFolders,
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { ACTIVE, day, planText, withKeys } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

afterEach(removeFolders);

const PLAN = 'docs/plans/search.md';
const CODE = 'src/search/index.ts';
const OTHERS = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`lib/${index}.ts`, 'x']));

const plan = (changes: Readonly<Record<string, string | null>> = {}, body = '- [ ] Build it\n'): string =>
  planText(withKeys(ACTIVE, { related_code: '[src/search]', reviewed: '2026-02-01', ...changes }), body);

/** Each a commit at noon of its day, where it names no time. */
type Commits = readonly (readonly [day: string, subject: string, files: Readonly<Record<string, string>>])[];

const editsOf = (path: string, days: readonly string[]): Commits =>
  days.map((date) => [date, `Edit on ${date}`, { [path]: date }]);

const FIVE = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06'];

function repositoryOf(commits: Commits): TemporaryRepository {
  const repository = temporaryRepository();
  for (const [date, subject, files] of commits) {
    for (const [path, content] of Object.entries(files)) repository.write(path, content);
    repository.commit(subject, date.includes('T') ? date : `${date}T12:00:00Z`);
  }
  return repository;
}

interface Asked {
  readonly today?: string;
  readonly run?: RunKind;
  readonly text?: string;
  readonly timezone?: string;
}

/** The states of one plan, and what was not computed. */
async function statesOf(
  commits: Commits,
  { today = '2026-02-20', run = 'scan', text, timezone }: Asked = {},
) {
  const { root } = repositoryOf(commits);
  const repository = await openGitSnapshot({ cwd: root, head: 'HEAD' });
  const [content] = await repository.readFiles([{ side: 'head', path: PLAN }]);
  const head = parsePlan(PLAN, text ?? (content?.kind === 'text' ? content.text : ''));
  const settings = resolveSettings({ inputs: { today: day(today), timezone }, config: {}, now: 0 });
  const { histories, gaps } = await loadHistories(repository, {
    plans: [loaded(head)],
    files: null,
    run,
    settings,
  });
  const { reasons } = measureStaleness(head, settings, histories.get(PLAN) ?? null);
  return {
    past: reasons.filter(({ state }) => ['drifting', 'dormant', 'draft-stale'].includes(state)),
    gaps: gaps.map(({ message }) => message),
  };
}

const loaded = (head: LoadedPlan['head']): LoadedPlan => ({
  file: { path: PLAN, previousPath: null, change: 'unchanged' },
  ...{ head, base: null, unreadable: null, unreadableBefore: null },
});

const BEGIN: Commits = [['2026-02-01', 'Begin', { [PLAN]: plan(), [CODE]: '0', ...OTHERS }]];
const drifting = (since: string, commits = 5, lastSubject = 'Edit on 2026-02-06') => ({
  state: 'drifting',
  since,
  text: `${commits} commits since the review to "src/search", the last one "${lastSubject}"`,
  evidence: [{ path: 'src/search', commits, lastSubject }],
});

describe('drift', () => {
  test('is five commits since the review, seven days after the last change of the plan', async () => {
    expect(await statesOf([...BEGIN, ...editsOf(CODE, FIVE)])).toEqual({
      past: [drifting('2026-02-08')],
      gaps: [],
    });
  });

  test('is not four, nor commits that changed the plan, nor changes that were taken back', async () => {
    const none = { past: [], gaps: [] };
    expect(await statesOf([...BEGIN, ...editsOf(CODE, FIVE.slice(1))])).toEqual(none);
    const withPlan: Commits = FIVE.map((date) => [
      date,
      date,
      { [CODE]: date, [PLAN]: plan({}, `${date}\n`) },
    ]);
    expect(await statesOf([...BEGIN, ...withPlan])).toEqual(none);
    const back = ['a', 'b', 'c', 'd', '0'].map(
      (text, index) => [FIVE[index] ?? '', text, { [CODE]: text }] as const,
    );
    expect(await statesOf([...BEGIN, ...back])).toEqual(none);
  });

  test('counts on the day of the review what came after the plan', async () => {
    expect(
      (await statesOf([...BEGIN, ...editsOf(CODE, ['2026-02-01', ...FIVE.slice(1)])])).past,
    ).toMatchObject([{ state: 'drifting', evidence: [{ commits: 5 }] }]);
    const before: Commits = [['2026-02-01T11:00:00Z', 'Before', { [CODE]: 'before', ...OTHERS }]];
    expect((await statesOf([...before, ...BEGIN, ...editsOf(CODE, FIVE.slice(1))])).past).toEqual([]);
  });

  test('ends with a changed box, and not with any other change of the plan', async () => {
    const edited = (body: string): Commits => [
      ...BEGIN,
      ...editsOf(CODE, FIVE),
      ['2026-02-15', 'Edit the plan', { [PLAN]: plan({}, body) }],
    ];
    expect((await statesOf(edited('- [x] Build it\n'))).past).toEqual([]);
    expect((await statesOf(edited('A word more.\n\n- [ ] Build it\n'))).past).toEqual([
      drifting('2026-02-08'),
    ]);
    expect((await statesOf(edited('- [x] Build it\n'), { today: '2026-02-22' })).past).toEqual([
      drifting('2026-02-22'),
    ]);
  });

  test('is by the days of the time zone', async () => {
    const late = plan({ reviewed: '2026-02-02' });
    const commits: Commits = [...BEGIN, ...editsOf(CODE, FIVE), ['2026-02-07', 'Edit', { [CODE]: 'z' }]];
    const asked = { text: late, today: '2026-02-20' };
    // The commit of 2026-02-02, at noon in UTC, is one of the next day there.
    expect((await statesOf(commits, { ...asked, timezone: 'Pacific/Kiritimati' })).past).toMatchObject([
      { evidence: [{ commits: 6 }] },
    ]);
    expect((await statesOf(commits, asked)).past).toMatchObject([{ evidence: [{ commits: 5 }] }]);
  });

  test('leaves out what covers more than a fifth of the files, and says so', async () => {
    const text = plan({ related_code: '[lib, src/search]' });
    const begin: Commits = [['2026-02-01', 'Begin', { [PLAN]: text, [CODE]: '0', ...OTHERS }]];
    expect(await statesOf([...begin, ...editsOf('lib/1.ts', FIVE)])).toEqual({
      past: [],
      gaps: [
        'Left out of drift, as they cover more than 20 % of the files: "lib"; name in "related_code" what the plan is about.',
      ],
    });
  });

  test('begins on no day where commits were made by a clock that runs ahead', async () => {
    const ahead = ['2026-02-02', '2026-02-03', '2026-02-04', '2099-01-01', '2099-01-02'];
    const { past } = await statesOf([...BEGIN, ...editsOf(CODE, ahead)]);
    expect(past.map(({ state, since }) => [state, since])).toEqual([['drifting', null]]);
  });

  test('that nobody can compute is said, and is none', async () => {
    const repository = memoryRepository({ head: { [PLAN]: plan() } });
    const settings = resolveSettings({ inputs: { today: day('2026-02-20') }, config: {}, now: 0 });
    const plans = [loaded(parsePlan(PLAN, plan()))];
    expect(await loadHistories(repository, { plans, files: null, run: 'scan', settings })).toEqual({
      histories: new Map(),
      unknown: new Set([PLAN]),
      gaps: [
        {
          what: 'history',
          message: 'drift not computed for 1 plan: this repository remembers nothing.',
          blocking: false,
          count: { of: 'drift', reason: 'this repository remembers nothing', plans: 1 },
        },
      ],
    });
  });

  test('is not computed for a plan whose globs are more than there is time for', async () => {
    const { root } = repositoryOf(BEGIN);
    const repository = await openGitSnapshot({ cwd: root, head: 'HEAD' });
    const settings = resolveSettings({ inputs: { today: day('2026-02-20') }, config: {}, now: 0 });
    const plans = [loaded(parsePlan(PLAN, plan({ related_code: '["src/search", "**/*.x"]' })))];
    const question = { plans, files: null, run: 'scan', settings } as const;
    expect((await loadHistories(repository, question)).unknown).toEqual(new Set());
    const { unknown, gaps } = await loadHistories(repository, { ...question, maxLooks: 1 });
    expect(unknown).toEqual(new Set([PLAN]));
    expect(gaps.map(({ message }) => message)).toEqual([
      'drift not computed for 1 plan: all plans together have more globs in "related_code" than are held against every file; begin them with a folder.',
    ]);
  });

  test('is not computed when the time of the run is over, which the missing judgement tells', async () => {
    const { root } = repositoryOf(BEGIN);
    const repository = await openGitSnapshot({ cwd: root, head: 'HEAD' });
    const settings = resolveSettings({ inputs: { today: day('2026-02-20') }, config: {}, now: 0 });
    const time = { ...ENDLESS, isUp: () => true };
    const plans = [loaded(parsePlan(PLAN, plan()))];
    const { unknown, gaps } = await loadHistories(repository, {
      plans,
      files: null,
      run: 'scan',
      settings,
      time,
    });
    expect(unknown).toEqual(new Set([PLAN]));
    expect(gaps).toEqual([]);
  });

  test('is left to scans where a change would have to ask for it', async () => {
    const repository = { ...memoryRepository({}), isHistoryRemote: true };
    const settings = resolveSettings({ inputs: { today: day('2026-02-20') }, config: {}, now: 0 });
    const changed = loaded(parsePlan(PLAN, plan()));
    const plans = [{ ...changed, base: changed.head }, changed];
    expect(await loadHistories(repository, { plans, files: null, run: 'changes', settings })).toEqual({
      histories: new Map(),
      unknown: new Set(),
      gaps: [
        {
          what: 'history',
          message: 'drift not computed for 1 plan: a scan asks GitHub for it, a pull request does not.',
          ...{ blocking: false, isExpected: true },
          count: { of: 'drift', reason: 'a scan asks GitHub for it, a pull request does not', plans: 1 },
        },
      ],
    });
  });

  test('of plans that are closed, snoozed, or on a change have no code is not asked for', async () => {
    const repository = memoryRepository({});
    const settings = resolveSettings({ inputs: { today: day('2026-02-20') }, config: {}, now: 0 });
    const ask = (text: string, run: RunKind) =>
      loadHistories(repository, { plans: [loaded(parsePlan(PLAN, text))], files: null, run, settings });
    const none = { histories: new Map(), unknown: new Set(), gaps: [] };
    expect(await ask(plan({ lifecycle: 'archived' }), 'scan')).toEqual(none);
    expect(await ask(plan({ check: '{snooze: {until: 2026-03-01, reason: waiting}}' }), 'scan')).toEqual(
      none,
    );
    expect(await ask(plan({ related_code: null }), 'changes')).toEqual(none);
    expect(await ask(plan({ reviewed: null }), 'changes')).toEqual(none);
  });
});

describe('what nobody touches', () => {
  test('is dormant after 30 days, counted from the last change of plan or code', async () => {
    const commits = [...BEGIN, ...editsOf(CODE, ['2026-02-10'])];
    const reason = { state: 'dormant', since: '2026-03-12', evidence: [] };
    expect((await statesOf(commits, { today: '2026-03-11' })).past).toEqual([]);
    expect((await statesOf(commits, { today: '2026-03-12' })).past).toEqual([
      { ...reason, text: 'neither the plan nor its code has changed for 30 days' },
    ]);
    expect((await statesOf(commits, { today: '2027-03-12' })).past).toEqual([
      { ...reason, text: 'neither the plan nor its code has changed for 395 days' },
    ]);
  });

  test('is stale after 60 days as a draft, whatever its code does', async () => {
    const draft = plan({ lifecycle: 'draft' });
    const commits: Commits = [
      ['2026-01-01', 'Begin', { [PLAN]: draft, [CODE]: '0', ...OTHERS }],
      ...editsOf(CODE, ['2026-02-10']),
    ];
    expect((await statesOf(commits, { today: '2026-03-01' })).past).toEqual([]);
    expect((await statesOf(commits, { today: '2026-03-02' })).past).toEqual([
      { state: 'draft-stale', since: '2026-03-02', text: 'an untouched draft for 60 days', evidence: [] },
    ]);
  });
});
