import type { FileRef, Side } from '../repository.ts';
import { type Located, locateInTree, type Tree } from './git-tree.ts';
import { locateInWorkTree } from './work-tree.ts';

/** What one side of a repository is. */
export type Revision =
  | { readonly kind: 'commit'; readonly id: string }
  | { readonly kind: 'work-tree' }
  | { readonly kind: 'nothing' };

export type Sides = Readonly<Record<Side, Revision>>;

/** Where the files are found, in the order asked for; each side is looked at once. */
export async function locateFiles(
  files: readonly FileRef[],
  sides: Sides,
  repository: { readonly root: string; readonly treeOf: (commit: string) => Promise<Tree> },
): Promise<readonly Located[]> {
  const located = new Map<FileRef, Located>();
  for (const side of ['head', 'base', 'trusted'] as const) {
    const asked = files.filter((file) => file.side === side);
    const paths = asked.map(({ path }) => path);
    const answers = paths.length === 0 ? [] : await locateIn(sides[side], paths, repository);
    asked.forEach((file, index) => {
      located.set(file, answers[index] ?? MISSING);
    });
  }
  return files.map((file) => located.get(file) ?? MISSING);
}

const MISSING: Located = { content: { kind: 'missing' } };

async function locateIn(
  revision: Revision,
  paths: readonly string[],
  { root, treeOf }: Parameters<typeof locateFiles>[2],
): Promise<readonly Located[]> {
  switch (revision.kind) {
    case 'commit': {
      const tree = await treeOf(revision.id);
      return paths.map((path) => locateInTree(tree, path));
    }
    case 'work-tree':
      return await locateInWorkTree(root, paths);
    case 'nothing':
      return paths.map(() => MISSING);
    default:
      return revision satisfies never;
  }
}
