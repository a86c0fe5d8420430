import { countedGap } from '../report/counted-gap.ts';
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
    gaps: () => {
      const gap = countedGap({ of: 'schema', schema, plans: unfinished });
      return gap === null ? [] : [gap];
    },
  };
}
