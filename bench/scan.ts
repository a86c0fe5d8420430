import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../src/report/report.ts';
import { generatedPlan } from './generated-plan.ts';
import { measuredRun } from './measured-run.ts';

// node bench/scan.ts [PLANS]: scans a folder of generated plans, and says what that took.
const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'plan-check-scan-'));
try {
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const { path, text } = generatedPlan(index, count);
    characters += text.length;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = await measuredRun(folder, ['scan', '--format', 'json', '--today', '2026-06-15', '--quiet']);
  const report = JSON.parse(run.stdout) as Report;
  process.stdout.write(
    `${[
      `${count} plans of ${(characters / count / 1_000).toFixed(1)} kB: exit code ${run.code}, ${report.conclusion}`,
      `${run.seconds.toFixed(1)} s of processor time, at most ${Math.round(run.megabytes)} MB of memory`,
      `a report of ${(run.stdout.length / 1e6).toFixed(1)} MB`,
      ...report.coverage.map(({ message }) => message),
    ].join('\n')}\n`,
  );
  process.exitCode = run.code === 0 && report.conclusion !== 'incomplete' ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
