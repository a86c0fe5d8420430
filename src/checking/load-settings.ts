import { PlanCheckError } from '../plan-check-error.ts';
import type { Repository } from '../repository/repository.ts';
import { parseConfig } from '../settings/config-file.ts';
import type { Inputs } from '../settings/inputs.ts';
import { DEFAULT_CONFIG_PATH, resolveSettings } from '../settings/resolve-settings.ts';
import type { ConfigurableRule } from '../settings/rule-schema.ts';
import type { SettingLayer, Settings } from '../settings/settings.ts';
import { whyNoText } from './why-no-text.ts';

/**
 * The settings of a run: what was given, over the trusted side's configuration file, over the defaults.
 * @param now milliseconds since the epoch.
 * @throws {PlanCheckError} when the file cannot be read or used, or is named and not there.
 */
export async function loadSettings(
  repository: Repository,
  inputs: Inputs,
  rules: readonly ConfigurableRule[],
  now: number,
): Promise<Settings> {
  return resolveSettings({ inputs, config: await loadConfig(repository, inputs.config, rules), now });
}

async function loadConfig(
  repository: Repository,
  named: string | undefined,
  rules: readonly ConfigurableRule[],
): Promise<SettingLayer> {
  const path = named ?? DEFAULT_CONFIG_PATH;
  const [content] = await repository.readFiles([{ side: 'trusted', path }]);
  switch (content?.kind) {
    case 'text':
      return parseConfig(content.text, path, rules);
    case 'missing':
      if (named === undefined) return {};
      throw new PlanCheckError(
        `There is no configuration file "${path}"; correct "config", or leave it out.`,
      );
    case 'unreadable':
      throw new PlanCheckError(`The configuration file "${path}" ${whyNoText(content.reason)}.`);
    case 'failed':
      throw new PlanCheckError(`The configuration file "${path}" could not be read: ${content.message}`);
    default:
      throw new PlanCheckError(`The configuration file "${path}" could not be read.`);
  }
}
