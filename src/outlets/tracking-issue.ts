import { isSameIssue, type RenderedIssue, renderIssue } from '../report/issue.ts';
import { renderIssueComment } from '../report/issue-comment.ts';
import type { IssueBody } from '../report/issue-marker.ts';
import type { Links } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import { blockingGaps } from '../report/verdict.ts';
import { classifyApiError, explainApiError } from '../repository/github/api-error.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import type { Where } from '../repository/github/where.ts';
import { type IssueAccess, issueAccess, type StateChange } from './issue-access.ts';
import { joinDuplicates } from './join-duplicates.ts';
import { findOwnIssues, isNewerRun, keptIssue, type OwnIssue, withMarker } from './own-issues.ts';
import { type TrackingResult, unwrittenIssue } from './tracking-result.ts';

export interface TrackingRequest extends Where {
  readonly report: Report;
  readonly links: Links;
  readonly key: string;
  /** The first is how the issue is found. */
  readonly labels: readonly string[];
  readonly mentionOwners: boolean;
  readonly run: number;
  readonly attempt: number;
  /** The page of a run. */
  readonly urlOfRun: (run: number) => string;
  readonly dryRun: boolean;
}

interface Job {
  readonly client: GitHubClient;
  readonly request: TrackingRequest;
  readonly access: IssueAccess;
}

/** How often an issue is sent whose answer was lost, and which did not turn up. */
const MAX_POSTS = 3;

/** Makes the repository's one tracking issue say what a scan found, unless a newer one has spoken. Never rejects. */
export async function updateTrackingIssue(
  client: GitHubClient,
  request: TrackingRequest,
): Promise<TrackingResult> {
  const job = { client, request, access: issueAccess(client, request) };
  try {
    return await update(job, await findOwn(job));
  } catch (error) {
    return unwrittenIssue(error);
  }
}

async function update(job: Job, found: readonly OwnIssue[]): Promise<TrackingResult> {
  const { access, request } = job;
  const own = request.dryRun ? found : await joinDuplicates(access, found);
  const kept = keptIssue(own);
  if (kept === undefined) return open(job);
  if (isNewerRun(kept.parts.memory, request)) return result('stale', kept);
  const step = nextStep(job, kept);
  if (request.dryRun) return { ...wouldDo(step), kind: 'dry-run' };
  if (step.kind === 'unchanged') return leave(job, kept);

  // The list is older than what a person or another run wrote a moment ago.
  const others = own.filter(({ number }) => number !== kept.number);
  const now = await readAgain(access, kept);
  if (now === null) return update(job, others);
  if (isNewerRun(now.parts.memory, request)) return result('stale', now);
  return (await take(job, now, nextStep(job, now))) ?? update(job, others);
}

type Step =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'updated' | 'closed' | 'reopened';
      /** null where people's text leaves no room. */
      readonly body: string | null;
      readonly comment: string | null;
    };

const WRITES = {
  updated: {},
  closed: { state: 'closed', reason: 'completed' },
  reopened: { state: 'open' },
} as const satisfies Record<string, StateChange>;

/** What is to be done about an issue of ours, as it is. */
function nextStep({ request }: Job, { parts, isOpen }: OwnIssue): Step {
  const { report, links, mentionOwners } = request;
  const rendered = render(request, parts, request.run);
  const needsNone = rendered.rows.length === 0;
  // What could not be looked at may need a decision: only a whole scan closes.
  const isOver = needsNone && blockingGaps(report).length === 0;
  if (!isOpen && needsNone) return { kind: 'unchanged' };
  // The link to the run would make every scan a change.
  const asBefore = render(request, parts, parts.memory.run).body;
  const isSame = asBefore !== null && isSameIssue(parts, asBefore);
  if (isOpen && !isOver && isSame) return { kind: 'unchanged' };
  const since = parts.memory.day;
  return {
    kind: isOver ? 'closed' : isOpen ? 'updated' : 'reopened',
    body: rendered.body,
    comment:
      rendered.entered.length === 0
        ? null
        : renderIssueComment(rendered.rows, rendered.entered, links, { since, mentionOwners }),
  };
}

/** null when the issue is not there any more. */
async function take(job: Job, issue: OwnIssue, step: Step): Promise<TrackingResult | null> {
  if (step.kind === 'unchanged') return leave(job, issue);
  if (step.body === null) {
    const message = `The tracking issue ${issue.number} has no room left: what people wrote in it is as long as GitHub takes. Move some of it into comments.`;
    return { kind: 'failed', message };
  }
  const isThere = await job.access.write(issue.number, { body: step.body, ...WRITES[step.kind] });
  if (!isThere) return null;
  const label = step.kind === 'closed' ? [] : await labelAgain(job, issue);
  const remarks = [...label, ...(await comment(job, issue, step.comment))];
  return result(step.kind, issue, remarks);
}

