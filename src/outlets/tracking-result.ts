import { classifyApiError, explainApiError } from '../repository/github/api-error.ts';

export type TrackingResult =
  | {
      /** `stale`: a newer run has written, and its issue was left alone. */
      readonly kind: 'opened' | 'updated' | 'unchanged' | 'closed' | 'reopened' | 'stale';
      readonly number: number;
      readonly url: string;
      /** What beside the issue itself could not be done or seen, in sentences. */
      readonly remarks: readonly string[];
    }
  /** There is none, and nothing needs a decision. */
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'dry-run';
      readonly would: 'open' | 'update' | 'close' | 'reopen' | 'nothing';
      readonly body: string;
      /** null where there would be none. */
      readonly comment: string | null;
    }
  /** `forbidden`: the token lacks the right, or issues are switched off. `failed`: everything else. The message says what to do. */
  | { readonly kind: 'forbidden' | 'failed'; readonly message: string };

/** An issue is no reason to fail a run: what went wrong with it becomes its result. */
export function unwrittenIssue(error: unknown): TrackingResult {
  if (isSwitchedOff(error)) {
    const message =
      'Could not open the tracking issue: issues are switched off in this repository. Switch them on in its settings, or set "tracking-issue" to never.';
    return { kind: 'forbidden', message };
  }
  const { kind } = classifyApiError(error);
  const isRight = kind === 'forbidden' || kind === 'unauthorized' || kind === 'missing';
  const message = explainApiError(error, {
    action: 'write the tracking issue',
    permission: 'issues: write',
  }).message;
  return { kind: isRight ? 'forbidden' : 'failed', message };
}

/** GitHub says 410 of an issue that was deleted, and of all of them where there are none. */
const isSwitchedOff = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && error.status === 410 && /disabled/i.test(error.message);
