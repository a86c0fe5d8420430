import { oneLine } from '../schema/one-line.ts';
import type { Finding } from './rule.ts';

/** What a team knows of and does not want to hear of again: so many places of one kind in one file. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  /** What the finding is about, without its line. */
  readonly text: string;
  readonly count: number;
}

/** The baseline while a run goes through it: each entry stands for as many places as it counts, and for no more. */
export interface Ledger {
  /** Whether a finding is known. `paths` are those of its file, now and before. */
  take(finding: Standing): boolean;
  /** Every finding that was asked for, one entry a file, rule and text; sorted. */
  standing(): readonly BaselineEntry[];
  /** What nothing was found for, with how many places are left; in the order of the baseline. */
  left(): readonly BaselineEntry[];
}

export interface Standing extends Pick<BaselineEntry, 'rule' | 'text' | 'count'> {
  readonly path: string;
  readonly previousPath: string | null;
}

/** Characters of a text; two that differ only behind them count as one. */
const MAX_TEXT = 200;

/**
 * What the baseline calls a finding: its subject, which stays the same while lines move, and the day that it hangs on,
 * so that a plan with a new date that passes too is heard of again.
 */
export const baselineText = ({ subject, messageId, day }: Finding): string =>
  oneLine([subject ?? messageId, ...(day === undefined ? [] : [day])].join(' '), MAX_TEXT);

/** @param movedFrom where a file was when the baseline was written, by its path. */
export function openLedger(
  entries: readonly BaselineEntry[],
  movedFrom: ReadonlyMap<string, string> = new Map(),
): Ledger {
  const left = countsOf(entries);
  const seen: BaselineEntry[] = [];
  return {
    take({ previousPath, ...finding }) {
      seen.push(finding);
      const paths = [finding.path, previousPath, movedFrom.get(finding.path) ?? null];
      for (const path of paths.filter((one) => one !== null)) {
        const key = keyOf({ ...finding, path });
        const count = left.get(key) ?? 0;
        if (count < finding.count) continue;
        left.set(key, count - finding.count);
        return true;
      }
      return false;
    },
    standing: () => sortedEntries(seen),
    left: () =>
      entries.flatMap((entry) => {
        const count = left.get(keyOf(entry)) ?? 0;
        left.delete(keyOf(entry));
        return count === 0 ? [] : [{ ...entry, count }];
      }),
  };
}

/** One entry a file, rule and text; by path, then by rule, then by text, in code units: the same on every machine. */
export function sortedEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const counts = countsOf(entries);
  const unique = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...unique]
    .map(([key, { path, rule, text }]) => ({ path, rule, text, count: counts.get(key) ?? 1 }))
    .toSorted((a, b) => inOrder(a.path, b.path) || inOrder(a.rule, b.rule) || inOrder(a.text, b.text));
}

const keyOf = ({ rule, path, text }: Omit<BaselineEntry, 'count'>): string =>
  JSON.stringify([path, rule, text]);

function countsOf(entries: readonly BaselineEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + entry.count);
  return counts;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
