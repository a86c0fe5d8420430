/** Builds a second time, in another folder and as another user would, and says which files of `dist/` are not the same to the byte. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** What a build reads, besides packages. */
const SOURCES = ['src', 'schema', 'scripts', 'package.json', 'tsconfig.json', 'rolldown.config.js'];
/** None of these may be seen in what is built. */
const ANOTHER_USER = { HOME: tmpdir(), TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

const different = differentFiles();
for (const file of different) console.error(`dist/${file} is not what a build in another folder makes.`);
if (different.length > 0) {
  console.error('Run "npm run build" and commit dist/. If it stays, the build depends on where it runs.');
  process.exitCode = 1;
}

function differentFiles(): readonly string[] {
  // Real, since the bundler names files by their real paths.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'built elsewhere é ')));
  try {
    for (const part of SOURCES) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    for (const path of runTimePackages()) {
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    // The tool itself stays where it is: only what goes into a bundle must lie in the other folder.
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules/rolldown'), join(folder, 'node_modules/rolldown'), 'junction');
    process.umask(0o077);
    execFileSync(process.execPath, ['node_modules/rolldown/bin/cli.mjs', '-c', 'rolldown.config.js'], {
      cwd: folder,
      env: { ...process.env, ...ANOTHER_USER },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return comparedFiles(join(ROOT, 'dist'), join(folder, 'dist'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the packages lie that can be in a bundle, as the lock file has it. */
function runTimePackages(): readonly string[] {
  const lock: { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  return Object.entries(lock.packages)
    .filter(([path, { dev = false }]) => path !== '' && !dev && existsSync(join(ROOT, path)))
    .map(([path]) => path);
}

/** The names of files that are in one folder only, or not the same in both. */
function comparedFiles(one: string, other: string): readonly string[] {
  const names = new Set([...readdirSync(one), ...readdirSync(other)]);
  return [...names].sort().filter((name) => {
    const [first, second] = [join(one, name), join(other, name)];
    return !existsSync(first) || !existsSync(second) || !readFileSync(first).equals(readFileSync(second));
  });
}
