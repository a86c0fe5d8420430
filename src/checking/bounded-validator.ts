import type { CoverageGap } from '../report/report.ts';
import type { SchemaValidator } from '../schema/compile-schema.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import type { WithinTime } from '../time-budget.ts';

export interface BoundedValidator {
  readonly validate: SchemaValidator;
  /** What the time did not reach for; ask when everything was validated. */
  readonly gaps: () => readonly CoverageGap[];
}

/** Holds a team's schema to its time. Front matter that was not validated to the end counts as unknown, never as good. */
export function boundedValidator(
  validator: SchemaValidator,
  schema: string,
  withinTime: WithinTime,
): BoundedValidator {
  let unfinished = 0;
  return {
    validate: (frontMatter): readonly SchemaProblem[] => {
      const result = withinTime(() => validator(frontMatter));
      if (result !== null) return result.value;
      unfinished += 1;
      return [];
    },
    gaps: () =>
      unfinished === 0
        ? []
        : [
            {
              what: 'schema',
              message: `The schema "${schema}" ran out of its time, and ${unfinished} front ${unfinished === 1 ? 'matter was' : 'matters were'} not validated: look for a "pattern" that tracks back, such as "(a+)+$".`,
              blocking: true,
            },
          ],
  };
}
