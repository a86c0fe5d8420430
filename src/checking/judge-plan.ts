import { planResult, planResultWithoutText } from '../report/plan-result.ts';
import type { PlanResult } from '../report/report.ts';
import { runRules, type SharedContext } from '../rules/run-rules.ts';
import { unreadableFileDiagnostic } from '../rules/unreadable-file.ts';
import type { SchemaValidator } from '../schema/compile-schema.ts';
import type { LoadedPlan } from './load-plans.ts';

/** What is found of one plan, and in it. */
export function judgePlan(
  { file, head, base, unreadable, unreadableBefore }: LoadedPlan,
  validator: SchemaValidator,
  shared: SharedContext,
): PlanResult {
  const { settings } = shared;
  if (head === null) {
    return planResultWithoutText(
      file,
      base,
      unreadable === null
        ? []
        : [
            unreadableFileDiagnostic(
              file.path,
              { reason: unreadable, before: unreadableBefore, ...(file.door && { door: file.door }) },
              shared,
            ),
          ],
    );
  }
  const diagnostics = runRules(
    {
      plan: head,
      base,
      schemaProblems: validator(head.frontMatter),
      baseSchemaProblems: base === null ? [] : validator(base.frontMatter),
    },
    shared,
  );
  return planResult(file, head, base, diagnostics, {
    today: settings.today,
    reviewEvery: settings.reviewEvery,
    expiringWithin: settings.expiringWithin,
    history: shared.histories?.get(file.path) ?? null,
    isPastUnknown: shared.unknownPasts?.has(file.path) ?? false,
  });
}
