/** The pull request that `examples/` describes, as git commits, and what Plan Check says of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';

interface PullRequest {
  readonly title: string;
  /** The day it is checked as of. */
  readonly today: string;
  /** Files that the pull request deletes; what it adds and changes lies in `examples/pull-request/`. */
  readonly removed: readonly string[];
}

type Format = 'text' | 'json' | 'markdown';

export interface CheckedExample<Wanted extends Format> {
  readonly title: string;
  readonly today: string;
  /** What the command printed in each format. */
  readonly printed: Readonly<Record<Wanted, string>>;
}

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const BRANCH = 'pull-request';

/** Who runs this, and how their git is set up, must not matter: only then are the commit ids the same everywhere. */
const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Example',
  GIT_AUTHOR_EMAIL: 'example@example.invalid',
  GIT_COMMITTER_NAME: 'Example',
  GIT_COMMITTER_EMAIL: 'example@example.invalid',
};

/**
 * Makes a git repository out of the examples, in a folder that is gone afterwards, and has its pull request checked.
 * @param command the file of the terminal command, built or not.
 */
export function checkExample<Wanted extends Format>(
  command: string,
  formats: readonly Wanted[],
): CheckedExample<Wanted> {
  return inExample((folder, { title, today }) => {
    const printed = formats.map((format) => [format, runDiff(command, folder, today, format)]);
    return { title, today, printed: Object.fromEntries(printed) };
  });
}

/**
 * Scans the repository with its pull request merged, on a later day.
 * @returns the report as JSON.
 */
export const scanExample = (command: string, today: string): string =>
  inExample((folder) => run(command, folder, ['scan', '--today', today, '--format', 'json']));

function inExample<Result>(work: (folder: string, pullRequest: PullRequest) => Result): Result {
  const pullRequest: PullRequest = JSON.parse(readFileSync(join(EXAMPLES, 'pull-request.json'), 'utf8'));
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plan-check-example-'));
  try {
    buildRepository(folder, pullRequest);
    return work(folder, pullRequest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildRepository(path: string, { title, today, removed }: PullRequest): void {
  const environment = { ...ownEnvironment(), ...GIT_ENVIRONMENT, ...commitDates(today) };
  const git = (...args: string[]): void => {
    execFileSync('git', args, { cwd: path, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };

  git('init', '--quiet');
  git('symbolic-ref', 'HEAD', 'refs/heads/main');
  cpSync(join(EXAMPLES, 'repository'), path, { recursive: true });
  commit('Measure the tide');
  git('checkout', '--quiet', '-b', BRANCH);
  for (const file of removed) rmSync(join(path, file));
  cpSync(join(EXAMPLES, 'pull-request'), path, { recursive: true });
  commit(title);
}

const runDiff = (command: string, path: string, today: string, format: Format): string =>
  run(command, path, ['diff', '--base', 'main', '--head', BRANCH, '--today', today, '--format', format]);

/** What `plan-check` prints. Findings are what is to be shown here, so only a failure of the command itself throws. */
function run(command: string, path: string, args: readonly string[]): string {
  const result = spawnSync(process.execPath, [command, ...args], {
    cwd: path,
    env: ownEnvironment(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error !== undefined) throw result.error;
  // A crash of node ends with 1 too, as findings do; but only the command prints a result.
  if ((result.status !== 0 && result.status !== 1) || result.stdout.trim() === '') {
    throw new Error(`plan-check ${args[0]} ended with exit code ${result.status}.\n${result.stderr}`);
  }
  return result.stdout.trimEnd();
}

/** Without the variables by which a git hook would point git at the repository it runs in. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}

function commitDates(today: string): Record<string, string> {
  const instant = `${today}T09:00:00Z`;
  return { GIT_AUTHOR_DATE: instant, GIT_COMMITTER_DATE: instant };
}
