import { timeBudget } from '../src/time-budget.ts';

/** Far more than any work of ours takes on any machine, and far less than what explodes with its input. */
const PATIENCE = 30_000;

/** The value of work that must end: one that would not is ended, and the test fails. This measures nothing. */
export function ends<Value>(work: () => Value): Value {
  const result = timeBudget(PATIENCE)(work);
  if (result === null) throw new Error('The work does not come to an end.');
  return result.value;
}
