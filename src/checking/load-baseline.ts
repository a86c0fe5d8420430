import { PlanCheckError } from '../plan-check-error.ts';
import type { Repository } from '../repository/repository.ts';
import type { BaselineEntry } from '../rules/ledger.ts';
import { DEFAULT_BASELINE_PATH, parseBaseline, REWRITE } from '../settings/baseline-file.ts';
import type { Settings } from '../settings/settings.ts';
import { whyNoText } from './why-no-text.ts';

/**
 * What the team knows of, from the trusted side; empty where there is no baseline.
 * @throws {PlanCheckError} when the file cannot be read or used, or is named and not there.
 */
export async function loadBaseline(
  repository: Repository,
  { baseline }: Pick<Settings, 'baseline'>,
): Promise<readonly BaselineEntry[]> {
  const path = baseline ?? DEFAULT_BASELINE_PATH;
  const [content] = await repository.readFiles([{ side: 'trusted', path }]);
  switch (content?.kind) {
    case 'text':
      return parseBaseline(content.text, path);
    case 'missing':
      if (baseline === null) return [];
      throw new PlanCheckError(
        `There is no baseline "${path}"; correct "baseline" in the configuration, or ${REWRITE}.`,
      );
    case 'unreadable':
      throw new PlanCheckError(`The baseline "${path}" ${whyNoText(content.reason)}, or ${REWRITE}.`);
    case 'failed':
      throw new PlanCheckError(`The baseline "${path}" could not be read: ${content.message}`);
    default:
      throw new PlanCheckError(`The baseline "${path}" could not be read.`);
  }
}
