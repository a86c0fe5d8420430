import { foldersOf } from '../folders-of.ts';
import type { DoorKind, FileContent } from '../repository.ts';
import { git, records } from './git.ts';

/** A path in a commit or in the index: what git keeps there. */
export interface TreeEntry {
  /** Octal, as git prints it. */
  readonly mode: string;
  readonly id: string;
}

/** By path from the repository's root; folders too. */
export type Tree = ReadonlyMap<string, TreeEntry>;

const SYMBOLIC_LINK = '120000';
const SUBMODULE = '160000';
const FOLDER = '040000';

/** Every file and folder of a commit. */
export async function readTree(root: string, commit: string): Promise<Tree> {
  const output = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  return withFolders(
    records(output).map((record) => {
      const tab = record.indexOf('\t');
      const [mode = '', , id = ''] = record.slice(0, tab).split(' ');
      return [record.slice(tab + 1), { mode, id }];
    }),
  );
}

/**
 * What is not on the disk though the index has it: submodules that are not checked out, and files that a sparse
 * check-out leaves out.
 */
export const readAbsentEntries = (root: string): Promise<Tree> =>
  indexEntries(root, (tag, mode) => tag === 'S' || mode === SUBMODULE);

/** Every file and folder of the index. */
export const readIndex = (root: string): Promise<Tree> => indexEntries(root, () => true);

async function indexEntries(root: string, isWanted: (tag: string, mode: string) => boolean): Promise<Tree> {
  const output = await git(root, ['ls-files', '-t', '--stage', '-z']);
  return withFolders(
    records(output).flatMap((record) => {
      const tab = record.indexOf('\t');
      const [tag = '', mode = '', id = ''] = record.slice(0, tab).split(' ');
      return isWanted(tag, mode) ? [[record.slice(tab + 1), { mode, id }] as const] : [];
    }),
  );
}

/** Paths of what is no folder. */
export const filesOf = (tree: Tree): readonly string[] =>
  [...tree].flatMap(([path, { mode }]) => (mode === FOLDER ? [] : [path]));

function withFolders(files: readonly (readonly [path: string, entry: TreeEntry])[]): Tree {
  const folders = foldersOf(files.map(([path]) => path));
  return new Map([...[...folders].map((path) => [path, { mode: FOLDER, id: '' }] as const), ...files]);
}

/** What is known of a file before its bytes are: the id of a blob to ask for, or already all there is to say. */
export type Located = { readonly blob: string } | { readonly content: FileContent };

export function locateInTree(tree: Tree, path: string): Located {
  const entry = tree.get(path);
  if (entry === undefined) return { content: { kind: 'missing' } };
  const reason = entry.mode === FOLDER ? 'folder' : doorKindOf(entry);
  return reason === null ? { blob: entry.id } : { content: { kind: 'unreadable', reason } };
}

/** null for a file and for a folder. */
export function doorKindOf({ mode }: Pick<TreeEntry, 'mode'>): DoorKind | null {
  switch (mode) {
    case SYMBOLIC_LINK:
      return 'symbolic-link';
    case SUBMODULE:
      return 'submodule';
    default:
      return null;
  }
}
