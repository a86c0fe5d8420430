import { check } from '../../src/check.ts';
import { loadSettings } from '../../src/checking/load-settings.ts';
import { describeFailure } from '../../src/describe-failure.ts';
import { upsertComment } from '../../src/outlets/comment.ts';
import type { CommentResult } from '../../src/outlets/comment-result.ts';
import { leftComments } from '../../src/outlets/left-comments.ts';
import { updateTrackingIssue } from '../../src/outlets/tracking-issue.ts';
import type { TrackingResult } from '../../src/outlets/tracking-result.ts';
import { renderComment } from '../../src/report/comment.ts';
import { MAX_COMMENT_LENGTH, markerReserve } from '../../src/report/comment-marker.ts';
import { gitHubLinks } from '../../src/report/links.ts';
import type { Report } from '../../src/report/report.ts';
import { createGitHubClient, type GitHubClient } from '../../src/repository/github/client.ts';
import { openGitHubRepository } from '../../src/repository/github/github-repository.ts';
import { openPullRequest } from '../../src/repository/github/pull-request.ts';
import { RULES } from '../../src/rules/index.ts';
import { timeBudget } from '../../src/time-budget.ts';
import type { Trigger } from '../../src/trigger.ts';
import { TODAY } from '../action/plan-text.ts';
import type { LocalGitHub } from '../github/local-github.ts';
import type { LocalRepository } from '../github/local-repository.ts';
import { day } from '../report/sample-report.ts';
import type { NamedMishap } from './mishaps.ts';
import { EXPIRED, FINE, type Operation } from './operations.ts';

/** What became of a run, as far as a user sees it. */
export interface Ended {
  /** `none`: there was no report. */
  readonly conclusion: Report['conclusion'] | 'none';
  /** Whatever is told beside the findings. */
  readonly sentences: readonly string[];
  readonly outlet: CommentResult['kind'] | TrackingResult['kind'] | 'none';
  /** Comments of ours on the pull request, and open issues of ours. */
  readonly own: number;
  /** What they say, with what differs from run to run taken out. */
  readonly says: readonly string[];
  /** Comments about what is new in the issue. */
  readonly news: number;
  /** Requests that the mishap hit, and all of the run. */
  readonly hits: number;
  readonly requests: number;
  /** As they would be for a user. */
  readonly seconds: number;
}

/** As for a user, only faster; else a busy machine is to have no part in it. */
export const isAsForUsers = process.env.FAULTS === 'all';
/** Milliseconds that a second of waiting takes here. */
const SECOND = isAsForUsers ? 40 : 5;
/** Seconds. */
const PATIENCE = isAsForUsers ? 60 : 2_000;
/** Milliseconds, for what never answers. */
const TIMEOUT = isAsForUsers ? 20 * SECOND : 400;
const BOT = 'github-actions[bot]';
let count = 0;

/** One run in a repository of its own, while one kind of request fails. */
export async function runWith(
  github: LocalGitHub,
  { run, isIt, prepare, meanwhile, runsBefore = 0 }: Operation,
  fault: { readonly mishap: NamedMishap['mishap']; readonly times: number } | null,
): Promise<Ended> {
  count += 1;
  const [name, token] = [`faults-${count}`, `token-${count}`];
  github.addToken(token, { login: BOT, permissions: 'write' });
  const repository = github.createRepository(`octo/${name}`);
  repository.commit({ branch: 'main', files: run === 'scan' ? EXPIRED : { 'README.md': 'A project.' } });
  if (run === 'pull request') {
    repository.commit({ branch: 'topic', from: 'main', files: FINE });
    repository.openPullRequest({ base: 'main', head: 'topic' });
  }
  prepare?.(repository);
  const start = (id: number, isSlow: boolean) =>
    createGitHubClient({
      ...{ token, apiUrl: github.url, graphqlUrl: github.graphqlUrl, second: SECOND, patience: PATIENCE },
      ...(isSlow ? { timeout: TIMEOUT } : {}),
      maxBytes: 250_000,
    }).then((client) => work(client, repository, run, id));

  for (let id = 1; id <= runsBefore; id += 1) await start(id, false);
  meanwhile?.(repository);
  const active =
    fault === null
      ? null
      : github.fail({
          when: (request) => request.token === token && isIt(request),
          with: fault.mishap,
          times: fault.times,
        });
  const isSlow = fault !== null && ['hang', 'stall', 'dribble'].includes(String(fault.mishap));
  const started = performance.now();
  const ended = await start(runsBefore + 1, isSlow);
  const seconds = (performance.now() - started) / SECOND;
  active?.stop();
  const issues = repository.issues().filter(({ author, state }) => author === BOT && state === 'open');
  const comments = repository.comments(1).filter(({ author }) => author === BOT);
  const bodies = run === 'scan' ? issues : comments;
  return {
    ...ended,
    ...{ own: bodies.length, news: run === 'scan' ? comments.length : 0 },
    says: bodies.map(({ body }) => body.replaceAll(/^<!--.*-->$|[\da-f]{40}|faults-\d+/gm, '')),
    ...{ hits: active?.hits ?? 0, seconds },
  };
}

async function work(
  client: GitHubClient,
  repository: LocalRepository,
  run: Operation['run'],
  id: number,
): Promise<Pick<Ended, 'conclusion' | 'sentences' | 'outlet' | 'requests'>> {
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
        : withLeft(
            await upsertComment(client, {
              ...known,
              ...{ number: 1, head: opened.head, known: opened.comments, mayCreate: true },
              body: renderComment(report, links, { limit: MAX_COMMENT_LENGTH - markerReserve('default') }),
            }),
          );
    const gaps = report.coverage.map(({ message }) => message);
    const findings = report.diagnostics.filter(({ rule }) => rule === 'unreadable-file');
    return {
      ...{ conclusion: report.conclusion, outlet: result.kind, requests: client.counts().requests },
      sentences: [
        ...gaps,
        ...findings.map(({ message }) => message),
        ...('message' in result ? [result.message] : 'remarks' in result ? result.remarks : []),
      ],
    };
  } catch (error) {
    const { requests } = client.counts();
    return { conclusion: 'none', outlet: 'none', sentences: [describeFailure(error)], requests };
  }
}

/** What is said of a comment's result, beside its own message. */
function withLeft(result: CommentResult): CommentResult & { readonly remarks?: readonly string[] } {
  const left = leftComments(result);
  return left === null ? result : { ...result, remarks: [left] };
}
