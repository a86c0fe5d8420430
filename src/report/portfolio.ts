import { LIFECYCLES, type Lifecycle } from '../plan/lifecycle.ts';
import type { HealthStatus } from '../progress/health.ts';
import { sumProgress } from '../progress/measure-progress.ts';
import { tableOf } from './markdown.ts';
import { countInWords, NOTHING } from './progress-words.ts';
import { hasNumbers, type PlanResult, type Report } from './report.ts';
import { HEALTH_WORDS } from './state-words.ts';

/** At work first. */
const ORDER: readonly (Lifecycle | null)[] = [
  ...LIFECYCLES.filter((state) => state === 'active'),
  ...LIFECYCLES.filter((state) => state !== 'active'),
  null,
];
const COLUMNS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'COMPLETE', 'UNKNOWN'] as const;

/** The plans in numbers, a row for each lifecycle and a column for each health that there is; empty without a plan. */
export function portfolioTable(report: Report): string {
  const read = report.plans.filter((plan) => hasNumbers(report, plan));
  const columns = COLUMNS.filter((status) => read.some(({ health }) => health.status === status));
  const rows = ORDER.flatMap((lifecycle) => {
    const plans = report.plans.filter((plan) => plan.lifecycle === lifecycle);
    return plans.length === 0 ? [] : [cells(report, lifecycle ?? 'no known state', { plans, columns })];
  });
  if (rows.length === 0) return '';
  const health = columns.map((status) => capital(HEALTH_WORDS[status]));
  return tableOf(['Lifecycle', 'Plans', ...health, 'Tasks', 'Gates', 'Phases'], rows);
}

function cells(
  report: Report,
  name: string,
  { plans, columns }: { readonly plans: readonly PlanResult[]; readonly columns: readonly HealthStatus[] },
): readonly string[] {
  const read = plans.filter((plan) => hasNumbers(report, plan));
  const { tasks, gates, phases } = sumProgress(read.map(({ progress }) => progress));
  const health = columns.map((status) => read.filter((plan) => plan.health.status === status).length);
  return [
    name,
    read.length === plans.length
      ? String(plans.length)
      : `${plans.length} (${plans.length - read.length} not read)`,
    ...health.map((count) => (count === 0 ? NOTHING : String(count))),
    countInWords(tasks),
    countInWords(gates),
    phases.total === 0 ? NOTHING : `${phases.complete}/${phases.total}`,
  ];
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
