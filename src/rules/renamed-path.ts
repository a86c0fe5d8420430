import type { Relations } from './relations.ts';
import type { RuleContext } from './rule.ts';

/** Where a file or a folder is that the change renames; null where it does not, or where nobody can be sure. */
export function renamedPath(
  path: string,
  { renames, relations }: { readonly renames: RuleContext['renames']; readonly relations: Relations },
): string | null {
  const renamed = renames.get(path) ?? renamedFolder(`${path}/`, renames);
  return renamed === null || relations.exists(renamed) === false ? null : renamed;
}

/** A folder moved when all that the change takes out of it went to one other folder, under the same names. */
function renamedFolder(prefix: string, renames: RuleContext['renames']): string | null {
  const targets = new Set<string | null>();
  for (const [from, to] of renames) {
    if (!from.startsWith(prefix)) continue;
    const rest = from.slice(prefix.length - 1);
    targets.add(to.endsWith(rest) ? to.slice(0, -rest.length) : null);
  }
  const [only = null, ...others] = targets;
  return others.length === 0 && only !== '' ? only : null;
}
