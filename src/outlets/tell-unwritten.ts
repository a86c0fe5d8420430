import * as core from '@actions/core';

export type Unwritten =
  | { readonly kind: 'forbidden' | 'failed'; readonly message: string }
  | { readonly kind: 'stale' };

/**
 * Says why something was not written. A missing right is the set-up's choice, everything else somebody should look at.
 * @param stale the sentence where a newer run has spoken.
 */
export function tellUnwritten(result: Unwritten, { stale }: { readonly stale: string }): void {
  switch (result.kind) {
    case 'forbidden':
      core.notice(`${result.message} The result stands in the job summary.`);
      return;
    case 'failed':
      core.warning(`${result.message} The result stands in the job summary.`);
      return;
    default:
      result.kind satisfies 'stale';
      core.notice(stale);
  }
}
