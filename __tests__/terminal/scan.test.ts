import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { planText, TODAY } from '../action/plan-text.ts';
import { reportProblems } from '../action/report-problems.ts';
import {
  removeFolders,
  temporaryFolder,
  temporaryRepository,
} from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const repository = temporaryRepository();
const { root } = repository;
const asOf = ['--today', TODAY, '--quiet'];
const json = [...asOf, '--format', 'json'];
const reports = temporaryFolder();

const plan = (name: string): string => `docs/plans/active/${name}.md`;

beforeAll(async () => {
  repository.write(plan('well'), planText());
  repository.write(plan('late'), planText({ title: 'Late', expires: '2026-02-20' }));
  repository.write(plan('mistyped'), planText({ title: 'Mistyped', ai: '\n  priority: hihg' }));
  repository.write('docs/plans/notes.md', '---\ntype: summary\n---\n');
  for (let index = 0; index < 20; index++) {
    const next = plan(`chain-${(index + 1) % 20}`);
    repository.write(
      plan(`chain-${index}`),
      planText({ title: `Chain ${index}`, depends_on: next, expires: `2026-03-${10 + index}` }),
    );
  }
  repository.write(plan('binary'), new Uint8Array([0, 1, 2, 255]));
  repository.commit('Plans');
  for (const count of [1, 4]) {
    for (let index = 1; index <= count; index++) {
      const { stdout } = await cli(root, ['scan', ...json, '--shard', `${index}/${count}`]);
      writeFileSync(join(reports, `${index}-of-${count}.json`), stdout);
    }
  }
});
afterAll(removeFolders);

const shard = (index: number): Report =>
  JSON.parse(readFileSync(join(reports, `${index}-of-4.json`), 'utf8'));

describe('plan-check scan', () => {
  test('of a part that no plan belongs to says so, and what the part is to be printed as', async () => {
    const alone = temporaryRepository();
    alone.write('plans/a.md', planText());
    const said = [1, 2].map((index) => cli(alone.root, ['scan', '--shard', `${index}/2`, '--today', TODAY]));
    const { stdout = '', stderr = '' } =
      (await Promise.all(said)).find(({ stdout: text }) => /^No plan/m.test(text)) ?? {};
    expect(stdout).toMatch(/^No plan belongs to shard [12] of 2\.\n$/);
    expect(stderr).toContain(
      '"--format json" prints the report that "plan-check merge" joins; this format is for reading.\n',
    );
  });

  test('says what has gone stale, and fails nothing', async () => {
    const { exitCode, stdout, stderr } = await cli(root, [
      'scan',
      plan('late'),
      plan('well'),
      '--today',
      TODAY,
    ]);

    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: `Scanning the plans of ${root} as of ${TODAY}.\n`,
    });
    expect(stdout).toMatch(/^expired: docs\/plans\/active\/late\.md, expired 10 days ago, on 2026-02-20/);
  });

  test('fails when asked', async () => {
    const exitCode = async (...words: readonly string[]) =>
      (await cli(root, ['scan', ...asOf, ...words])).exitCode;

    expect(await exitCode(plan('late'))).toBe(0);
    expect(await exitCode(plan('late'), '--fail-on', 'error')).toBe(1);
    expect(await exitCode(plan('well'), '--fail-on', 'error')).toBe(0);
  });

  test('shows the summary of the action as Markdown', async () => {
    const { stdout } = await cli(root, ['scan', ...asOf, '--format', 'markdown']);
    expect(stdout).toContain('\n#### What ends in the next 90 days\n');
  });
});

