import { spawn } from 'node:child_process';
import { MAX_SUBJECT, type PastCommit, type PastFile } from '../history.ts';
import { GIT_OPTIONS, gitEnvironment, shortened } from './git.ts';

/** A commit that is no merge, with every file that it changed. */
export interface LoggedCommit extends Omit<PastCommit, 'files'> {
  /** null for the first one, and where the history is cut off. */
  readonly parent: string | null;
  readonly changes: readonly LoggedChange[];
}

export interface LoggedChange extends PastFile {
  /** As in git: `A`, `M`, `D`, `T`; `R` for a file that was moved as it was. */
  readonly status: string;
  /** Where a moved file was, else null. */
  readonly previousPath: string | null;
}

export interface Log {
  /** The newest first. Who has seen enough stops reading. */
  readonly commits: AsyncIterable<LoggedCommit>;
  /** Why the log ended before its beginning; null when it did not. Ask when it has been read. */
  readonly failure: () => string | null;
}

/** Milliseconds for the whole log. */
const LOG_TIME = 60_000;
const START = '\u0001';
/** Only moves of unchanged files: to find others, git would have to read contents. */
const LOG = [
  'log',
  '--no-merges',
  '--raw',
  '-z',
  '--no-abbrev',
  '--find-renames=100%',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-notes',
  '--no-show-signature',
  '--no-mailmap',
  '--encoding=UTF-8',
  `--format=tformat:%x01%H %ct %P%x00%<(${MAX_SUBJECT},trunc)%s`,
] as const;

/** One pass over the history of a commit. */
export function readLog(root: string, commit: string): Log {
  const child = spawn('git', [...GIT_OPTIONS, ...LOG, commit, '--'], {
    cwd: root,
    env: gitEnvironment(),
    timeout: LOG_TIME,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let words = '';
  let isEnough = false;
  let end: { readonly code: number | null } | null = null;
  child.stderr.on('data', (chunk) => {
    words = `${words}${chunk}`.slice(0, 10_000);
  });
  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      words ||= error.message;
      resolve();
    });
    child.on('close', (code) => {
      end = { code };
      resolve();
    });
  });

  async function* commits(): AsyncGenerator<LoggedCommit> {
    isEnough = true;
    try {
      yield* inCommits(fields(child.stdout));
      isEnough = false;
    } finally {
      if (isEnough) child.kill();
      child.stdout.destroy();
      await closed;
    }
  }
  return {
    commits: commits(),
    failure() {
      if (isEnough || end?.code === 0) return null;
      return child.killed && words === ''
        ? `"git log" took over ${LOG_TIME / 1000} seconds`
        : `"git log" broke off: ${shortened(words) || 'it gave no reason'}`;
    },
  };
}

/** The parts between NULs. */
async function* fields(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      yield Buffer.concat([...held, chunk.subarray(start, end)]).toString('utf8');
      held = [];
      start = end + 1;
    }
    held.push(chunk.subarray(start));
  }
}

async function* inCommits(parts: AsyncGenerator<string>): AsyncGenerator<LoggedCommit> {
  const next = async (): Promise<string> => (await parts.next()).value ?? '';
  let part = await next();
  while (part.startsWith(START)) {
    const [id = '', time = '', parent = null] = part.slice(1).split(' ');
    const subject = (await next()).trimEnd();
    const changes: LoggedChange[] = [];
    for (part = await next(); /^\n?:/.test(part); part = await next()) {
      changes.push(await readChange(part, next));
    }
    yield { id, parent: parent || null, time: Number(time), subject, changes };
  }
}

/** `:100644 100644 <before> <after> M`, then the path; of a move the old path, then the new one. */
async function readChange(part: string, next: () => Promise<string>): Promise<LoggedChange> {
  const [, , before = '', after = '', letters = ''] = part.trimStart().split(' ');
  const status = letters.slice(0, 1);
  const first = await next();
  const isMoved = status === 'R' || status === 'C';
  return {
    status,
    path: isMoved ? await next() : first,
    previousPath: status === 'R' ? first : null,
    before: idOf(before),
    after: idOf(after),
  };
}

const idOf = (id: string): string | null => (/^0*$/.test(id) ? null : id);
