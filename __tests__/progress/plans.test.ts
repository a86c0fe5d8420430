import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { comparePlans } from '../../src/progress/compare-plans.ts';
import { describeDelta, describePlan } from './describe-plan.ts';

const root = fileURLToPath(new URL('../fixtures/plans/', import.meta.url));

/** Add a folder with a plan, and a base where there is a change, and write down with `UPDATE_PLANS=1` what is read from it. */
describe.each(readdirSync(root))('%s', (scenario) => {
  const read = (file: string): string | null => {
    const path = `${root}${scenario}/${file}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const plan = read('plan.md') ?? '';
  const base = read('base.md');
  const describeAll = (edit: (text: string) => string): string => {
    const head = parsePlan(`docs/plans/${scenario}.md`, edit(plan));
    const before = base === null ? null : parsePlan('docs/plans/old-name.md', edit(base));
    return describePlan(head) + (before === null ? '' : describeDelta(comparePlans(before, head)));
  };

  test('is read as expected', () => {
    if (process.env.UPDATE_PLANS === '1') {
      writeFileSync(
        `${root}${scenario}/expected.txt`,
        describeAll((text) => text),
      );
    }
    expect(describeAll((text) => text)).toBe(read('expected.txt'));
  });

  test('is read the same with CRLF, and behind a byte order mark', () => {
    expect(describeAll((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(read('expected.txt'));
  });
});
