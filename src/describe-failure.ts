import { PlanCheckError } from './plan-check-error.ts';

/** What a user is told of an error: our own sentences as they are, everything else as a defect of ours. Never a stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof PlanCheckError) return error.message;
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `Plan Check failed for a reason that it did not foresee (${oneLine(cause)}). Please report this with the plan that was checked.`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300);
