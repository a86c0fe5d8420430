import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { licencesText, packageFolders, readPackage } from '../../scripts/bundled-licences.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

/** A package's folder with these files. */
function packageWith(license: unknown, files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'node_modules', 'a');
  mkdirSync(folder, { recursive: true });
  const described = { name: 'a', version: '1.2.3', license };
  for (const [name, text] of Object.entries({ 'package.json': JSON.stringify(described), ...files })) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('a module belongs to the innermost package that it lies in', () => {
  expect(
    packageFolders([
      '/p/src/a.ts',
      '\0rolldown/runtime.js',
      '/p/node_modules/a/lib/x.js',
      '/p/node_modules/a/y.js',
      '/p/node_modules/@b/c/x.js',
      '/p/node_modules/a/node_modules/d/x.js',
      'C:\\p\\node_modules\\@e\\f\\x.js',
    ]),
  ).toEqual([
    '/p/node_modules/a',
    '/p/node_modules/@b/c',
    '/p/node_modules/a/node_modules/d',
    'C:\\p\\node_modules\\@e\\f',
  ]);
});

describe('a bundled package', () => {
  test('is read with all of its notices, whatever their lines end with', () => {
    const folder = packageWith('MIT', {
      LICENSE: '\r\nBe kind.  \r\nAlways.\r\n',
      'NOTICE.md': 'By A.',
      'license-check.js.map': 'no notice',
      'README.md': 'no notice',
    });
    expect(readPackage(folder)).toEqual({
      name: 'a',
      version: '1.2.3',
      licence: 'MIT',
      notices: ['Be kind.\nAlways.', 'By A.'],
    });
  });

  test.each(['GPL-3.0-only', 'UNLICENSED', undefined, { type: 'MIT' }])(
    'is refused with the licence %j',
    (license) => {
      expect(() => readPackage(packageWith(license, { LICENSE: 'Text' }))).toThrow(/^"a" has the licence /);
    },
  );

  test('is refused without the text of its licence', () => {
    expect(() => readPackage(packageWith('MIT', {}))).toThrow(
      '"a" comes without the text of its licence, which must go with its code.',
    );
  });
});

test('the order in which packages are found does not matter, and none is told twice', () => {
  const packages = ['b', 'a', 'B'].map((name) => ({
    name,
    version: '1.0.0',
    licence: 'MIT',
    notices: [name],
  }));
  const text = licencesText(packages);
  expect(licencesText([...packages, ...packages].reverse())).toBe(text);
  expect(text.match(/^.* \(MIT\)$/gm)).toEqual(['B 1.0.0 (MIT)', 'a 1.0.0 (MIT)', 'b 1.0.0 (MIT)']);
});
