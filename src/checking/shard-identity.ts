import { fingerprint } from '../fingerprint.ts';
import type { ShardIdentity } from '../report/report.ts';
import { type BaselineEntry, sortedEntries } from '../rules/ledger.ts';
import type { Settings } from '../settings/settings.ts';
import type { Shard } from '../settings/shard.ts';
import type { LoadedPlan } from './load-plans.ts';

/** What decides how a result is shown, not what it is; the day stands in the report. The time zone decides on which days commits were made. */
const BESIDE: ReadonlySet<string> = new Set([
  'today',
  'failOn',
  'comment',
  'commentKey',
] satisfies readonly (keyof Settings)[]);

export interface RunInputs {
  readonly settings: Settings;
  /** The team's schema; null without one. */
  readonly schema: string | null;
  /** What the team knows of. */
  readonly baseline: readonly BaselineEntry[];
  /** All that were found, those of other shards too. */
  readonly plans: readonly LoadedPlan[];
  /** null for a work tree: then the texts tell which it was. */
  readonly head: string | null;
}

/** By which the reports of one run know each other. */
export const shardIdentity = (
  { index, count }: Shard,
  { settings, schema, baseline, plans, head }: RunInputs,
): ShardIdentity => ({
  index,
  count,
  settings: fingerprint([
    canonical(withoutBeside(settings)),
    schema ?? '',
    JSON.stringify(sortedEntries(baseline)),
  ]),
  plans: fingerprint(
    plans.flatMap(({ file, head: plan }) => (head === null ? [file.path, plan?.text ?? ''] : [file.path])),
  ),
});

const withoutBeside = (settings: Settings): object =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !BESIDE.has(key)));

/** The same text for the same settings, in whatever order they were written. */
function canonical(value: unknown): string {
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