const leave = async (job: Job, issue: OwnIssue): Promise<TrackingResult> =>
  result('unchanged', issue, issue.isOpen ? await labelAgain(job, issue) : []);

function wouldDo(
  step: Step,
): Pick<Extract<TrackingResult, { kind: 'dry-run' }>, 'would' | 'body' | 'comment'> {
  if (step.kind === 'unchanged') return { would: 'nothing', body: '', comment: null };
  const would = { updated: 'update', closed: 'close', reopened: 'reopen' } as const;
  return { would: would[step.kind], body: step.body ?? '', comment: step.comment };
}

/** Sentences about what could not be done. The issue itself says it all, so that this is none of its failures. */
async function comment(job: Job, { number }: OwnIssue, body: string | null): Promise<readonly string[]> {
  if (body === null) return [];
  const isLock = (error: unknown): boolean => error instanceof Error && /\block/i.test(error.message);
  return orSentence(job.access.comment(number, body), (error) =>
    isLock(error)
      ? `The tracking issue ${number} is locked, so there is no comment about what is new in it. Unlock it to have them.`
      : explainApiError(error, {
          action: `comment on the tracking issue ${number}`,
          permission: 'issues: write',
        }).message,
  );
}

/** By the first label the issue is found, so one that a person took away is put back while the issue is open. */
async function labelAgain({ access, request }: Job, issue: OwnIssue): Promise<readonly string[]> {
  const [label] = request.labels;
  const isThere = issue.labels.some((own) => own.toLowerCase() === label?.toLowerCase());
  if (label === undefined || isThere) return [];
  return orSentence(
    access.label(issue.number, label),
    (error) =>
      explainApiError(error, {
        action: `put the label "${label}" back on the tracking issue ${issue.number}`,
        permission: 'issues: write',
      }).message,
  );
}

const orSentence = (work: Promise<void>, sentence: (error: unknown) => string): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: unknown) => [sentence(error)],
  );

async function open(job: Job): Promise<TrackingResult> {
  const { access, request } = job;
  const { title, body, rows } = render(request, null, request.run);
  if (rows.length === 0 || body === null) return { kind: 'absent' };
  if (request.dryRun) return { kind: 'dry-run', would: 'open', body, comment: null };
  for (let posts = 1; ; posts += 1) {
    try {
      const made = withMarker([await access.create({ title, body, labels: request.labels })], request.key);
      const own = await findOwn(job).catch(() => []);
      return await settle(
        job,
        own.some(({ number }) => number === made[0]?.number) ? own : [...own, ...made],
      );
    } catch (error) {
      if (classifyApiError(error).kind !== 'unavailable') throw error;
      // The answer was lost, and the issue perhaps was not: to send it again blindly could make two.
      const hasWaited = await job.client.pause(1);
      const own = await findOwn(job);
      if (own.some((issue) => isOfThisRun(job, issue))) return await settle(job, own);
      if (posts === MAX_POSTS || !hasWaited) throw error;
    }
  }
}

/** Another scan may have opened one at the same time: then the older one of them stays. */
async function settle(job: Job, found: readonly OwnIssue[]): Promise<TrackingResult> {
  const own = await joinDuplicates(job.access, found);
  const kept = keptIssue(own);
  return kept !== undefined && isOfThisRun(job, kept) ? result('opened', kept) : update(job, own);
}

const isOfThisRun = ({ request }: Job, { parts: { memory }, isOpen }: OwnIssue): boolean =>
  isOpen && memory.run === request.run && memory.attempt === request.attempt;

const findOwn = ({ client, request }: Job): Promise<readonly OwnIssue[]> =>
  findOwnIssues(client, {
    owner: request.owner,
    repo: request.repo,
    key: request.key,
    label: request.labels[0] ?? '',
    without: render(request, null, request.run).rows.length === 0 ? 'open' : 'all',
  });

async function readAgain(access: IssueAccess, kept: OwnIssue): Promise<OwnIssue | null> {
  const issue = await access.read(kept.number);
  return issue === null ? null : (withMarker([issue], kept.parts.memory.key)[0] ?? null);
}

function render(request: TrackingRequest, before: IssueBody | null, run: number): RenderedIssue {
  const { report, links, key, attempt, urlOfRun } = request;
  return renderIssue(report, links, before, {
    key,
    run: request.run,
    attempt,
    runUrl: urlOfRun(run),
  });
}

const result = (
  kind: Extract<TrackingResult, { readonly number: number }>['kind'],
  { number, url }: OwnIssue,
  remarks: readonly string[] = [],
): TrackingResult => ({ kind, number, url, remarks });
