import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { movedTarget } from '../../src/rules/moved-target.ts';
import { makeRelations } from '../../src/rules/relations.ts';
import { folderNamesakesOf, namesakesOf } from '../../src/rules/same-named.ts';

/** Counts how often somebody goes through all of it. */
class WalkedSet extends Set<string> {
  walks = 0;

  override [Symbol.iterator]() {
    this.walks++;
    return super[Symbol.iterator]();
  }
}

const walked = (...paths: readonly string[]): WalkedSet => {
  const files = new WalkedSet();
  for (const path of paths) files.add(path);
  return files;
};

test('files of a name are found with that one, and those in a folder of the same name', () => {
  const files = walked('a/x.ts', 'b/a/x.ts', 'c/x.ts', 'x.ts', 'a/xx.ts');
  expect(namesakesOf('d/x.ts', files)).toEqual(['a/x.ts', 'b/a/x.ts', 'c/x.ts', 'x.ts']);
  expect(folderNamesakesOf('d/a/x.ts', files)).toEqual(['a/x.ts', 'b/a/x.ts']);
  expect(folderNamesakesOf('x.ts', files)).toEqual(['x.ts']);
  expect(namesakesOf('y.ts', files)).toEqual([]);
});

test('however many names are looked for, the files are gone through once for each way to look', () => {
  const files = walked('a/x.md', 'b/readme.md');
  const relations = makeRelations({ plans: new Map(), exists: () => false, files });
  const plan = parsePlan(
    'docs/plan.md',
    `---\ndepends_on:\n${Array.from({ length: 500 }, (_, index) => `  - ${index}/x.md\n  - ${index}/readme.md\n`).join('')}---\n`,
  );
  const found = plan.references.map((reference) =>
    movedTarget(plan, reference, { relations, renames: new Map() }),
  );
  expect(found.filter((path) => path === 'a/x.md')).toHaveLength(500);
  expect(files.walks).toBe(2);
});
