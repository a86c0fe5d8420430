import type { Plan, Reference } from '../plan/plan.ts';
import { unwrapPath } from './path-words.ts';
import { referenceCandidates } from './reference-candidates.ts';
import type { Relations } from './relations.ts';
import { relativePath } from './relative-path.ts';
import type { RuleContext } from './rule.ts';
import { fileName, isGenericName } from './same-named.ts';

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

  const names = new Set(candidates.map(fileName));
  const folders = new Set(candidates.map(withFolder));
  const isSame = (path: string): boolean =>
    names.has(fileName(path)) && (!isGenericName(path) || folders.has(withFolder(path)));
  const [only, ...others] = [...(relations.files ?? [])].filter(isSame);
  return only !== undefined && only !== plan.path && others.length === 0 ? only : null;
}

const withFolder = (path: string): string => path.split('/').slice(-2).join('/');

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
