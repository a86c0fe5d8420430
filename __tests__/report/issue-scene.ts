import type { CalendarDate } from '../../src/plan/calendar-date.ts';
import type { StalenessReason, StalenessState } from '../../src/progress/staleness.ts';
import type { Results } from '../../src/report/assemble-report.ts';
import { type IssueBody, readIssueBody } from '../../src/report/issue-body.ts';
import { gitHubLinks } from '../../src/report/links.ts';
import type { PlanResult, Report } from '../../src/report/report.ts';
import { count, day, plan, progress, report } from './sample-report.ts';

/** As the tracking issue links: to the newest commit, so that a commit alone changes nothing. */
export const links = gitHubLinks({
  ...{ serverUrl: 'https://github.com', owner: 'acme', repo: 'harbour', head: 'HEAD', rulesUrl: null },
});

export const TODAY = day('2026-11-22');

export const reason = (
  state: StalenessState,
  since: string | null,
  evidence: StalenessReason['evidence'] = [],
): StalenessReason => ({
  state,
  since: since === null ? null : day(since),
  text: `${state} for 3 days`,
  evidence,
});

/** A plan named by its file, in these states. */
export const stale = (
  name: string,
  reasons: readonly StalenessReason[],
  parts: Partial<PlanResult> = {},
): PlanResult =>
  plan({
    ...{
      path: `docs/plans/active/${name}.md`,
      title: name,
      change: 'unchanged',
      delta: null,
      owner: ['ola'],
    },
    progress: progress({ tasks: count(1, 3), percent: 33 }),
    staleness: { state: reasons[0]?.state ?? null, reasons },
    ...parts,
  });

export const scan = (
  plans: readonly PlanResult[],
  parts: Partial<Results> & { readonly today?: CalendarDate } = {},
): Report => {
  const trigger = { kind: 'scan', event: 'schedule', base: null, head: 'a'.repeat(40) } as const;
  return report({ trigger, today: TODAY, failOn: 'never', plans, ...parts });
};

/** A plan in each state there is, an active one in which all is well, and a closed one. */
export const everyState: readonly PlanResult[] = [
  stale('dates', [reason('no-expiry', '2026-02-01')], { owner: [] }),
  stale('never-seen', [reason('unreviewed', '2026-03-01'), reason('no-expiry', '2026-03-01')]),
  stale('soon', [reason('expiring-soon', '2026-11-16')], {
    dates: { created: null, lastUpdated: null, reviewed: day('2026-11-01'), expires: day('2026-11-30') },
  }),
  stale('idea', [reason('draft-stale', '2026-09-01')], {
    lifecycle: 'draft',
    path: 'docs/plans/draft/idea.md',
  }),
  stale('asleep', [reason('dormant', '2026-10-20')]),
  stale('moving', [
    reason('drifting', '2026-11-02', [
      { path: 'src/berths', commits: 9, lastSubject: 'Price by *length* for @octocat, see #12' },
      { path: 'src/tides.ts', commits: 5, lastSubject: 'Read tides | twice' },
    ]),
  ]),
  stale('late-review', [reason('review-overdue', '2026-10-02'), reason('dormant', '2026-10-20')], {
    owner: ['@acme/harbour', 'Ines Duarte', 'a', 'b', 'c'],
  }),
  stale('younger', [reason('expired', '2026-11-01')]),
  stale('older', [reason('expired', '2026-07-01'), reason('unreviewed', '2026-01-05')]),
  stale('fine', []),
  stale('closed', [], { lifecycle: 'completed', path: 'docs/plans/completed/closed.md' }),
];

/** A body as GitHub holds it, taken apart. */
export function partsOf(body: string | null): IssueBody {
  const parts = readIssueBody(body ?? '');
  if (parts === null) throw new Error('The body has no marker.');
  return parts;
}
