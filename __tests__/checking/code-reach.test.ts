import { describe, expect, test } from '@jest/globals';
import { type Breadth, codeReach } from '../../src/checking/code-reach.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { ACTIVE, planText, withKeys } from '../rules/rule-test.ts';

const numbered = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/${index}.ts`);

function breadthsOf(
  files: readonly string[],
  code: readonly string[],
  maxLooks?: number,
): readonly Breadth[] {
  const text = planText(withKeys(ACTIVE, { related_code: JSON.stringify(code) }), '- [ ] Build it\n');
  const reach = codeReach(files, maxLooks);
  return reach.entriesOf(parsePlan('docs/plans/active/a.md', text)).map(reach.breadthOf);
}

describe('how much of the repository an entry covers', () => {
  const FILES = [...numbered('src', 70), ...numbered('lib', 21), ...numbered('api', 9)];

  test('is too much from a fifth on, be it a folder or a glob', () => {
    const code = ['lib', 'api', '**/*.ts', '**/1*.ts', 'src/*', 'lib/1*.ts', 'lib/*'];
    expect(breadthsOf(FILES, code)).toEqual([
      ...['too-broad', 'narrow', 'too-broad', 'too-broad', 'too-broad', 'narrow', 'too-broad'],
    ]);
  });

  test('is told from some of very many files', () => {
    const many = [...numbered('src', 9_000), ...numbered('lib', 6_000)];
    expect(breadthsOf(many, ['lib/**', '**/[1-4]*.ts', '**/77*.ts'])).toEqual([
      'too-broad',
      'too-broad',
      'narrow',
    ]);
  });

  test('is unknown when more globs are asked about than there is time for; what costs nothing is known', () => {
    const code = ['**/a*.ts', '**/b*.ts', '**/a*.ts', '**/c*.ts', 'api/*.ts', 'lib'];
    expect(breadthsOf(FILES, code, 250)).toEqual([
      ...['narrow', 'narrow', 'narrow', 'unknown', 'narrow', 'too-broad'],
    ]);
  });
});
