import { PlanCheckError } from '../plan-check-error.ts';
import { countedGap } from '../report/counted-gap.ts';
import type { CoverageGap } from '../report/report.ts';
import type { SchemaValidator } from '../schema/compile-schema.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import type { WithinTime } from '../within-time.ts';

export interface BoundedValidator {
  readonly validate: SchemaValidator;
  /** What the time did not reach for; ask when everything was validated. */
  readonly gaps: () => readonly CoverageGap[];
}

/** A schema that refers to itself and to nothing else goes on until the engine ends it. */
function orRefuse<Value>(schema: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlanCheckError(
      `The schema "${schema}" is nested too deeply, or refers to itself without end: take that "$ref" away.`,
    );
  }
}

/**
 * Holds a team's schema to its time. Front matter that was not validated to the end counts as unknown, never as good.
 * @throws {PlanCheckError} when it cannot be made a validator, or not in time; and what `compile` throws.
 */
export function boundedValidator(
  compile: () => SchemaValidator,
  schema: string,
  withinTime: WithinTime,
): BoundedValidator {
  const compiled = withinTime(() => orRefuse(schema, compile));
  if (compiled === null) {
    throw new PlanCheckError(`The schema "${schema}" is too large or too complex to be used: shorten it.`);
  }
  let unfinished = 0;
  return {
    validate: (frontMatter): readonly SchemaProblem[] => {
      const result = withinTime(() => orRefuse(schema, () => compiled.value(frontMatter)));
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
