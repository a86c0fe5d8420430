import { describe, expect, test } from '@jest/globals';
import { compareTrees } from '../../../src/repository/github/compare-trees.ts';
import type { TreeFile } from '../../../src/repository/github/tree.ts';

/** "path=content", a link with "path@target". */
function tree(...files: readonly string[]): readonly TreeFile[] {
  return files.map((file) => {
    const [path = '', oid = ''] = file.split(/[=@]/);
    return { path, oid, mode: file.includes('@') ? '120000' : '100644' };
  });
}

describe('two trees', () => {
  test('that are the same differ in nothing', () => {
    expect(compareTrees(tree('a=1', 'b=2'), tree('a=1', 'b=2'))).toEqual([]);
  });

  test('differ in what was added, modified and removed', () => {
    expect(compareTrees(tree('a=1', 'b=2', 'c=3'), tree('a=1', 'b=9', 'd=4'))).toEqual([
      { path: 'b', previousPath: null, change: 'modified' },
      { path: 'd', previousPath: null, change: 'added' },
      { path: 'c', previousPath: null, change: 'removed' },
    ]);
  });

  test('differ in the kind of a file', () => {
    expect(compareTrees(tree('a=1'), tree('a@1'))).toEqual([
      { path: 'a', previousPath: null, change: 'modified' },
    ]);
    expect(compareTrees(tree('a=1'), tree('b@1')).map(({ change }) => change)).toEqual(['added', 'removed']);
  });

  test('know a file again that moved', () => {
    expect(compareTrees(tree('active/a=1'), tree('done/a=1'))).toEqual([
      { path: 'done/a', previousPath: 'active/a', change: 'renamed' },
    ]);
  });

  test('know files with the same content apart by their names', () => {
    expect(compareTrees(tree('x/a=1', 'x/b=1', 'x/c=1'), tree('y/c=1', 'y/a=1', 'y/z=1', 'y/new=1'))).toEqual(
      [
        { path: 'y/c', previousPath: 'x/c', change: 'renamed' },
        { path: 'y/a', previousPath: 'x/a', change: 'renamed' },
        { path: 'y/z', previousPath: 'x/b', change: 'renamed' },
        { path: 'y/new', previousPath: null, change: 'added' },
      ],
    );
  });

  test('with many copies of one file cost a few looks at each', () => {
    let looks = 0;
    const copies = (folder: string): readonly TreeFile[] =>
      Array.from({ length: 1_000 }, (_, index) => ({
        get path() {
          looks += 1;
          return `${folder}/${index}`;
        },
        oid: '1',
        mode: '100644',
      }));
    const [before, after] = [copies('old'), copies('new')];
    expect(compareTrees(before, after).every(({ change }) => change === 'renamed')).toBe(true);
    expect(looks).toBeLessThan(20 * 2_000);
  });
});
