import { classifyApiError, explainApiError } from '../repository/github/api-error.ts';

export type CommentResult =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly id: number;
      readonly url: string;
      /** How many others of ours could not be deleted; only where there are any. */
      readonly left?: number;
    }
  /** A newer run has written, and its comment was left alone. */
  | { readonly kind: 'stale'; readonly id: number; readonly url: string; readonly left?: number }
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
