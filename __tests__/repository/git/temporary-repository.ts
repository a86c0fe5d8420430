import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Nothing of the machine's or the user's configuration takes part. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

// Inside a hook git names the repository that it runs in; these tests are about others.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
process.env.GIT_CONFIG_GLOBAL = ENVIRONMENT.GIT_CONFIG_GLOBAL;

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** A git repository in a folder of its own. */
export interface TemporaryRepository {
  readonly root: string;
  git(...args: readonly string[]): string;
  write(path: string, content: string | Uint8Array): void;
  /** Commits everything there is and returns the commit's id; `time` as git reads it, by default always the same. */
  commit(message: string, time?: string, person?: Person): string;
}

const folders: string[] = [];

/** An empty folder; gone after `removeFolders`. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plan-check-test-')));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** With the branch `main` and no commit yet. */
export function temporaryRepository(): TemporaryRepository {
  const repository = repositoryIn(temporaryFolder());
  repository.git('init', '--quiet', '--initial-branch=main');
  return repository;
}

/** The repository that is, or will be, in a folder. */
export function repositoryIn(root: string): TemporaryRepository {
  const run = (args: readonly string[], more: Readonly<Record<string, string>>): string =>
    execFileSync('git', args, {
      cwd: root,
      env: { ...ENVIRONMENT, ...more },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  const git = (...args: readonly string[]): string => run(args, {});
  return {
    root,
    git,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    commit(message, time = ENVIRONMENT.GIT_COMMITTER_DATE, person) {
      git('add', '--all');
      run(['commit', '--quiet', '--allow-empty', '--message', message], {
        GIT_AUTHOR_DATE: time,
        GIT_COMMITTER_DATE: time,
        ...(person === undefined
          ? {}
          : {
              ...{ GIT_AUTHOR_NAME: person.name, GIT_AUTHOR_EMAIL: person.email },
              ...{ GIT_COMMITTER_NAME: person.name, GIT_COMMITTER_EMAIL: person.email },
            }),
      });
      return git('rev-parse', 'HEAD');
    },
  };
}
