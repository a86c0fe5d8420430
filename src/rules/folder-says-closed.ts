import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { lifecycleFolder } from './lifecycle-folder.ts';
import { lifecycleOfPath, readFolders } from './lifecycle-folders.ts';
import type { RunKind } from './rule.ts';
import { isOff, type JudgingSettings } from './severity.ts';

/** Whether the rule about folders tells a plan in force that it is to be closed: it runs, and the plan has no leave of it. */
export function folderSaysClosed(
  { path, lifecycle, vocabulary, waivers }: Plan,
  { run, settings }: { readonly run: RunKind; readonly settings: JudgingSettings },
): boolean {
  const { id } = lifecycleFolder;
  if (lifecycle === null || isClosed(lifecycle) || waivers.entries.some(({ rule }) => rule === id))
    return false;
  if (isOff(lifecycleFolder, { run, settings, lifecycle })) return false;
  const options = Object.hasOwn(settings.rules, id) ? settings.rules[id]?.options : undefined;
  const place = lifecycleOfPath(path, readFolders(options?.folders, vocabulary));
  return place !== null && isClosed(place.lifecycle);
}