describe('plan-check merge', () => {
  const whole = async (): Promise<Report> => JSON.parse((await cli(root, ['scan', ...json])).stdout);

  test.each([
    [1, ['1-of-1.json']],
    [4, ['?-of-4.json']],
    [4, ['4-of-4.json', '2-of-4.json', '**/[13]-of-4.json', '2-of-4.json']],
  ])('makes of %d parts what one run says', async (count, names) => {
    const { exitCode, stdout, stderr } = await cli(reports, ['merge', ...names, '--format', 'json']);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(await whole());
    expect(count).toBeGreaterThan(0);
  });

  test('its parts are reports, each of its own plans', () => {
    const parts = [1, 2, 3, 4].map(shard);
    expect(parts.flatMap(reportProblems)).toEqual([]);
    const paths = parts.flatMap(({ plans }) => plans.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toHaveLength(24);
    expect(parts.every(({ plans }) => plans.length > 0)).toBe(true);
  });

  test('concludes by "--fail-on"', async () => {
    const { exitCode } = await cli(reports, ['merge', '?-of-4.json', '--fail-on', 'error']);
    expect(exitCode).toBe(1);
  });

  test('is incomplete without a part, and names it', async () => {
    const { exitCode, stdout } = await cli(reports, ['merge', '[1-3]-of-4.json', '--fail-on', 'error']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      'incomplete: The report of shard 4 of 4 is missing, so its plans are not known: look at that job.\n',
    );
  });

  test.each<readonly [string, (path: string, report: Report) => void, string]>([
    [
      'is no JSON',
      (path) => writeFileSync(path, '{'),
      '"bad.json" is no report of Plan Check: it is not JSON. Name files that a job with "shard" has written.',
    ],
    [
      'is no text',
      (path) => writeFileSync(path, new Uint8Array([0xff, 0xfe])),
      '"bad.json" could not be read as text.',
    ],
    [
      'is huge',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 129 * 1024 * 1024);
      },
      '"bad.json" is too large to be read; split the plans into more shards.',
    ],
    [
      'has a value of another type',
      (path, report) => writeFileSync(path, JSON.stringify({ ...report, plans: {} })),
      '"bad.json" is no report of Plan Check: "/plans" must be array. Name files that a job with "shard" has written.',
    ],
    [
      'was made with other settings',
      (path, report) =>
        writeFileSync(
          path,
          JSON.stringify({ ...report, shard: { ...report.shard, settings: '0'.repeat(16) } }),
        ),
      '"1-of-4.json" and "bad.json" differ in the settings, so they are not of one run: give all jobs the same inputs, configuration, schema and baseline.',
    ],
    [
      'is the part of another',
      (path, report) =>
        writeFileSync(path, JSON.stringify({ ...report, shard: { ...report.shard, index: 1 } })),
      'Shard 1 of 4 was given twice, as "1-of-4.json" and as "bad.json"; name one of them.',
    ],
  ])('refuses a report that %s', async (_, spoil, sentence) => {
    const path = join(reports, 'bad.json');
    spoil(path, shard(2));
    const result = await cli(reports, ['merge', '1-of-4.json', 'bad.json']);
    expect(result).toEqual({ exitCode: 2, stdout: '', stderr: `plan-check: ${sentence}\n` });
  });

  test.each([
    [
      'nothing.json',
      '"nothing.json" names no report; look at the jobs that were to write it, and at where their artifacts were put.',
    ],
    ['.', '"." is a folder; name the reports in it, as in "./**/*.json".'],
  ])('refuses "%s"', async (name, sentence) => {
    const { exitCode, stderr } = await cli(reports, ['merge', name]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: `plan-check: ${sentence}\n` });
  });

  test('shows what strangers wrote as text', async () => {
    const [first] = shard(2).plans;
    const hostile = {
      ...shard(2),
      plans: [{ ...first, title: '\u001b[31m::error::x', owner: ['\u001b]0;x\u0007'] }],
    };
    writeFileSync(join(reports, 'hostile.json'), JSON.stringify(hostile));
    const { stdout } = await cli(reports, ['merge', 'hostile.json']);
    for (const control of ['\u001b', '\u0007']) expect(stdout).not.toContain(control);
  });
});
