/** Text is stored as UTF-8. `null` removes the path. */
export type FileEntry =
  | string
  | Uint8Array
  | { readonly symlink: string }
  /** The full commit id that the submodule is at. */
  | { readonly submodule: string }
  | { readonly executable: string }
  | null;

export interface CommitRequest {
  /** Applied over the first parent's files. */
  readonly files?: Readonly<Record<string, FileEntry>>;
  /** Moved to the new commit, made when it is not there. `login:branch` is a branch of that person's fork. */
  readonly branch?: string;
  /** Where a new branch starts: a branch or commit id. Without it a new branch starts with nothing. */
  readonly from?: string;
  /** Branches or commit ids; instead of the branch's tip. */
  readonly parents?: readonly string[];
  readonly message?: string;
  /** Of the committer, in seconds since 1970. */
  readonly time?: number;
}

export interface PullRequestRequest {
  readonly base: string;
  /** A branch, or `login:branch` for a fork's. */
  readonly head: string;
  readonly title?: string;
  readonly author?: string;
  readonly state?: 'open' | 'closed';
}

export interface LocalPullRequest {
  readonly number: number;
  readonly base: string;
  readonly head: string;
  /** Full commit ids. GitHub notes the base branch's tip when the head is pushed, so it may lie behind the branch. */
  readonly baseSha: string;
  readonly headSha: string;
  readonly isFork: boolean;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly author: string;
}

export interface IssueRequest {
  readonly title: string;
  /** "contributor" when left out. */
  readonly author?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
}

export interface LocalIssue {
  /** The number in addresses; counted together with pull requests. */
  readonly number: number;
  readonly id: number;
  readonly title: string;
  readonly author: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly state: 'open' | 'closed';
  readonly stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  /** Comments on it are refused. */
  readonly isLocked: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly url: string;
}

/** What people and programs do to an issue; what is left out stays. */
export type IssueChange = {
  readonly [K in 'title' | 'body' | 'labels' | 'state' | 'isLocked']?: LocalIssue[K];
} & { readonly stateReason?: 'completed' | 'not_planned' | 'duplicate' };

export interface LocalComment {
  /** The number in REST addresses. */
  readonly id: number;
  /** The opaque id of GraphQL. */
  readonly nodeId: string;
  readonly issue: number;
  /** Login as in REST, "github-actions[bot]" for the workflow's own token. */
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
  /** Somebody hid it: shown folded. */
  readonly isMinimized: boolean;
}

export interface LocalRepository {
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  /** Returns the full commit id. */
  commit(request: CommitRequest): string;
  /** The full commit id that a branch, `login:branch`, ref, `HEAD` or id stands for; throws when there is none. */
  resolve(revision: string): string;
  /** The best common ancestor, null without one. */
  mergeBase(left: string, right: string): string | null;
  /** The git id of a file (blob, or the submodule's commit), null when there is none. */
  fileId(revision: string, path: string): string | null;
  openPullRequest(request: PullRequestRequest): LocalPullRequest;
  pullRequest(number: number): LocalPullRequest;
  closePullRequest(number: number): void;
  /** False once `disableIssues` was called. */
  readonly hasIssues: boolean;
  disableIssues(): void;
  /** Oldest first, without pull requests. */
  issues(): readonly LocalIssue[];
  openIssue(request: IssueRequest): LocalIssue;
  issue(number: number): LocalIssue;
  editIssue(number: number, change: IssueChange): LocalIssue;
  deleteIssue(number: number): void;
  /** `to` is a path such as "/repos/octo/other/issues/1". */
  transferIssue(number: number, to: string): void;
  /** Comments of a pull request or issue, oldest first. */
  comments(issue: number): readonly LocalComment[];
  addComment(comment: {
    readonly issue: number;
    readonly author: string;
    readonly body: string;
  }): LocalComment;
  editComment(id: number, body: string): void;
  minimizeComment(id: number): void;
  deleteComment(id: number): void;
}
