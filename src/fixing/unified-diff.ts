import { linesOf, type TracedText } from './traced-text.ts';

/** Lines around a change, as git shows them. */
const CONTEXT = 3;

/** A stretch of lines that was replaced; indices from 0, ends exclusive. */
interface Gap {
  readonly old: readonly [number, number];
  readonly new: readonly [number, number];
}

/**
 * What changed in one file, in the form that `git apply` and `patch` take; empty where nothing did.
 * @param path from the root.
 * @param before the whole file.
 * @param after made from it; where the file begins with a mark that its text does not have, `prefix` is that mark.
 */
export function unifiedDiff(path: string, before: string, after: TracedText, prefix = ''): string {
  const oldLines = linesOf(prefix + before);
  const newLines = linesOf(prefix + after.text);
  const gaps = gapsOf(oldLines, newLines, after.origins);
  if (gaps.length === 0) return '';
  const hunks = groupsOf(gaps).map((group) => hunk(group, oldLines, newLines));
  return `--- ${fileName(`a/${path}`)}\n+++ ${fileName(`b/${path}`)}\n${hunks.join('')}`;
}

function gapsOf(
  oldLines: readonly string[],
  newLines: readonly string[],
  origins: readonly (number | null)[],
): readonly Gap[] {
  const gaps: Gap[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const [index, origin] of [...origins, oldLines.length].entries()) {
    if (origin === null) continue;
    const gap = withoutSame({ old: [oldAt, origin], new: [newAt, index] }, oldLines, newLines);
    if (gap.old[0] < gap.old[1] || gap.new[0] < gap.new[1]) gaps.push(gap);
    oldAt = origin + 1;
    newAt = index + 1;
  }
  return gaps;
}

/** Without the lines at both ends that are what they were. */
function withoutSame(gap: Gap, oldLines: readonly string[], newLines: readonly string[]): Gap {
  let [oldFrom, oldTo] = gap.old;
  let [newFrom, newTo] = gap.new;
  while (oldFrom < oldTo && newFrom < newTo && oldLines[oldFrom] === newLines[newFrom]) {
    oldFrom++;
    newFrom++;
  }
  while (oldFrom < oldTo && newFrom < newTo && oldLines[oldTo - 1] === newLines[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  return { old: [oldFrom, oldTo], new: [newFrom, newTo] };
}

/** Changes whose context would touch stand in one hunk. */
function groupsOf(gaps: readonly Gap[]): readonly (readonly Gap[])[] {
  const groups: Gap[][] = [];
  for (const gap of gaps) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && gap.old[0] - last.old[1] <= 2 * CONTEXT) group.push(gap);
    else groups.push([gap]);
  }
  return groups;
}

function hunk(gaps: readonly Gap[], oldLines: readonly string[], newLines: readonly string[]): string {
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (first === undefined || last === undefined) return '';
  const lead = Math.min(CONTEXT, first.old[0]);
  const tail = Math.min(CONTEXT, oldLines.length - last.old[1]);
  const oldRange = headerRange(first.old[0] - lead, last.old[1] + tail);
  const newRange = headerRange(first.new[0] - lead, last.new[1] + tail);
  const lines: string[] = [];
  let at = first.old[0] - lead;
  for (const gap of gaps) {
    lines.push(...oldLines.slice(at, gap.old[0]).map((line) => ` ${line}`));
    lines.push(...oldLines.slice(...gap.old).map((line) => `-${line}`));
    lines.push(...newLines.slice(...gap.new).map((line) => `+${line}`));
    at = gap.old[1];
  }
  lines.push(...oldLines.slice(at, at + tail).map((line) => ` ${line}`));
  return `@@ -${oldRange} +${newRange} @@\n${lines.map(ended).join('')}`;
}

/** Of no line the one before it is named. */
const headerRange = (from: number, to: number): string => `${to > from ? from + 1 : from},${to - from}`;

const ended = (line: string): string =>
  line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;

/** As git writes names: quoted where they hold quotes or control characters, with a tab behind one that has blanks. */
function fileName(name: string): string {
  if (/["\\\p{Cc}]/u.test(name)) return `"${name.replace(/["\\\p{Cc}]/gu, escaped)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

const escaped = (character: string): string =>
  character === '"' || character === '\\'
    ? `\\${character}`
    : [...new TextEncoder().encode(character)]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join('');
