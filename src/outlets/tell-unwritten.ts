import * as core from '@actions/core';

export interface Unwritten {
  readonly kind: 'forbidden' | 'failed';
  readonly message: string;
}

/** Says why something was not written. A missing right is the set-up's choice, everything else somebody should look at. */
export function tellUnwritten({ kind, message }: Unwritten): void {
  const tell = kind === 'forbidden' ? core.notice : core.warning;
  tell(`${message} The result stands in the job summary.`);
}
