import { commentObject, issueObject, pullObject } from './graphql-discussion.ts';
import { demand, graphqlError } from './graphql-error.ts';
import { findObject, refObject } from './graphql-git.ts';
import type { RepositoryState } from './repository-state.ts';
import { accountId } from './rest-payload.ts';
import { judge } from './tokens.ts';
import type { Call } from './world.ts';

/** The fields of `Query` that this GitHub has. */
export const queries = {
  viewer: (_: unknown, { identity }: Call) => {
    const login = identity?.login ?? '';
    return { __typename: 'User', id: `U_${accountId(login)}`, login, databaseId: accountId(login) };
  },
  rateLimit: {
    ...{ cost: 1, limit: 5_000, remaining: 4_999, used: 1, nodeCount: 1 },
    resetAt: '2099-01-01T00:00:00Z',
  },
  repository: ({ owner, name }: { owner: string; name: string }, { identity, world }: Call) => {
    const repository = world.findRepository(owner, name);
    if (repository === null || judge(identity, repository, { access: 'read', anyOf: [] }) === 'invisible') {
      throw graphqlError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
    }
    return repositoryObject(repository);
  },
  node: ({ id }: { id: string }, { world }: Call) => {
    const found = world.findCommentByNodeId(id);
    if (found === null)
      throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
    return commentObject(found.repository, found.comment);
  },
};

function repositoryObject(repository: RepositoryState): object {
  const { id, owner, name, fullName, isPrivate, defaultBranch } = repository;
  return {
    ...{
      __typename: 'Repository',
      id: `R_${id}`,
      databaseId: id,
      name,
      nameWithOwner: fullName,
      isPrivate,
      isFork: false,
    },
    ...{
      url: `https://github.com/${fullName}`,
      owner: { __typename: 'User', id: `U_${accountId(owner)}`, login: owner },
    },
    defaultBranchRef: () => refObject(repository, defaultBranch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refObject(repository, qualifiedName.replace(/^refs\/heads\//, '')),
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }, call: Call) => {
      demand(call, repository, { access: 'read', anyOf: ['contents'] });
      return findObject(repository, oid ?? expression ?? '');
    },
    issue: ({ number }: { number: number }, call: Call) => {
      demand(call, repository, { access: 'read', anyOf: ['issues'] });
      const issue = repository.findIssue(number);
      if (issue !== null) return issueObject(issue);
      throw graphqlError('NOT_FOUND', `Could not resolve to an Issue with the number of ${number}.`);
    },
    pullRequest: ({ number }: { number: number }, call: Call) => {
      demand(call, repository, { access: 'read', anyOf: ['pullRequests'] });
      const pull = repository.findPullRequest(number);
      if (pull !== null) return pullObject(repository, pull);
      throw graphqlError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    },
  };
}
