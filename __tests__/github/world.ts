import { createClock } from './clock.ts';
import type { LocalComment } from './local-repository.ts';
import { createRepositoryState, type RepositoryState } from './repository-state.ts';
import type { TokenIdentity } from './tokens.ts';

/** All that there is. */
export interface World {
  /** Of the server, without a slash at the end; empty until it listens. */
  url: string;
  readonly limits: Limits;
  createRepository(fullName: string, options?: RepositoryOptions): RepositoryState;
  findRepository(owner: string, name: string): RepositoryState | null;
  findCommentByNodeId(nodeId: string): FoundComment | null;
  /** Turns a path that names a repository by its number, as links to further pages do, into one with its name. */
  nameRepository(path: string): string;
}

export interface RepositoryOptions {
  /** "main" when left out. */
  readonly defaultBranch?: string;
  /** A token without rights gets 404 on a private repository; on a public one it may read. */
  readonly isPrivate?: boolean;
}

export interface FoundComment {
  readonly repository: RepositoryState;
  readonly comment: LocalComment;
}

export interface Limits {
  /** Bytes; GraphQL cuts the text of larger blobs. */
  readonly textBytes: number;
  /** A recursive tree is cut after as many entries. */
  readonly treeEntries: number;
}

/** One request's view. */
export interface Call {
  readonly world: World;
  readonly identity: TokenIdentity | null;
}

/** Comments are numbered from here, beyond 32 bits as on github.com. */
const FIRST_ID = 3_000_000_000;

export function createWorld(limits: Limits): World {
  const repositories: RepositoryState[] = [];
  const now = createClock();
  let lastId = FIRST_ID;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };

  return {
    url: '',
    limits,
    createRepository(fullName, { defaultBranch = 'main', isPrivate = false } = {}) {
      const id = repositories.length + 1;
      const repository = createRepositoryState({ id, fullName, defaultBranch, isPrivate, now, nextId });
      repositories.push(repository);
      return repository;
    },
    findRepository(owner, name) {
      const fullName = `${owner}/${name}`.toLowerCase();
      return repositories.find((each) => each.fullName.toLowerCase() === fullName) ?? null;
    },
    findCommentByNodeId(nodeId) {
      for (const repository of repositories) {
        const comment = repository.findCommentByNodeId(nodeId);
        if (comment !== null) return { repository, comment };
      }
      return null;
    },
    nameRepository(path) {
      const [, id, rest] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
      const repository = repositories.find((each) => String(each.id) === id);
      return repository === undefined ? path : `/repos/${repository.fullName}${rest ?? ''}`;
    },
  };
}
