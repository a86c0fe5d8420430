import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ALLOWED_LICENCES } from '../../scripts/bundled-licences.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = readdirSync(join(ROOT, 'dist'));
const BUNDLES = FILES.filter((file) => file.endsWith('.js'));
const textOf = (file: string): string => readFileSync(join(ROOT, 'dist', file), 'utf8');

describe.each(FILES)('dist/%s', (file) => {
  test('says nothing of the folder that it was built in', () => {
    expect(textOf(file)).not.toContain(`${ROOT}/`);
    expect(textOf(file)).not.toContain(JSON.stringify(`${ROOT}\\`).slice(1, -1));
  });

  test('points to no other file of the build', () => {
    expect(textOf(file)).not.toMatch(/^\/\/# sourceMappingURL=/m);
  });
});

describe('dist/licenses.txt', () => {
  const headings = [
    ...textOf('licenses.txt').matchAll(/^-+\n(?<name>\S+) (?<version>\S+) \((?<licence>\S+)\)\n-+$/gm),
  ];

  test('names the packages that are in the bundles, and no others', () => {
    const bundled = BUNDLES.flatMap((file) => [
      ...textOf(file).matchAll(/^\/\/ (?:\S+\/)?node_modules\/(?<name>(?:@[^/\n]+\/)?[^/\n]+)\//gm),
    ]);
    const names = new Set(bundled.map(({ groups }) => groups?.name));
    expect(names.size).toBeGreaterThan(20);
    expect(new Set(headings.map(({ groups }) => groups?.name))).toEqual(names);
  });

  test('names licences that ask for their notice only', () => {
    const others = headings.filter(({ groups }) => !ALLOWED_LICENCES.includes(groups?.licence ?? ''));
    expect(others.map(([heading]) => heading)).toEqual([]);
  });
});

test('git changes no byte of a file on its way to another system', () => {
  expect(readFileSync(join(ROOT, '.gitattributes'), 'utf8').split('\n')).toContain('* -text');
});
