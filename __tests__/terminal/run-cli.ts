import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../repository/git/temporary-repository.ts';

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `plan-check` in a folder. */
export type Cli = (
  cwd: string,
  words: readonly string[],
  env?: Readonly<Record<string, string>>,
  /** Whether anybody reads the output; default: yes. */
  reader?: 'stays' | 'leaves',
) => Promise<CliResult>;

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** What the package is made of, besides what npm adds. */
const PARTS = ['dist', 'docs', 'schema', 'package.json'];
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** The package in a folder of its own, with nothing installed beside it. */
export function installCli(): Cli {
  const folder = join(temporaryFolder(), 'plan-check');
  mkdirSync(folder);
  for (const part of PARTS) cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  return async (cwd, words, env = {}, reader = 'stays') => {
    const child = spawn(process.execPath, [join(folder, 'dist/cli.js'), ...words], {
      cwd,
      env: { ...ENVIRONMENT, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    if (reader === 'leaves') child.stdout.destroy();
    const stdoutText = reader === 'leaves' ? '' : text(child.stdout);
    const [exitCode, stdout, stderr] = await Promise.all([ended, stdoutText, text(child.stderr)]);
    return { exitCode, stdout, stderr };
  };
}
