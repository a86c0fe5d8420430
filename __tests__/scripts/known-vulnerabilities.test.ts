import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'known-vulnerabilities.ts');
const GOOD = '{"auditReportVersion":2,"vulnerabilities":{},"metadata":{"vulnerabilities":{"total":0}}}';
const BAD =
  '{"auditReportVersion":2,"vulnerabilities":{"a":{"severity":"low","range":"*","via":[]}},"metadata":{"vulnerabilities":{"total":1}}}';
const SIGNED = '{"invalid":[],"missing":[]}';
const REFUSED = '{"message":"405 Method Not Allowed"}';

/** Runs the script with an `npm` that prints these answers, whatever its exit code. */
function askedWith(audit: string, signed: string, words: readonly string[] = []): number | null {
  const folder = temporaryFolder();
  const npm = `#!/bin/sh\nif [ "$2" = signatures ]; then echo '${signed}'; else echo '${audit}'; fi\nexit 1\n`;
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  return spawnSync(process.execPath, [SCRIPT, ...words], { env }).status;
}

describe('the check for known vulnerabilities', () => {
  test('passes when both answers are good', () => {
    expect(askedWith(GOOD, SIGNED)).toBe(0);
  });

  test.each([
    ['the audit', REFUSED, SIGNED],
    ['the signatures', GOOD, REFUSED],
  ])('fails when %s could not be asked for, and says so with a code of its own', (_, audit, signed) => {
    expect(askedWith(audit, signed)).toBe(2);
    expect(askedWith(audit, signed, ['--when-reachable'])).toBe(0);
  });

  test('fails by what is known, also where a registry need not be reachable', () => {
    expect(askedWith(BAD, SIGNED)).toBe(1);
    expect(askedWith(BAD, REFUSED, ['--when-reachable'])).toBe(1);
    expect(askedWith(GOOD, '{"invalid":[{"name":"a","version":"1.0.0"}],"missing":[]}')).toBe(1);
  });

  test('asks the registry on a machine that is set to be offline, where npm would answer that all is well', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$*" >> "$(dirname "$0")/asked"\n', { mode: 0o755 });
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    spawnSync(process.execPath, [SCRIPT], { env });
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(
      'audit --omit=dev --json --no-offline --prefer-online --audit --fetch-retries=1\n',
    );
  });
});
