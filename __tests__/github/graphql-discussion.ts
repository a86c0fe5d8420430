import { connection, type PageArguments } from './graphql-connection.ts';
import { demand } from './graphql-error.ts';
import { commitObject, refObject } from './graphql-git.ts';
import type { LocalComment, LocalIssue, LocalPullRequest } from './local-repository.ts';
import type { RepositoryState } from './repository-state.ts';
import { commitsBetween } from './rest-compare.ts';
import { accountId } from './rest-payload.ts';
import { filesOfPull, labelOf } from './rest-pulls.ts';
import type { Call } from './world.ts';

/** Ids of comments have outgrown the 32 bits of `databaseId`. */
const LARGEST_INT = 2 ** 31 - 1;

export function pullObject(repository: RepositoryState, pull: LocalPullRequest): object {
  const { number, title, state, headSha, baseSha, base, head, isFork, author } = pull;
  const [headOwner, headRefName] = labelOf(repository, head);
  const id = accountId(`${repository.fullName}#${number}`);
  const potentialMergeCommit = (): object | null => {
    const merge = repository.testMerge(number);
    return merge === null ? null : commitObject(repository, merge);
  };
  return {
    ...{
      __typename: 'PullRequest',
      id: `PR_${id}`,
      databaseId: id,
      fullDatabaseId: String(id),
      number,
      title,
      body: '',
    },
    ...{
      state: state.toUpperCase(),
      closed: state === 'closed',
      merged: false,
      isDraft: false,
      locked: false,
    },
    ...{
      headRefOid: headSha,
      baseRefOid: baseSha,
      headRefName,
      baseRefName: base,
      isCrossRepository: isFork,
    },
    url: `https://github.com/${repository.fullName}/pull/${number}`,
    author: actor(author),
    headRepository: { nameWithOwner: `${headOwner}/${repository.name}`, name: repository.name, isFork },
    headRepositoryOwner: { __typename: 'User', login: headOwner },
    baseRepository: { nameWithOwner: repository.fullName, name: repository.name, isFork: false },
    headRef: () => refObject(repository, head),
    baseRef: () => refObject(repository, base),
    changedFiles: () => filesOfPull(repository, pull).length,
    potentialMergeCommit,
    commits: (args: PageArguments) => {
      const [from, to] = [repository.find(baseSha), repository.find(headSha)];
      const commits = from === null || to === null ? [] : commitsBetween(repository, from, to);
      const nodes = commits.map((commit) => ({
        id: `PRC_${commit.oid}`,
        commit: commitObject(repository, commit),
      }));
      return connection('commits', nodes, (node) => nodes.indexOf(node), args);
    },
    comments: (args: PageArguments, call: Call) => {
      demand(call, repository, { access: 'read', anyOf: ['issues', 'pullRequests'] });
      return commentConnection(repository, number, args);
    },
  };
}

export function issueObject({ id, number, title, body, url, state, author }: LocalIssue): object {
  return {
    ...{ __typename: 'Issue', id: `I_${id}`, number, title, body, url, state: state.toUpperCase() },
    author: actor(author),
    viewerDidAuthor: (_: unknown, { identity }: Call) => identity?.login === author,
  };
}

function commentConnection(repository: RepositoryState, number: number, args: PageArguments): object {
  const nodes = repository.comments(number).map((comment) => commentObject(repository, comment));
  return connection('comments', nodes, ({ restId }) => restId, args);
}

export function commentObject({ fullName }: RepositoryState, comment: LocalComment) {
  const { id, nodeId, author, body, url, createdAt, updatedAt, isMinimized } = comment;
  return {
    restId: id,
    ...{
      __typename: 'IssueComment',
      id: nodeId,
      fullDatabaseId: String(id),
      databaseId: id > LARGEST_INT ? null : id,
    },
    ...{
      body,
      bodyText: body,
      url,
      createdAt,
      updatedAt,
      publishedAt: createdAt,
      isMinimized,
      minimizedReason: isMinimized ? 'outdated' : null,
    },
    ...{ author: actor(author), authorAssociation: author.endsWith('[bot]') ? 'NONE' : 'CONTRIBUTOR' },
    resourcePath: url.replace('https://github.com', ''),
    repository: { nameWithOwner: fullName },
    viewerDidAuthor: (_: unknown, { identity }: Call) => identity?.login === author,
  };
}

/** GraphQL names an app's account without the "[bot]" that REST has. */
function actor(login: string): object {
  const id = accountId(login);
  if (!login.endsWith('[bot]')) return { __typename: 'User', id: `U_${id}`, login, databaseId: id };
  return { __typename: 'Bot', id: `BOT_${id}`, login: login.slice(0, -'[bot]'.length), databaseId: id };
}
