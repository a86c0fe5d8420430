import { check } from '../../src/check.ts';
import { loadSettings } from '../../src/checking/load-settings.ts';
import { describeFailure } from '../../src/describe-failure.ts';
import { upsertComment } from '../../src/outlets/comment.ts';
import type { CommentResult } from '../../src/outlets/comment-result.ts';
import { updateTrackingIssue } from '../../src/outlets/tracking-issue.ts';
import type { TrackingResult } from '../../src/outlets/tracking-result.ts';
import { renderComment } from '../../src/report/comment.ts';
import { MAX_COMMENT_LENGTH, markerReserve } from '../../src/report/comment-marker.ts';
import { gitHubLinks } from '../../src/report/links.ts';
import type { Report } from '../../src/report/report.ts';
import type { GitHubClient } from '../../src/repository/github/client.ts';
import { openGitHubRepository } from '../../src/repository/github/github-repository.ts';
import { openPullRequest } from '../../src/repository/github/pull-request.ts';
import { RULES } from '../../src/rules/index.ts';
import { timeBudget } from '../../src/time-budget.ts';
import type { Trigger } from '../../src/trigger.ts';
import { TODAY } from '../action/plan-text.ts';
import type { LocalRepository } from '../github/local-repository.ts';
import { day } from '../report/sample-report.ts';
import type { Operation } from './operations.ts';

export interface OneRun {
  /** `none`: there was no report. */
  readonly conclusion: Report['conclusion'] | 'none';
  /** What it says of each plan's age, where it lacks nothing; null where it does. */
  readonly stale: readonly (string | null)[] | null;
  /** Whatever is told beside the findings. */
  readonly sentences: readonly string[];
  readonly outlet: CommentResult['kind'] | TrackingResult['kind'] | 'none';
  /** All that it sent. */
  readonly requests: number;
}

/** A whole run, from the pull request or the tree to the comment or the issue; what would end it is a sentence. */
export async function oneRun(
  client: GitHubClient,
  repository: LocalRepository,
  run: Operation['run'],
  id: number,
): Promise<OneRun> {
  const where = { owner: repository.owner, repo: repository.name };
  try {
    const source = { number: 1, head: run === 'scan' ? '' : repository.pullRequest(1).headSha };
    const pull = { ...where, ...source, privileged: false, prefetch: ['.github/plan-check.yml'] };
    const opened = run === 'scan' ? null : await openPullRequest(client, pull);
    const trigger: Trigger =
      run === 'scan'
        ? { kind: 'scan', event: 'schedule', head: repository.resolve('main'), remark: null }
        : {
            ...{ kind: 'changes', event: 'pull_request', privileged: false },
            source: { type: 'pull-request', ...source },
          };
    const files = await openGitHubRepository(client, where, trigger, [], opened);
    const settings = await loadSettings(files, { today: day(TODAY) }, RULES, 0);
    const { report } = await check({
      ...{ repository: files, run: trigger.kind, event: trigger.event, settings, version: '0.0.0' },
      scope: { kind: run === 'scan' ? 'all' : 'changed' },
      withinSchemaTime: timeBudget(5_000),
    });
    const links = gitHubLinks({ serverUrl: 'https://github.com', ...where, head: 'HEAD', rulesUrl: null });
    const known = { ...where, key: 'default', run: id, attempt: 1, dryRun: false };
    const result =
      opened === null
        ? await updateTrackingIssue(client, {
            ...known,
            ...{ report, links, labels: ['plan-check'], mentionOwners: false },
            urlOfRun: (of) => `https://github.com/runs/${of}`,
          })
        : await upsertComment(client, {
            ...known,
            ...{ number: 1, head: opened.head, known: opened.comments, mayCreate: true },
            body: renderComment(report, links, { limit: MAX_COMMENT_LENGTH - markerReserve('default') }),
          });
    const gaps = report.coverage.map(({ message }) => message);
    const findings = report.diagnostics.filter(({ rule }) => rule === 'unreadable-file');
    return {
      ...{ conclusion: report.conclusion, outlet: result.kind, requests: client.counts().requests },
      stale: report.coverage.some(({ blocking }) => blocking)
        ? null
        : report.plans.map(({ staleness }) => staleness.state),
      sentences: [
        ...gaps,
        ...findings.map(({ message }) => message),
        ...('message' in result ? [result.message] : 'remarks' in result ? result.remarks : []),
      ],
    };
  } catch (error) {
    const { requests } = client.counts();
    return { conclusion: 'none', stale: null, outlet: 'none', sentences: [describeFailure(error)], requests };
  }
}
