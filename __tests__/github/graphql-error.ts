import { GraphQLError } from 'graphql';
import type { RepositoryState } from './repository-state.ts';
import { judge, type Need, refusal } from './tokens.ts';
import type { Call } from './world.ts';

export type ErrorType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNPROCESSABLE'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION';

export function graphqlError(type: ErrorType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Throws what GitHub answers to a token without the right. */
export function demand({ identity }: Call, repository: RepositoryState, need: Need): void {
  if (judge(identity, repository, need) === 'allowed' || identity === null) return;
  throw graphqlError('FORBIDDEN', refusal(identity));
}
