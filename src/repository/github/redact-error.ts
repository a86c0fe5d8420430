import type { Redact } from '../../redaction.ts';

/** Errors of a chain of causes. */
const MAX_CAUSES = 10;

/** Hides in what an error says, and in what its causes do; hands it back. */
export function redactError<Failure>(error: Failure, redact: Redact): Failure {
  let at: unknown = error;
  for (let depth = 0; at instanceof Error && depth < MAX_CAUSES; depth += 1) {
    at.message = redact(at.message);
    if (at.stack !== undefined) at.stack = redact(at.stack);
    at = at.cause;
  }
  return error;
}
