/** The licences of the packages that a bundle holds: each of them asks that its notice goes where its code goes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be in the bundles, as SPDX names: licences that ask for their notice and for nothing else. */
export const ALLOWED_LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX name. */
  readonly licence: string;
  /** The texts of its licence and notice files, in the order of the files' names. */
  readonly notices: readonly string[];
}

const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const NOTICE_FILE = /^(?:licen[cs]e|notice|copying)(?:[.-][^.]*)?$/i;
const RULE = '-'.repeat(80);

/** The folders of the packages that the modules come from; modules of our own and the bundler's have none. */
export function packageFolders(moduleIds: readonly string[]): readonly string[] {
  return [...new Set(moduleIds.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []))];
}

/** @throws {Error} when a package says no licence that may be bundled, or comes without its text. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!ALLOWED_LICENCES.includes(license)) {
    throw new Error(
      `"${name}" has the licence ${JSON.stringify(license)}, which is not one of ${ALLOWED_LICENCES.join(', ')}: bundle another package, or allow it in scripts/bundled-licences.ts.`,
    );
  }
  const notices = readdirSync(folder)
    .filter((file) => NOTICE_FILE.test(file))
    .sort()
    .map((file) => plainLines(readFileSync(join(folder, file), 'utf8')));
  if (notices.length === 0) {
    throw new Error(`"${name}" comes without the text of its licence, which must go with its code.`);
  }
  return { name, version, licence: license, notices };
}

/** One text for all packages, the same whatever the order in which they were found. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const parts = new Map(packages.map((bundled) => [headingOf(bundled), bundled]));
  return [
    'The bundles in this folder contain code of the packages below. Each is under its own licence.\n',
    ...[...parts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([heading, { notices }]) => `${RULE}\n${heading}\n${RULE}\n\n${notices.join('\n\n')}\n`),
  ].join('\n');
}

function headingOf({ name, version, licence }: BundledPackage): string {
  return `${name} ${version} (${licence})`;
}

function plainLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
