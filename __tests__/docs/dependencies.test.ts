import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const [, runTime = '', development = ''] = textOf('docs/dependencies.md').split(/^## .*$/m);
const described = JSON.parse(textOf('package.json'));

/** The cells of each row of the table in a section. */
const rowsOf = (section: string): readonly (readonly string[])[] =>
  [...section.matchAll(/^\| `(?<cells>.*) \|$/gm)].map(({ groups }) =>
    (groups?.cells ?? '').split('|').map((cell) => cell.replaceAll('`', '').trim()),
  );

describe.each([
  { section: 'At run time', rows: rowsOf(runTime), packages: Object.keys(described.dependencies), cells: 5 },
  {
    section: 'For development',
    rows: rowsOf(development),
    packages: Object.keys(described.devDependencies),
    cells: 4,
  },
])('the list of dependencies, "$section"', ({ rows, packages, cells }) => {
  test('names what package.json names, in its order', () => {
    expect(rows.map(([name]) => name)).toEqual(packages);
  });

  test('says of each all that there is to say', () => {
    expect(rows.filter((row) => row.length !== cells || row.includes(''))).toEqual([]);
  });

  test('gives the licences that the packages have', () => {
    const licences = packages.map((name) => {
      const { license } = JSON.parse(textOf(`node_modules/${name}/package.json`));
      return [name, license];
    });
    expect(rows.map(([name, licence]) => [name, licence])).toEqual(licences);
  });
});

interface Locked {
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

describe('the lock file', () => {
  const entries: readonly (readonly [string, Locked])[] = Object.entries(
    JSON.parse(textOf('package-lock.json')).packages,
  );
  const locked = entries.filter(([path]) => path !== '');
  const hashed = (entry: Locked): boolean => entry.integrity?.startsWith('sha512-') === true;

  test('has the hash of everything at run time, and of all else but builds for single systems', () => {
    expect(locked.length).toBeGreaterThan(100);
    const loose = locked.filter(
      ([, entry]) => !hashed(entry) && (entry.dev !== true || (entry.os ?? entry.cpu) === undefined),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('takes every package from the registry', () => {
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });
});
