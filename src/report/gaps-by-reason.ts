import { quotedNames } from '../rules/message.ts';
import type { CoverageGap } from './report.ts';

/** Paths that one sentence names. */
const MAX_PATHS = 3;
/** What reads as well of many files as of one. */
const OF_MANY = /^(?:: | could not )/;

/** As they are told: what is the same of many files is said once, with the first of them and how many more there are. */
export function gapsByReason(
  gaps: readonly CoverageGap[],
): readonly Pick<CoverageGap, 'message' | 'blocking'>[] {
  const groups = Map.groupBy(gaps, (gap) =>
    JSON.stringify([gap.blocking, reasonOf(gap) ?? gap.message, reasonOf(gap) === null]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const reason = reasonOf(first);
    if (group.length === 1 || reason === null) return group;
    const paths = group.flatMap(({ path }) => path ?? []);
    return [{ message: `${quotedNames(paths, MAX_PATHS)}${reason}`, blocking: first.blocking }];
  });
}

/** What follows on the path at the beginning of the sentence; null where it is about no file, or reads of one only. */
function reasonOf({ message, path }: CoverageGap): string | null {
  const name = `"${path}"`;
  if (path === undefined || !message.startsWith(name)) return null;
  const reason = message.slice(name.length);
  return OF_MANY.test(reason) ? reason : null;
}
