import { createHash } from 'node:crypto';

/** As the API writes them; git itself stores a tree's mode as "40000". */
type FileMode = '100644' | '100755' | '120000' | '160000';
type TreeMode = FileMode | '040000';

export interface FileVersion {
  readonly mode: FileMode;
  readonly oid: string;
}

/** Path to version; a whole work tree. */
export type Files = ReadonlyMap<string, FileVersion>;

export interface TreeEntry {
  readonly name: string;
  readonly mode: TreeMode;
  readonly oid: string;
}

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Seconds since 1970, always UTC. */
  readonly time: number;
  readonly files: Files;
}

/** Objects with the ids that git itself would give them. */
export interface ObjectStore {
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly trees: ReadonlyMap<string, readonly TreeEntry[]>;
  readonly commits: ReadonlyMap<string, Commit>;
  writeBlob(bytes: Uint8Array): string;
  /** `time` in seconds since 1970; without one a minute passes from commit to commit. */
  writeCommit(commit: { files: Files; parents: readonly string[]; message: string; time?: number }): Commit;
}

const PERSON = 'Local GitHub <noreply@example.com>';
const FIRST_COMMIT_TIME = 1_767_225_600;

export function createObjectStore(): ObjectStore {
  const blobs = new Map<string, Uint8Array>();
  const trees = new Map<string, readonly TreeEntry[]>();
  const commits = new Map<string, Commit>();

  function writeTree(folder: Folder): string {
    const entries = [...folder].map(
      ([name, node]): TreeEntry =>
        node instanceof Map ? { name, mode: '040000', oid: writeTree(node) } : { name, ...node },
    );
    entries.sort((left, right) => Buffer.compare(sortKey(left), sortKey(right)));
    const parts = entries.map(({ name, mode, oid }) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(oid, 'hex')]),
    );
    const oid = objectId('tree', Buffer.concat(parts));
    trees.set(oid, entries);
    return oid;
  }

  return {
    blobs,
    trees,
    commits,
    writeBlob(bytes) {
      const oid = objectId('blob', bytes);
      blobs.set(oid, bytes);
      return oid;
    },
    writeCommit({ files, parents, message, time = FIRST_COMMIT_TIME + 60 * commits.size }) {
      const tree = writeTree(nest(files));
      const text = [
        `tree ${tree}`,
        ...parents.map((parent) => `parent ${parent}`),
        `author ${PERSON} ${time} +0000`,
        `committer ${PERSON} ${time} +0000`,
        '',
        `${message}\n`,
      ].join('\n');
      const oid = objectId('commit', Buffer.from(text));
      const commit: Commit = { oid, tree, parents, message, time, files };
      commits.set(oid, commit);
      return commit;
    },
  };
}

function objectId(type: 'blob' | 'tree' | 'commit', bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex');
}

type Folder = Map<string, Folder | FileVersion>;

function nest(files: Files): Folder {
  const root: Folder = new Map();
  for (const [path, version] of files) {
    const names = path.split('/');
    const fileName = names.pop() ?? path;
    let folder = root;
    for (const name of names) {
      const next = folder.get(name) ?? new Map();
      if (!(next instanceof Map)) throw new Error(`"${path}" lies below a file.`);
      folder.set(name, next);
      folder = next;
    }
    if (folder.has(fileName)) throw new Error(`"${path}" is a folder already.`);
    folder.set(fileName, version);
  }
  return root;
}

/** git compares a folder's name as if it ended in a slash. */
function sortKey({ name, mode }: TreeEntry): Buffer {
  return Buffer.from(mode === '040000' ? `${name}/` : name);
}
