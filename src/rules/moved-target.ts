import type { Plan, Reference } from '../plan/plan.ts';
import { unwrapPath } from './path-words.ts';
import { referenceCandidates } from './reference-candidates.ts';
import type { Relations } from './relations.ts';
import { relativePath } from './relative-path.ts';
import type { RuleContext } from './rule.ts';
import { fileName, folderAndName, folderNamesakesOf, isGenericName, namesakesOf } from './same-named.ts';

/**
 * Where the target of a reference is that is not where the plan says: the change renames it, or it is the one file of that name.
 * A name that many files have must lie in a folder of the same name. null where nobody can be sure.
 */
export function movedTarget(
  plan: Plan,
  { target }: Reference,
  { relations, renames }: { readonly relations: Relations; readonly renames: RuleContext['renames'] },
): string | null {
  const candidates = referenceCandidates(plan.path, target);
  if (candidates === 'external') return null;
  const renamed = candidates.map((path) => renames.get(path)).find((path) => path !== undefined);
  if (renamed !== undefined && relations.exists(renamed) !== false) return renamed;

  const only = onlyOf(sameAs(candidates, relations.files ?? new Set()));
  return only === plan.path ? null : only;
}

/** The files that may be one of the candidates, in groups without a common member. */
function sameAs(candidates: readonly string[], files: ReadonlySet<string>): readonly (readonly string[])[] {
  const [generic, telling] = [true, false].map((isGeneric) =>
    candidates.filter((path) => isGenericName(path) === isGeneric),
  );
  return [
    ...[...new Set(telling?.map(fileName))].map((name) => namesakesOf(name, files)),
    ...[...new Set(generic?.map(folderAndName))].map((name) => folderNamesakesOf(name, files)),
  ];
}

function onlyOf(groups: readonly (readonly string[])[]): string | null {
  const [only, ...others] = groups.filter((group) => group.length > 0);
  return only?.length === 1 && others.length === 0 ? (only[0] ?? null) : null;
}

/** The reference with another path in its place: from the plan's folder where it was, with its anchor and its link's text. */
export function pointedAt(plan: Plan, target: string, path: string): string {
  const link = unwrapPath(target.trim());
  const written = /\.md$/i.test(link) ? link : link.replace(/[?#].*$/s, '');
  const isFromRoot = written.includes('/') && !/^\.{1,2}\//.test(written);
  const place = target.indexOf(written, target.lastIndexOf('](') + 1);
  const moved = isFromRoot ? `${written.startsWith('/') ? '/' : ''}${path}` : relativePath(plan.path, path);
  if (place === -1) return moved;
  return `${target.slice(0, place)}${moved}${target.slice(place + written.length)}`;
}
