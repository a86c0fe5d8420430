import type { LocalComment } from './local-repository.ts';
import type { RepositoryState } from './repository-state.ts';
import type { TokenIdentity } from './tokens.ts';

/** What all handlers share. */
export interface World {
  readonly url: string;
  readonly limits: Limits;
  findRepository(owner: string, name: string): RepositoryState | null;
  findCommentByNodeId(nodeId: string): FoundComment | null;
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
