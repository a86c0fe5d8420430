/** The files in a folder and in those below it; all of them for the root (""). */
export function filesBelow(files: ReadonlySet<string>, folder: string): readonly string[] {
  const sorted = sortedOnce(files);
  if (folder === '') return sorted;
  return sorted.slice(firstFrom(sorted, `${folder}/`), firstFrom(sorted, `${folder}0`));
}

/** Many entries ask for parts of one list. */
const known = new WeakMap<ReadonlySet<string>, readonly string[]>();

function sortedOnce(files: ReadonlySet<string>): readonly string[] {
  const sorted = known.get(files) ?? [...files].sort();
  known.set(files, sorted);
  return sorted;
}

/** Index of the first path that does not come before another text. "0" comes right behind "/". */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
