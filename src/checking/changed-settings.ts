import type { ChangedFile } from '../repository/repository.ts';
import { quotedNames } from '../rules/message.ts';
import { DEFAULT_BASELINE_PATH } from '../settings/baseline-file.ts';
import { DEFAULT_CONFIG_PATH } from '../settings/resolve-settings.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * A sentence where a change brings what it was judged by, so that whoever looks at the result looks at that as well: plans
 * may be out of reach now, or their findings silent. null where it does not, and where not all of the change is known.
 * @param config as it was named; undefined: nobody did.
 */
export function changedSettings(
  changes: readonly ChangedFile[] | null,
  { schema, baseline }: Pick<Settings, 'schema' | 'baseline'>,
  config: string | undefined,
): string | null {
  const judges = [config ?? DEFAULT_CONFIG_PATH, schema, baseline ?? DEFAULT_BASELINE_PATH];
  const paths = (changes ?? []).flatMap(({ path, previousPath }) => [path, previousPath ?? path]);
  const changed = judges.filter((path) => path !== null).filter((path) => paths.includes(path));
  if (changed.length === 0) return null;
  return `This pull request changes ${quotedNames(changed)}, by which this result was made: look at that change as well.`;
}
