import { oneLine } from '../schema/one-line.ts';
import { systemCode } from '../system-code.ts';

/** Characters of what the system says. */
const MAX_REASON = 200;

/** Why the system did not do something, to stand in brackets: `EACCES` and the like, else its words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  if (code !== null) return code;
  return error instanceof Error && error.message !== ''
    ? oneLine(error.message, MAX_REASON)
    : 'for a reason that it did not tell';
}
