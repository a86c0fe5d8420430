import type { PlanResult } from './report.ts';
import type { Say } from './say.ts';

const PATH_LENGTH = 60;
const TITLE_LENGTH = 60;
/** Nothing else says where it is now. */
const MOVED_TO_LENGTH = 120;

/** What became of a plan's file: `new`, `removed`, `no longer a plan: moved to notes/a.md`, `moved from draft/`; empty when it stayed where it was. */
export function changeWords(
  {
    change,
    path,
    previousPath,
    movedTo,
    behind,
    titleBefore,
    delta,
  }: Pick<PlanResult, 'change' | 'path' | 'previousPath' | 'movedTo' | 'behind' | 'titleBefore' | 'delta'>,
  say: Say,
): readonly string[] {
  const unknown = delta === null ? ['progress before not known'] : [];
  switch (change) {
    case 'added':
      return ['new'];
    case 'removed':
      if (movedTo !== undefined) return [`no longer a plan: moved to ${say(movedTo, MOVED_TO_LENGTH)}`];
      return [
        behind === undefined
          ? 'removed'
          : `not looked at: it may lie behind ${say(behind, MOVED_TO_LENGTH)} now`,
      ];
    case 'renamed':
      return [
        cameFrom(previousPath, path, say),
        ...(titleBefore === undefined ? [] : [`called “${say(titleBefore, TITLE_LENGTH)}” before`]),
        ...unknown,
      ];
    case 'modified':
      return unknown;
    case 'unchanged':
      return [];
    default:
      return change satisfies never;
  }
}

/** Names no more of the old path than what differs: its folder, its file name, or both. */
function cameFrom(previousPath: string | null, path: string, say: Say): string {
  if (previousPath === null) return 'renamed';
  const before = previousPath.split('/');
  const now = path.split('/');
  const name = before.at(-1) ?? '';
  if (before.slice(0, -1).join('/') === now.slice(0, -1).join('/')) {
    return `renamed from ${say(name, PATH_LENGTH)}`;
  }
  const same = Math.max(
    0,
    before.findIndex((segment, index) => segment !== now[index]),
  );
  const folders = before.slice(Math.min(same, before.length - 2), -1);
  const folder = before.length === 1 ? './' : folders.map((segment) => `${segment}/`).join('');
  return `moved from ${say(name === now.at(-1) ? folder : `${folder}${name}`, PATH_LENGTH)}`;
}
