import { filesBelow } from './files-below.ts';
import type { Relations } from './relations.ts';
import type { RuleContext } from './rule.ts';

/** Where a file or a folder is that the change renames; null where it does not, or where nobody can be sure. */
export function renamedPath(
  path: string,
  { renames, relations }: { readonly renames: RuleContext['renames']; readonly relations: Relations },
): string | null {
  const renamed = renames.get(path) ?? renamedFolder(path, renames);
  return renamed === null || relations.exists(renamed) === false ? null : renamed;
}

/** A folder moved when all that the change takes out of it went to one other folder, under the same names. */
function renamedFolder(folder: string, renames: RuleContext['renames']): string | null {
  const { sources, folders } = knownOf(renames);
  const asked = folders.get(folder);
  if (asked !== undefined) return asked;
  const targets = new Set<string | null>();
  for (const from of filesBelow(sources, folder)) {
    const to = renames.get(from) ?? '';
    const rest = from.slice(folder.length);
    targets.add(to.endsWith(rest) ? to.slice(0, -rest.length) : null);
    if (targets.size > 1) break;
  }
  const [only = null, ...others] = targets;
  const target = others.length === 0 && only !== '' ? only : null;
  folders.set(folder, target);
  return target;
}

interface Known {
  readonly sources: ReadonlySet<string>;
  /** Where those are that somebody asked for. */
  readonly folders: Map<string, string | null>;
}

/** Many entries ask about one change. */
const known = new WeakMap<RuleContext['renames'], Known>();

function knownOf(renames: RuleContext['renames']): Known {
  const found = known.get(renames) ?? { sources: new Set(renames.keys()), folders: new Map() };
  known.set(renames, found);
  return found;
}
