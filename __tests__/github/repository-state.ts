import { createCommentState } from './comment-state.ts';
import { type Commit, createObjectStore, type FileVersion, type ObjectStore } from './git-objects.ts';
import { createIssueState, type GoneIssue } from './issue-state.ts';
import type {
  CommitRequest,
  FileEntry,
  LocalComment,
  LocalIssue,
  LocalPullRequest,
  LocalRepository,
  PullRequestRequest,
} from './local-repository.ts';
import { mergeBase } from './merge-base.ts';
import { mergeFiles } from './merge-files.ts';

/** What the handlers know beyond what tests see. */
export interface RepositoryState extends LocalRepository {
  /** The number in addresses such as `/repositories/1`. */
  readonly id: number;
  readonly objects: ObjectStore;
  readonly branches: ReadonlyMap<string, string>;
  find(revision: string): Commit | null;
  findPullRequest(number: number): LocalPullRequest | null;
  pullRequests(): readonly LocalPullRequest[];
  findIssue(number: number): LocalIssue | null;
  goneIssue(number: number): GoneIssue | null;
  findComment(id: number): LocalComment | null;
  findCommentByNodeId(nodeId: string): LocalComment | null;
  /** The commit behind `refs/pull/N/merge`, null when the two sides have nothing in common. */
  testMerge(number: number): Commit | null;
}

