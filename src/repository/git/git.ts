import { execFile } from 'node:child_process';
import { PlanCheckError } from '../../plan-check-error.ts';

/**
 * Windows looks for a program in the folder where it is to run before it looks along the PATH, and ours is a stranger's check-out:
 * its "git.exe" would be started. libuv leaves that folder out when our own process has this variable, whatever its value; the
 * variables of the child do not count.
 */
process.env.NoDefaultCurrentDirectoryInExePath = '1';

/** Bytes of one answer: the paths of some millions of files. */
const MAX_OUTPUT = 512 * 1024 * 1024;
/** Milliseconds that one command may take. */
export const GIT_TIMEOUT = 120_000;
/** Characters of git's own words that a message repeats. */
const MAX_WORDS = 300;

/**
 * No pager, no hook, no program that watches files: a repository that somebody handed over brings its own configuration. A
 * folder of a stranger's commit that looks like a repository without a work tree is none of ours.
 */
export const GIT_OPTIONS: readonly string[] = [
  '--no-pager',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'safe.bareRepository=explicit'],
];

/** Variables that name a program, or would give paths another meaning than that of paths. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_PROXY_COMMAND', 'GIT_ASKPASS'],
  ...['GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'],
]);

/**
 * Answers in one language, reads only, asks nobody for a password, takes paths for paths, and talks to no other repository: what a
 * partial clone left out would be fetched by whatever program its configuration names.
 */
export const gitEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEFT_OUT.has(name.toUpperCase()))),
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_REPLACE_OBJECTS: '1',
});

const NOT_STARTED = 'git could not be started; install it, or put it on the PATH';

export type GitAnswer =
  | { readonly ok: true; readonly output: string }
  /** `started` is false where there is no git to ask. */
  | { readonly ok: false; readonly started: boolean; readonly words: string };

interface GitCall {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs git without a shell; a command that fails is an answer, too.
 * @throws {PlanCheckError} when git takes over two minutes, or says more than can be held.
 */
export function askGit(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: GitCall = {},
): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...GIT_OPTIONS, ...args],
      {
        cwd,
        env: { ...gitEnvironment(), ...env },
        maxBuffer: MAX_OUTPUT,
        timeout: GIT_TIMEOUT,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) return resolve({ ok: true, output: stdout });
        if (typeof error.code === 'number')
          return resolve({ ok: false, started: true, words: shortened(stderr) });
        if (error.code === 'ENOENT') return resolve({ ok: false, started: false, words: NOT_STARTED });
        reject(new PlanCheckError(brokenOff(`git ${args[0]}`, cwd, error)));
      },
    );
    // Git may leave without having read everything; its exit code says whether that matters.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/**
 * What git prints, for a command that has no reason to fail.
 * @throws {PlanCheckError} with git's own words when it does.
 */
export async function git(cwd: string, args: readonly string[], call?: GitCall): Promise<string> {
  const answer = await askGit(cwd, args, call);
  if (answer.ok) return answer.output;
  throw new PlanCheckError(`"git ${args[0]}" failed in "${cwd}": ${answer.words || 'it gave no reason'}.`);
}

/** The records of an output that was asked for with `-z`. */
export const records = (output: string): readonly string[] => output.split('\0').slice(0, -1);

/** Git's complaint on one line, without the full stop. */
export const shortened = (words: string): string =>
  words
    .replace(/^(?:fatal|error): /, '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, MAX_WORDS)
    .replace(/\.$/, '');

function brokenOff(
  command: string,
  cwd: string,
  error: Error & { code?: unknown; killed?: boolean },
): string {
  if (error.killed === true)
    return `"${command}" took over ${GIT_TIMEOUT / 1000} seconds in "${cwd}" and was stopped.`;
  return `"${command}" broke off in "${cwd}": ${error.message.slice(0, MAX_WORDS)}`;
}
