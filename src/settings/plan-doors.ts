import { isIgnoredByDefault, type Pattern, readPattern } from './plan-selection.ts';
import type { Settings } from './settings.ts';

/** What the settings say of an entry that is no file, and that a folder with plans may lie behind. */
export interface DoorSelection {
  /** Whether `plans` names, from its first name on, what lies behind the path, and nothing ignores it. */
  readonly leadsToPlans: (path: string) => boolean;
  /** Whether it is left out, or all that lies behind it. */
  readonly isIgnored: (path: string) => boolean;
}

/**
 * Reads `plans` and `ignore` for links, submodules and the like. `**` at the beginning of a glob leads through none of them:
 * else each foreign repository would be one.
 */
export function selectDoors({ plans, ignore }: Pick<Settings, 'plans' | 'ignore'>): DoorSelection {
  const named = plans.map(readPattern);
  const ignoring = ignore.map(readPattern);
  const isIgnored = (path: string): boolean => {
    const last = ignoring.findLast((one) => (one.says ? covers(one, path) : one.leadsBelow(path) !== null));
    return last?.says ?? [path, `${path}/${ANY}.md`].some(isIgnoredByDefault);
  };
  return {
    leadsToPlans: (path) => {
      const last = named.findLast((one) =>
        one.says ? one.leadsBelow(path) === 'by-name' : covers(one, path),
      );
      return last?.says === true && !isIgnored(path);
    },
    isIgnored,
  };
}

/** A name that nobody gives a file: only wildcards fit it. */
const ANY = '\0';

/** It matches the entry itself, or all that may lie behind. */
const covers = ({ matches }: Pattern, path: string): boolean =>
  matches(path) || (matches(`${path}/${ANY}.md`) && matches(`${path}/${ANY}/${ANY}.md`));
