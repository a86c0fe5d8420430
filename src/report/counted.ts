import type { Severity } from '../rules/rule.ts';

/** `1 plan`, `2 plans`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Numbers of findings by severity. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

export const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

/** Counts findings as they are given: whoever calls decides which ones count. */
export const tally = (findings: readonly { readonly severity: Severity }[]): Tally => ({
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
  notices: findings.filter(({ severity }) => severity === 'notice').length,
});

/** `1 error, 2 warnings`; empty when there is nothing. */
export const tallyInWords = ({ errors, warnings, notices }: Tally): string =>
  [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    notices > 0 ? counted(notices, 'notice') : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
