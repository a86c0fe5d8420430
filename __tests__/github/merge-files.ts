import type { Files } from './git-objects.ts';

/** By whole files; where both sides changed one, the head's wins. */
export function mergeFiles(common: Files, base: Files, head: Files): Files {
  const merged = new Map(base);
  for (const path of new Set([...common.keys(), ...head.keys()])) {
    const after = head.get(path);
    if (after?.oid === common.get(path)?.oid && after?.mode === common.get(path)?.mode) continue;
    if (after === undefined) merged.delete(path);
    else merged.set(path, after);
  }
  return merged;
}
