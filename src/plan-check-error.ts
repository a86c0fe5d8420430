/** An error whose message is a sentence for the user: what is wrong, and the cure. The entries print it without a stack. */
export class PlanCheckError extends Error {
  override readonly name = 'PlanCheckError';
}
