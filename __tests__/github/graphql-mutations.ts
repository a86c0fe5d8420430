import { commentObject } from './graphql-discussion.ts';
import { demand, graphqlError } from './graphql-error.ts';
import { bodyProblem } from './rest-comments.ts';
import type { Call, FoundComment } from './world.ts';

type Input<T> = { readonly input: T & { readonly clientMutationId?: string | null } };

/** The fields of `Mutation` that this GitHub has. */
export const mutations = {
  updateIssueComment: ({ input }: Input<{ id: string; body: string }>, call: Call) => {
    const { repository, comment } = writable(input.id, call);
    const problem = bodyProblem(input.body);
    if (problem !== null) throw graphqlError('UNPROCESSABLE', problem);
    repository.editComment(comment.id, input.body);
    const edited = repository.findComment(comment.id) ?? comment;
    return {
      clientMutationId: input.clientMutationId ?? null,
      issueComment: commentObject(repository, edited),
    };
  },
  deleteIssueComment: ({ input }: Input<{ id: string }>, call: Call) => {
    const { repository, comment } = writable(input.id, call);
    repository.deleteComment(comment.id);
    return { clientMutationId: input.clientMutationId ?? null };
  },
};

function writable(nodeId: string, call: Call): FoundComment {
  const found = call.world.findCommentByNodeId(nodeId);
  if (found === null)
    throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${nodeId}'.`);
  demand(call, found.repository, { access: 'write', anyOf: ['issues', 'pullRequests'] });
  return found;
}
