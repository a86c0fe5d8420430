import { describe, expect, test } from '@jest/globals';
import { type CheckRequest, check } from '../../src/check.ts';
import { mergeReports } from '../../src/report/merge-reports.ts';
import type { Report } from '../../src/report/report.ts';
import type { Watch, WatchHistory } from '../../src/repository/history.ts';
import type { FileContent, Repository } from '../../src/repository/repository.ts';
import { ENDLESS } from '../../src/run-time.ts';
import { formatBaseline } from '../../src/settings/baseline-file.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { day } from '../report/sample-report.ts';
import { ACTIVE, planText, withKeys } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';
import { onlyOnce } from './only-once.ts';

const BASELINE = '.github/plan-check-baseline.json';
const VERSION = '0.0.0';

type Files = Readonly<Record<string, string | FileContent>>;

/** A plan, or what stands where one is looked for, for each of its names. */
const KINDS = {
  fine: (name) => planText(withKeys(ACTIVE, { title: name, related_code: '[src/a.ts]' })),
  expired: (name) => planText(withKeys(ACTIVE, { title: name, expires: '2026-02-01' }), '- [] One\n'),
  snoozed: (name) =>
    planText(
      withKeys(ACTIVE, {
        ...{ title: name, expires: '2026-02-01' },
        check: '{snooze: {until: 2026-04-01, reason: waiting}}',
      }),
    ),
  broad: (name) => planText(withKeys(ACTIVE, { title: name, related_code: `[src, "${name}", "/**/*.md"]` })),
  'past-unknown': (name) => planText(withKeys(ACTIVE, { title: name, related_code: '[src/unknown.ts]' })),
  twin: () => planText(withKeys(ACTIVE, { title: 'The same plan twice' }), '- [] Two\n- [] Three\n'),
  chained: (name) => planText(withKeys(ACTIVE, { title: name, depends_on: '[p0.md, nowhere.md]' })),
  broken: () => '---\n: [\n---\n',
  skipped: () => '---\ntype: summary\n---\n',
  unreadable: () => ({ kind: 'unreadable', reason: 'binary' }),
  failed: () => ({ kind: 'failed', message: 'It went away.' }),
  none: () => null,
} as const satisfies Record<string, (name: string) => string | FileContent | null>;
type Kind = keyof typeof KINDS;

const CODE: Files = Object.fromEntries(
  ['a.ts', 'unknown.ts', ...Array.from({ length: 9 }, (_, index) => `m${index}.ts`)].map((name) => [
    `src/${name}`,
    '',
  ]),
);

const filesOf = (kinds: readonly Kind[], folder: string): Files => ({
  ...CODE,
  'schema.json': '{}',
  ...Object.fromEntries(
    kinds.flatMap((kind, index) => {
      const content = KINDS[kind](`p${index}`);
      return content === null ? [] : [[`plans/${folder}p${index}.md`, content]];
    }),
  ),
});

/** Of one file of code nobody knows the past; that of all others is long ago. */
function withPast(repository: Repository): Repository {
  const past = ({ roots }: Watch): WatchHistory | null =>
    roots.includes('src/unknown.ts') ? null : { touches: [], isCut: false, last: null };
  return {
    ...repository,
    history: ({ watches }) => {
      const known = watches.map(past);
      return Promise.resolve({ watches: known, reason: known.includes(null) ? 'nobody knows' : null });
    },
  };
}

const SETTINGS = resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 });

const run = (head: Files, more: Partial<CheckRequest>) =>
  check({
    repository: withPast(memoryRepository({ head, trusted: head })),
    scope: { kind: 'all' },
    run: 'scan',
    event: 'schedule',
    settings: SETTINGS,
    version: VERSION,
    withinSchemaTime: timeBudget(60_000),
    ...more,
  });

interface Scan {
  readonly before: readonly Kind[];
  readonly now: readonly Kind[];
  /** Where the plans lie that a baseline was written of. */
  readonly folderBefore: string;
  readonly count: number;
  /** How the runs differ from others. */
  readonly more?: () => Partial<CheckRequest>;
}

/** What one run says, and what its parts say together. */
async function wholeAndMerged({ before, now, folderBefore, count, more = () => ({}) }: Scan) {
  const { standing } = await run(filesOf(before, folderBefore), { baseline: 'nothing' });
  const files = { ...filesOf(now, ''), [BASELINE]: formatBaseline(standing) };
  const reports = [];
  for (let index = 1; index <= count; index++) {
    const { report } = await run(files, { ...more(), shard: { index, count } });
    reports.push({ name: `${index}.json`, report: JSON.parse(JSON.stringify(report)) as Report });
  }
  const merged = mergeReports(reports, { failOn: 'never', version: VERSION });
  return { whole: (await run(files, more())).report, merged };
}

