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
