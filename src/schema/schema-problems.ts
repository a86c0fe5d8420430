import type { ErrorObject } from 'ajv';
import type { KeyPath } from '../plan/front-matter.ts';
import { expectedOf, keywordOf, pathOf } from './describe-error.ts';
import { oneLine } from './one-line.ts';
import { reduceAlternatives } from './reduce-alternatives.ts';
import type { SchemaProblem } from './schema-problem.ts';

/** A front matter with more mistakes than this has one more: a rule shows ten of them anyway. */
const MAX_PROBLEMS = 100;

/** The validator's errors as problems of ours: one a property, none about what only joins others. */
export function schemaProblems(errors: readonly ErrorObject[], data: unknown): readonly SchemaProblem[] {
  const byProperty = new Map<string, SchemaProblem>();
  for (const error of reduceAlternatives(errors)) {
    const problem = problemOf(error, data);
    const property = JSON.stringify(problem.path);
    // The validator tells the type and the words before what only matters once they are right.
    if (!byProperty.has(property)) byProperty.set(property, problem);
  }
  return [...byProperty.values()].slice(0, MAX_PROBLEMS);
}

function problemOf(error: ErrorObject, data: unknown): SchemaProblem {
  const path: KeyPath = pathOf(error, data);
  const keyword = keywordOf(error);
  return {
    keyword,
    path,
    expected: expectedOf(error),
    actual: keyword === 'required' ? '' : oneLine(error.data),
  };
}
