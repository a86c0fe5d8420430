import { addDays, type CalendarDate, startOfDay } from '../plan/calendar-date.ts';
import { BOX_DAYS } from '../progress/plan-history.ts';
import type { Watch } from '../repository/history.ts';
import type { RunKind } from '../rules/rule.ts';
import type { Settings } from '../settings/settings.ts';
import type { CodeReach } from './code-reach.ts';
import { type PlanWithPast, planKey } from './plan-with-past.ts';

/** One watch for each plan and for each entry, however many plans name it: since the earliest time that one wants. */
export function watchesOf(
  asking: readonly PlanWithPast[],
  reach: CodeReach,
  { today, timezone }: Settings,
  run: RunKind,
): { readonly watches: readonly Watch[]; readonly placeOf: ReadonlyMap<string, number> } {
  const starts = new Map<CalendarDate, number>();
  const startOf = (day: CalendarDate): number => {
    const start = starts.get(day) ?? startOfDay(timezone, day);
    starts.set(day, start);
    return start;
  };
  const watches = new Map<string, Watch>();
  const add = (key: string, watch: Watch): void => {
    const known = watches.get(key);
    watches.set(key, { ...watch, since: Math.min(watch.since, known?.since ?? watch.since) });
  };
  for (const one of asking) {
    const { reviewed } = one.plan.dates;
    const review = reviewed === null || reviewed > today ? today : reviewed;
    const days = [addDays(today, 1 - BOX_DAYS), review];
    add(planKey(one), {
      kind: 'path',
      roots: [one.pastPath],
      isFollowed: true,
      matches: (path) => path === one.pastPath,
      since: Math.min(...days.map(startOf)),
    });
    if (run === 'scan' && one.plan.lifecycle === 'draft') continue;
    for (const entry of one.entries) {
      if (reach.breadthOf(entry) !== 'narrow') continue;
      const roots = entry.kind === 'glob' ? [entry.folder, ...entry.spellings] : entry.spellings;
      add(entry.key, {
        kind: entry.kind,
        roots,
        matches: entry.matches,
        since: startOf(review),
        isFollowed: false,
      });
    }
  }
  return {
    watches: [...watches.values()],
    placeOf: new Map([...watches.keys()].map((key, at) => [key, at])),
  };
}
