import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { requireTwoPlaces, writeReportFiles } from '../../src/outlets/report-file.ts';
import { report } from '../report/sample-report.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the report and its Markdown lie side by side, in folders made on the way', async () => {
  const path = join(folder, 'a', 'b', 'result.json');
  const files = await writeReportFiles(path, { report: report(), markdown: '### Plan Check' });
  expect(files).toEqual({ report: path, summary: join(folder, 'a', 'b', 'result.summary.md') });
  expect(JSON.parse(readFileSync(files.report, 'utf8'))).toEqual(JSON.parse(JSON.stringify(report())));
  expect(readFileSync(files.summary, 'utf8')).toBe(
    '<!-- Written by Plan Check, with the report beside it. -->\n### Plan Check\n',
  );
});

describe('what stands there already', () => {
  test('is written over, where it was named, or is our own summary', async () => {
    const path = join(folder, 'result.json');
    writeFileSync(path, 'An older report.');
    await writeReportFiles(path, { report: report(), markdown: 'first' });
    const { summary } = await writeReportFiles(path, { report: report(), markdown: 'second' });
    expect(readFileSync(summary, 'utf8')).toMatch(/\nsecond\n$/);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 1 });
  });

  const foreign: readonly [string, (path: string) => void][] = [
    ['a file', (path) => writeFileSync(path, 'My own words.')],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ];
  test.each(foreign)("stays as it is, where it is somebody else's: %s", async (_, make) => {
    const [path, summary] = [join(folder, 'result.json'), join(folder, 'result.summary.md')];
    make(summary);
    const { ino, mtimeMs, size } = lstatSync(summary);
    await expect(writeReportFiles(path, { report: report(), markdown: '' })).rejects.toThrow(
      `would overwrite "${summary}", which Plan Check did not write: give "report" another name, or move that file.`,
    );
    expect(existsSync(path)).toBe(false);
    expect(lstatSync(summary)).toMatchObject({ ino, mtimeMs, size });
  });
});

describe('the report and SARIF', () => {
  test.each([
    ['out/x.json', 'out/x.json', 'the report goes to'],
    ['out/x.json', './out/../out/x.json', 'the report goes to'],
    ['out/x.json', 'out/x.summary.md', 'the summary of the report goes to, which is named after it'],
  ])('cannot go to %s and %s', async (path, sarif, what) => {
    await expect(requireTwoPlaces(path, sarif)).rejects.toThrow(
      `"sarif" names "${sarif}", the file that ${what}, and one would overwrite the other: give "report" and "sarif" names of their own.`,
    );
  });

  test('cannot go to one file by a link', async () => {
    symlinkSync('.', join(folder, 'beside'));
    const [path, link] = [join(folder, 'x.json'), join(folder, 'y.json')];
    await expect(requireTwoPlaces(path, join(folder, 'beside', 'x.json'))).rejects.toThrow('and one would');
    await expect(requireTwoPlaces(path, link)).resolves.toBeUndefined();
    symlinkSync('x.json', link);
    for (const write of [() => {}, () => writeFileSync(path, '{}')]) {
      write();
      await expect(requireTwoPlaces(path, link)).rejects.toThrow('the file that the report goes to');
    }
    const circle = join(folder, 'circle');
    symlinkSync('circle', circle);
    await expect(requireTwoPlaces(path, circle)).resolves.toBeUndefined();
  });

  test('may lie side by side', async () => {
    await expect(requireTwoPlaces('out/x.json', 'out/x.sarif')).resolves.toBeUndefined();
    await expect(requireTwoPlaces('out/x.json', null)).resolves.toBeUndefined();
  });
});

test.each(['/proc/plan-check/report.json', '/dev/null/plan-check/report.json'])(
  'where no folder can be made, as for %s, it is said at once',
  async (path) => {
    await expect(writeReportFiles(path, { report: report(), markdown: '' })).rejects.toMatchObject({
      code: expect.stringMatching(/^E[A-Z]+$/),
    });
  },
);

test('two runs may make the same folder at once', async () => {
  const paths = ['one.json', 'two.json', 'three.json'].map((name) => join(folder, 'a', 'b', 'c', name));
  const written = await Promise.all(
    paths.map((path) => writeReportFiles(path, { report: report(), markdown: '' })),
  );
  expect(written.map((files) => files.report)).toEqual(paths);
});
