import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { writeSummary } from '../../src/outlets/summary.ts';

const before = process.env.GITHUB_STEP_SUMMARY;
afterEach(() => {
  if (before === undefined) delete process.env.GITHUB_STEP_SUMMARY;
  else process.env.GITHUB_STEP_SUMMARY = before;
});

test('without a file for it, nothing is written and nothing fails', async () => {
  delete process.env.GITHUB_STEP_SUMMARY;
  await expect(writeSummary('### Plan Check')).resolves.toBeUndefined();
});

test('the Markdown is added after what is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-check-'));
  const file = join(folder, 'summary.md');
  writeFileSync(file, 'before\n');
  process.env.GITHUB_STEP_SUMMARY = file;
  await writeSummary('### Plan Check');
  expect(readFileSync(file, 'utf8')).toBe('before\n### Plan Check\n');
  rmSync(folder, { recursive: true });
});
