import { updateTrackingIssue } from '../../src/outlets/tracking-issue.ts';
import type { TrackingRequest } from '../../src/outlets/tracking-request.ts';
import type { TrackingResult } from '../../src/outlets/tracking-result.ts';
import type { CoverageGap, PlanResult } from '../../src/report/report.ts';
import type { LocalGitHub } from '../github/local-github.ts';
import { links, scan } from '../report/issue-scene.ts';
import { day } from '../report/sample-report.ts';
import { clientOf } from '../repository/github/local-client.ts';

export type Scan = Partial<Omit<TrackingRequest, 'report'>> & {
  readonly coverage?: readonly CoverageGap[];
  readonly today?: string;
  readonly token?: string;
};

let lastRun = 100;

/** One scan of "octo/plans"; each has a run of its own, newer than those before. */
export async function trackOn(
  github: LocalGitHub,
  plans: readonly PlanResult[],
  run: Scan = {},
): Promise<TrackingResult> {
  const { coverage = [], today = '2026-11-22', token, ...request } = run;
  lastRun += 1;
  const client = await clientOf(github, token === undefined ? {} : { token });
  return updateTrackingIssue(client, {
    ...{ owner: 'octo', repo: 'plans', links, key: 'default', labels: ['plan-check', 'docs'] },
    ...{
      mentionOwners: false,
      run: lastRun,
      attempt: 1,
      dryRun: false,
      urlOfRun: (id: number) => `https://github.com/octo/plans/actions/runs/${id}`,
    },
    ...request,
    report: scan(plans, { coverage, today: day(today) }),
  });
}