export interface RepositorySetup {
  readonly id: number;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly now: () => string;
  readonly nextId: () => number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function createRepositoryState(setup: RepositorySetup): RepositoryState {
  const { id: repositoryId, fullName, defaultBranch, isPrivate, now, nextId } = setup;
  const [owner = '', name = ''] = fullName.split('/');
  const objects = createObjectStore();
  const branches = new Map<string, string>();
  const pulls = new Map<number, Mutable<LocalPullRequest>>();
  let lastNumber = 0;
  const nextNumber = (): number => {
    lastNumber += 1;
    return lastNumber;
  };
  const issues = createIssueState({ fullName, now, nextId, nextNumber });
  let hasIssues = true;
  const comments = createCommentState({
    ...{ fullName, now, nextId },
    kindOf: (number) => (pulls.has(number) ? 'pull' : 'issues'),
  });

  function version(entry: Exclude<FileEntry, null>): FileVersion {
    if (typeof entry === 'string') return { mode: '100644', oid: objects.writeBlob(Buffer.from(entry)) };
    if (entry instanceof Uint8Array) return { mode: '100644', oid: objects.writeBlob(entry) };
    if ('symlink' in entry) return { mode: '120000', oid: objects.writeBlob(Buffer.from(entry.symlink)) };
    if ('submodule' in entry) return { mode: '160000', oid: entry.submodule };
    return { mode: '100755', oid: objects.writeBlob(Buffer.from(entry.executable)) };
  }

  function find(revision: string): Commit | null {
    const known = objects.commits.get(revision);
    if (known !== undefined) return known;
    const pull = /^refs\/pull\/(\d+)\/(head|merge)$/.exec(revision);
    if (pull !== null) {
      const number = Number(pull[1]);
      if (pull[2] === 'merge') return testMerge(number);
      return objects.commits.get(pulls.get(number)?.headSha ?? '') ?? null;
    }
    const branch = revision === 'HEAD' ? defaultBranch : revision.replace(/^(refs\/)?heads\//, '');
    return objects.commits.get(branches.get(branch) ?? '') ?? null;
  }

  function resolve(revision: string): string {
    const commit = find(revision);
    if (commit === null) throw new Error(`${fullName} has no "${revision}".`);
    return commit.oid;
  }

  function moveBranch(branch: string, oid: string): void {
    branches.set(branch, oid);
    for (const pull of pulls.values()) {
      if (pull.head !== branch || pull.state === 'closed') continue;
      pull.headSha = oid;
      pull.baseSha = resolve(pull.base);
    }
  }

  function commit(request: CommitRequest): string {
    const { files = {}, branch, from, parents, message = 'Change files', time } = request;
    const tip = branch === undefined ? undefined : branches.get(branch);
    const start = tip ?? (from === undefined ? undefined : resolve(from));
    const parentIds = parents?.map(resolve) ?? (start === undefined ? [] : [start]);
    const next = new Map<string, FileVersion>(objects.commits.get(parentIds[0] ?? '')?.files);
    for (const [path, entry] of Object.entries(files)) if (entry === null) next.delete(path);
    for (const [path, entry] of Object.entries(files)) if (entry !== null) next.set(path, version(entry));
    const { oid } = objects.writeCommit({
      ...{ files: next, parents: parentIds, message },
      ...(time === undefined ? {} : { time }),
    });
    if (branch !== undefined) moveBranch(branch, oid);
    return oid;
  }

  function testMerge(number: number): Commit | null {
    const pull = pulls.get(number);
    const base = pull === undefined ? null : find(pull.base);
    const head = pull === undefined ? null : find(pull.headSha);
    if (base === null || head === null) return null;
    const common = objects.commits.get(mergeBase(objects.commits, base.oid, head.oid) ?? '');
    if (common === undefined) return null;
    const parents = [base.oid, head.oid];
    const known = [...objects.commits.values()].find((made) => made.parents.join() === parents.join());
    const files = mergeFiles(common.files, base.files, head.files);
    return known ?? objects.writeCommit({ files, parents, message: `Merge ${head.oid} into ${base.oid}` });
  }

  function openPullRequest(request: PullRequestRequest): LocalPullRequest {
    const { base, head, title = `Merge ${head}`, author = 'contributor', state = 'open' } = request;
    const number = nextNumber();
    const pull = {
      ...{ number, base, head, title, author, state },
      baseSha: resolve(base),
      headSha: resolve(head),
      isFork: head.includes(':') && !head.startsWith(`${owner}:`),
    };
    pulls.set(number, pull);
    return { ...pull };
  }

  function existingPull(number: number): Mutable<LocalPullRequest> {
    const pull = pulls.get(number);
    if (pull === undefined) throw new Error(`${fullName} has no pull request ${number}.`);
    return pull;
  }

  return {
    id: repositoryId,
    ...{
      owner,
      name,
      fullName,
      defaultBranch,
      isPrivate,
      objects,
      branches,
      find,
      resolve,
      commit,
      testMerge,
    },
    mergeBase: (left, right) => mergeBase(objects.commits, resolve(left), resolve(right)),
    fileId: (revision, path) => find(revision)?.files.get(path)?.oid ?? null,
    openPullRequest,
    pullRequest: (number) => ({ ...existingPull(number) }),
    findPullRequest: (number) => pulls.get(number) ?? null,
    closePullRequest: (number) => {
      existingPull(number).state = 'closed';
    },
    pullRequests: () => [...pulls.values()].map((pull) => ({ ...pull })),
    get hasIssues() {
      return hasIssues;
    },
    disableIssues: () => {
      hasIssues = false;
    },
    issues: issues.all,
    openIssue: issues.open,
    findIssue: issues.find,
    goneIssue: issues.gone,
    issue(number) {
      const issue = issues.find(number);
      if (issue === null) throw new Error(`${fullName} has no issue ${number}.`);
      return { ...issue };
    },
    editIssue: issues.edit,
    deleteIssue: (number) => issues.remove(number, { kind: 'deleted' }),
    transferIssue: (number, to) => issues.remove(number, { kind: 'moved', to }),
    comments: comments.of,
    findComment: comments.find,
    findCommentByNodeId: comments.findByNodeId,
    editComment: comments.edit,
    minimizeComment: comments.minimize,
    deleteComment: comments.remove,
    addComment(comment) {
      if (issues.find(comment.issue) === null) existingPull(comment.issue);
      return comments.add(comment);
    },
  };
}
