import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../src/report/report.ts';
import { HOSTILE_CASES, type HostileCase } from './hostile-cases.ts';
import { type MeasuredRun, measuredRun } from './measured-run.ts';

/** Seconds of processor time, and megabytes, that no case may take. */
const MAX_SECONDS = 10;
const MAX_MEGABYTES = 1_000;
const MAX_OUTPUT = 20_000_000;

const only = process.argv[2] ?? '';
const rows: string[] = [];
let flagged = 0;
for (const one of HOSTILE_CASES.filter(({ name }) => name.includes(only))) {
  const run = await tried(one);
  const flags = flagsOf(one, run);
  flagged += flags.length > 0 ? 1 : 0;
  rows.push(
    `| ${one.name.replaceAll('|', '\\|')} | ${whatHappened(run).replaceAll('|', '\\|')} | ${run.seconds.toFixed(1)} | ${Math.round(run.megabytes)} | ${Math.round(run.stdout.length / 1_000)} | ${flags.join(', ')} |`,
  );
  process.stdout.write(`${rows.at(-1)}\n`);
}
process.stdout.write(`\n${rows.length} cases, ${flagged} flagged.\n`);
process.exitCode = flagged === 0 ? 0 : 1;

async function tried({ files, before, isScanned }: HostileCase): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-check-hostile-'));
  try {
    if (before !== undefined) {
      write(folder, before);
      commit(folder);
      for (const path of Object.keys(before)) rmSync(join(folder, path));
    }
    write(folder, files);
    if (isScanned === true) commit(folder);
    const command =
      isScanned === true ? ['scan'] : before === undefined ? ['check'] : ['diff', '--base', 'HEAD'];
    return await measuredRun(folder, [...command, '--format', 'json', '--today', '2026-06-15'], {
      limit: 300,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, files: HostileCase['files']): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function commit(folder: string): void {
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'before');
}

function reportOf({ stdout }: MeasuredRun): Report | null {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return null;
  }
}

function whatHappened(run: MeasuredRun): string {
  const report = reportOf(run);
  if (report === null) return run.stderr.split('\n').at(-1)?.slice(0, 160) ?? '';
  const found = [...report.plans.flatMap(({ diagnostics }) => diagnostics), ...report.diagnostics];
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const gaps = report.coverage.filter(({ blocking }) => blocking).map(({ message }) => message.slice(0, 120));
  return [report.conclusion, rules.slice(0, 4).join(' '), gaps[0] ?? ''].filter(Boolean).join(': ');
}

function flagsOf({ expects }: HostileCase, run: MeasuredRun): readonly string[] {
  const report = reportOf(run);
  const said =
    report === null
      ? run.stderr
      : [
          ...report.plans.flatMap(({ diagnostics }) => diagnostics),
          ...report.diagnostics,
          ...report.coverage.filter(({ blocking }) => blocking),
        ];
  return [
    run.code === null || run.code > 2 ? `ended with ${run.code}` : '',
    /^\s+at .*:\d+:\d+/m.test(run.stderr) ? 'STACK' : '',
    /Maximum call stack|out of memory|Invalid string length/i.test(run.stderr) ? 'ENGINE' : '',
    report === null && run.code !== 2 ? 'NO REPORT' : '',
    expects !== 'quiet' && said.length === 0 ? 'SILENT' : '',
    run.seconds > MAX_SECONDS ? 'SLOW' : '',
    run.megabytes > MAX_MEGABYTES ? 'MEMORY' : '',
    run.stdout.length > MAX_OUTPUT ? 'LONG' : '',
  ].filter(Boolean);
}
