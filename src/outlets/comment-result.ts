import { classifyApiError, explainApiError } from '../repository/github/api-error.ts';

export type CommentResult =
  | {
      /** `stale`: a newer run has written, and its comment was left alone. */
      readonly kind: 'created' | 'updated' | 'unchanged' | 'stale';
      readonly id: number;
      readonly url: string;
      /** What beside the comment itself could not be done or seen, in sentences. */
      readonly remarks: readonly string[];
    }
  /** There is none, and none was to be made. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'dry-run'; readonly would: 'create' | 'update' | 'nothing' }
  /** `forbidden`: the token lacks the right. `failed`: everything else. The message says what to do. */
  | { readonly kind: 'forbidden' | 'failed'; readonly message: string };

/** A comment is no reason to fail a run: what went wrong with it becomes its result. */
export function unwrittenComment(error: unknown, number: number): CommentResult {
  const task = {
    action: `write the comment on pull request ${number}`,
    permission: 'pull-requests: write',
  } as const;
  const { kind } = classifyApiError(error);
  const isRight = kind === 'forbidden' || kind === 'unauthorized' || kind === 'missing';
  return { kind: isRight ? 'forbidden' : 'failed', message: explainApiError(error, task).message };
}
