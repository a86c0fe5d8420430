import type { CoverageGap } from '../report/report.ts';
import { quotedNames } from '../rules/message.ts';
import type { Settings } from '../settings/settings.ts';
import type { FoundPlanFiles, Scope } from './find-plan-files.ts';

/** Where a run looked for plans and found none: a wrong glob looks like a repository without plans. A change may well be about none. */
export function noPlanFound(
  scope: Scope,
  { files, gaps }: Pick<FoundPlanFiles, 'files' | 'gaps'>,
  settings: Pick<Settings, 'plans' | 'ignore'>,
): readonly CoverageGap[] {
  if (scope.kind === 'changed' || files.length > 0 || gaps.length > 0) return [];
  const ignored = settings.ignore.length === 0 ? '' : ', and look at "ignore"';
  const message =
    scope.kind === 'paths'
      ? `No Markdown file that can be a plan lies in what was named: name another folder${ignored}.`
      : `No file matches ${quotedNames(settings.plans)}: set "plans" to where your plans lie${ignored}.`;
  return [{ what: 'plan-files', message, blocking: false }];
}
