import type { Diagnostic } from '../rules/diagnostic.ts';
import { byPlace, overlap, type Splice, splicesOf } from '../rules/splice.ts';

/** A finding with as much of its fix as can be applied now. */
export interface ChosenFix {
  readonly finding: Diagnostic;
  readonly splices: readonly Splice[];
}

/**
 * Of fixes that touch the same place the first one is taken, and the others wait for the next round. A fix is taken as a
 * whole, but for one that stands for several places: there every place is a fix of its own.
 * @param findings each with a fix, in the order in which they go first.
 */
export function chooseFixes(findings: readonly Diagnostic[], text: string): readonly ChosenFix[] {
  let taken: readonly Splice[] = [];
  const chosen: ChosenFix[] = [];
  for (const finding of findings) {
    const splices = splicesOf(finding.fix?.edits ?? [], text).filter(
      (splice) => text.slice(splice.from, splice.to) !== splice.text,
    );
    const apart = withoutOverlap(splices);
    const free = apart.filter((splice) => isFree(splice, taken));
    const isWhole = free.length === splices.length;
    if (free.length === 0 || (finding.count === 1 && !isWhole)) continue;
    chosen.push({ finding, splices: free });
    taken = [...taken, ...free].toSorted(byPlace);
  }
  return chosen;
}

const withoutOverlap = (splices: readonly Splice[]): readonly Splice[] =>
  splices.reduce<Splice[]>((kept, splice) => {
    const last = kept.at(-1);
    if (last === undefined || !overlap(last, splice)) kept.push(splice);
    return kept;
  }, []);

/** @param taken sorted, and none of them overlaps another. */
function isFree(splice: Splice, taken: readonly Splice[]): boolean {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((taken[middle]?.to ?? 0) < splice.from) low = middle + 1;
    else high = middle;
  }
  // The first may end where this one begins; the one behind it can still overlap.
  return taken.slice(low, low + 2).every((other) => !overlap(other, splice));
}
