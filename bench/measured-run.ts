import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Tells what the run took with its last breath, on a line that nothing else writes. */
const TELL = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process._rawDebug('@@'+JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))})`;

export interface MeasuredRun {
  /** null where it was ended from outside. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of processor time: it stays the same while the machine has other work. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs the bundled command in a folder, and measures it. `limit` in seconds of the clock. */
export function measuredRun(
  folder: string,
  words: readonly string[],
  { limit = 600 }: { readonly limit?: number } = {},
): Promise<MeasuredRun> {
  const child = spawn(process.execPath, ['--import', TELL, CLI, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
    timeout: limit * 1_000,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const said = Buffer.concat(stderr).toString();
      const [, numbers = '[0, 0]'] = /^@@(.*)$/m.exec(said) ?? [];
      const [micro = 0, kilobytes = 0] = JSON.parse(numbers) as number[];
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: said.replace(/^@@.*$/m, '').trim(),
        seconds: micro / 1e6,
        megabytes: kilobytes / 1024,
      });
    });
  });
}
