import type { Door, Doors, FileList, Repository } from '../repository/repository.ts';

/**
 * The entries among these paths that plans may lie behind, where nobody looks. A link is none where all that it leads to is
 * on the list of files, and no plan behind it would go unseen: it is checked where it lies.
 */
export async function findDoors(
  repository: Repository,
  paths: readonly string[],
  isPlan: (path: string) => boolean,
): Promise<Doors> {
  if (paths.length === 0) return { doors: [], gap: null };
  const { doors, gap } = await repository.doorsAmong(paths);
  if (!doors.some(({ target }) => target !== null)) return { doors, gap };

  const list = await repository.listFiles();
  const hiding: Door[] = [];
  for (const door of doors) if (!(await isHarmless(repository, door, list, isPlan))) hiding.push(door);
  return { doors: hiding, gap };
}

async function isHarmless(
  repository: Repository,
  { path, target }: Door,
  { paths, gap }: FileList,
  isPlan: (path: string) => boolean,
): Promise<boolean> {
  const place = target === null ? null : placeOf(path, target);
  if (place === null || gap !== null) return false;
  const below = place === '' ? '' : `${place}/`;
  const there = paths.filter((file) => file === place || file.startsWith(below));
  // What is not on the list may be there all the same.
  if (there.length === 0) return false;
  const hides = there.some((file) => isPlan(`${path}/${file.slice(below.length)}`) && !isPlan(file));
  return !hides && (await repository.doorsAmong(there.filter((file) => !isPlan(file)))).doors.length === 0;
}

/** Where a link of this path leads, from the root of the repository; null where it leads out of it. */
export function placeOf(path: string, target: string): string | null {
  if (target.startsWith('/')) return null;
  const names = path.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names.join('/');
}