const kind = fc.constantFrom(...(Object.keys(KINDS) as Kind[]));
const clean = kind.filter((one) => one !== 'failed');
const kinds = (of: fc.Arbitrary<Kind>) => fc.array(of, { minLength: 12, maxLength: 12 });

describe('a scan in parts', () => {
  test.each([
    ['where everything could be read', clean],
    ['where something could not', kind],
  ])('says together what one run says, %s', async (_, of) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: kinds(clean),
          now: kinds(of),
          folderBefore: fc.constantFrom('', 'old/'),
          count: fc.integer({ min: 1, max: 5 }),
        }),
        async (scan) => {
          const { whole, merged } = await wholeAndMerged(scan);
          expect(merged).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  const many = (one: Kind): readonly Kind[] => Array.from({ length: 12 }, () => one);
  const messages = async (scan: Scan) => {
    const { whole, merged } = await wholeAndMerged(scan);
    expect(merged).toEqual(whole);
    return merged.coverage.map(({ message }) => message);
  };

  test('counts the plans of all parts in one sentence', async () => {
    const before: readonly Kind[] = many('twin');
    const now: readonly Kind[] = [...many('past-unknown').slice(0, 6), ...many('broad').slice(0, 6)];
    expect(await messages({ before, now, folderBefore: '', count: 4 })).toEqual([
      'drift not computed for 6 plans: nobody knows.',
      'Left out of drift, as they cover more than 20 % of the files: "/**/*.md" and "src"; name in "related_code" what the plan is about.',
      `24 findings in the baseline are gone from the plans ("${BASELINE}"): write it anew with "plan-check check --write-baseline".`,
    ]);
  });

  test('takes no finding for gone that a plan took along to another part', async () => {
    const scan = { before: many('expired'), now: many('expired'), folderBefore: 'old/' };
    for (const count of [2, 3, 4, 5]) expect(await messages({ ...scan, count })).toEqual([]);
  });

  test('takes nothing for gone in one part while another could not look', async () => {
    const before = many('expired');
    const now: readonly Kind[] = [...many('fine').slice(1), 'failed'];
    expect(await messages({ before, now, folderBefore: '', count: 3 })).toEqual([
      '"plans/p11.md" could not be read at the head: It went away.',
    ]);
  });

  test('adds up what the time of the schema did not reach for', async () => {
    const scan = { before: many('fine'), now: many('fine'), folderBefore: '', count: 3 };
    const settings = { ...SETTINGS, schema: 'schema.json' };
    const more = () => ({ settings, withinSchemaTime: onlyOnce() });
    expect(await messages({ ...scan, more })).toEqual([
      expect.stringMatching(/^The schema "schema.json" ran out of its time, and 12 front matters/),
    ]);
  });

  test('adds up what the time of the run did not reach for', async () => {
    const scan = { before: many('fine'), now: many('fine'), folderBefore: '', count: 3 };
    const more = () => ({ time: { ...ENDLESS, runMinutes: 20, isUp: () => true } });
    expect(await messages({ ...scan, more })).toEqual([
      'The 20 minutes of a run were over, and 12 plans could not be judged: split the scan with "shard", or change fewer plans at once.',
    ]);
  });

  test('of which one counts days in another time zone is none', async () => {
    const files = filesOf(many('fine'), '');
    const { report } = await run(files, { shard: { index: 1, count: 2 } });
    const other = await run(files, {
      ...{ shard: { index: 2, count: 2 }, settings: { ...SETTINGS, timezone: 'Pacific/Kiritimati' } },
    });
    const parts = [report, other.report].map((part, at) => ({ name: `${at + 1}.json`, report: part }));
    expect(() => mergeReports(parts, { failOn: 'never', version: VERSION })).toThrow(
      'differ in the settings',
    );
  });

  test('of which one has another baseline is none', async () => {
    const files = filesOf(many('expired'), '');
    const { standing, report } = await run(files, { shard: { index: 1, count: 2 } });
    const other = await run(
      { ...files, [BASELINE]: formatBaseline(standing) },
      { shard: { index: 2, count: 2 } },
    );
    const parts = [report, other.report].map((part, at) => ({ name: `${at + 1}.json`, report: part }));
    expect(() => mergeReports(parts, { failOn: 'never', version: VERSION })).toThrow(
      '"1.json" and "2.json" differ in the settings, so they are not of one run: give all jobs the same inputs, configuration, schema and baseline.',
    );
  });
});
