import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeReportFiles } from '../../src/outlets/report-file.ts';
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
  expect(files).toEqual({ report: path, summary: join(folder, 'a', 'b', 'summary.md') });
  expect(JSON.parse(readFileSync(files.report, 'utf8'))).toEqual(JSON.parse(JSON.stringify(report())));
  expect(readFileSync(files.summary, 'utf8')).toBe('### Plan Check\n');
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
