import { PlanCheckError } from './plan-check-error.ts';
import { printable } from './report/printable.ts';

/** What a user is told of an error: our own sentences as they are, everything else as a defect of ours. Never a stack. */
export function describeFailure(error: unknown): string {
  // A sentence may repeat what a stranger's file says.
  if (error instanceof PlanCheckError) return printable(error.message);
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `Plan Check failed for a reason that it did not foresee (${printable(oneLine(cause))}). Please report this with the plan that was checked.`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300);
