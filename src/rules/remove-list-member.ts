import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Position, Range } from '../plan/position.ts';
import type { TextPlaces } from '../plan/text-places.ts';
import { before, behind, endsItsLine, placeOf } from './key-place.ts';
import { removeLines, replaceRange, type TextEdit } from './text-edit.ts';

/** Takes one member out of a list: its lines, or its place between the commas. The path ends in its index. */
export function removeListMember(plan: Plan, path: KeyPath): readonly TextEdit[] | null {
  const place = placeOf(plan, path);
  if (place === null || typeof path.at(-1) !== 'number') return null;
  const { places, range } = place;
  const isOwnLine = /^ *- +$/.test(before(places, range.start)) && endsItsLine(places, range.end);
  return isOwnLine ? removeLines(range.start.line, range.end.line) : removeBetweenCommas(places, range);
}

function removeBetweenCommas(places: TextPlaces, { start, end }: Range): readonly TextEdit[] | null {
  if (start.line !== end.line) return null;
  const [left, right] = [before(places, start), behind(places, end)];
  const next = /^ *, */.exec(right)?.[0];
  if (next !== undefined && /[[,] *$/.test(left)) return cut(start, end, 0, next.length);
  const rest = left.trimEnd();
  if (!/^ *\]/.test(right) || !/[[,]$/.test(rest)) return null;
  const previous = rest.endsWith('[') ? 0 : left.length - rest.slice(0, -1).trimEnd().length;
  return cut(start, end, previous, 0);
}

const cut = (start: Position, end: Position, more: number, less: number): readonly TextEdit[] =>
  replaceRange(
    {
      start: { ...start, column: start.column - more },
      end: { ...end, column: end.column + less },
    },
    '',
  );
