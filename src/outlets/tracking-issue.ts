import { classifyApiError } from '../repository/github/api-error.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { type IssueAccess, issueAccess, type StateChange } from './issue-access.ts';
import { commentOn, labelAgain, UNSEEN_ISSUES } from './issue-remarks.ts';
import { joinDuplicates } from './join-duplicates.ts';
import { isNewerRun } from './newer-run.ts';
import { asItIs, findOwnIssues, keptIssue, type OwnIssue, withMarker } from './own-issues.ts';
import type { TrackingRequest } from './tracking-request.ts';
import { type TrackingResult, unwrittenIssue } from './tracking-result.ts';
import { nextStep, renderFor, stepInWords, type TrackingStep } from './tracking-step.ts';

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
  const step = nextStep(request, kept);
  if (request.dryRun) return { ...stepInWords(step), kind: 'dry-run' };
  if (step.kind === 'unchanged') return leave(job, kept);

  // The list is older than what a person or another run wrote a moment ago.
  const others = own.filter(({ number }) => number !== kept.number);
  const read = await access.read(kept.number);
  const now = read === null ? null : asItIs(read, kept);
  if (now === null) return update(job, others);
  if (isNewerRun(now.parts.memory, request)) return result('stale', now);
  return (await take(job, now, nextStep(request, now))) ?? update(job, others);
}

const WRITES = {
  updated: {},
  closed: { state: 'closed', reason: 'completed' },
  reopened: { state: 'open' },
} as const satisfies Record<string, StateChange>;

/** null when the issue is not there any more. */
async function take(job: Job, issue: OwnIssue, step: TrackingStep): Promise<TrackingResult | null> {
  if (step.kind === 'unchanged') return leave(job, issue);
  if (step.body === null) {
    const message = `The tracking issue ${issue.number} has no room left: what people wrote in it is as long as GitHub takes. Move some of it into comments.`;
    return { kind: 'failed', message };
  }
  const isThere = await job.access.write(issue.number, { body: step.body, ...WRITES[step.kind] });
  if (!isThere) return null;
  const label = step.kind === 'closed' ? [] : await labelAgain(job.access, issue, job.request.labels[0]);
  const remarks = [...label, ...(await commentOn(job.access, issue, step.comment))];
  return result(step.kind, issue, remarks);
}

const leave = async (job: Job, issue: OwnIssue): Promise<TrackingResult> =>
  result('unchanged', issue, issue.isOpen ? await labelAgain(job.access, issue, job.request.labels[0]) : []);

async function open(job: Job): Promise<TrackingResult> {
  const { access, request } = job;
  const { title, body, rows } = renderFor(request, null, request.run);
  if (rows.length === 0 || body === null) return { kind: 'absent' };
  if (request.dryRun) return { kind: 'dry-run', would: 'open', body, comment: null };
  for (let posts = 1; ; posts += 1) {
    try {
      const created = await access.create({ title, body, labels: request.labels });
      const own = await findOwn(job).catch(() => null);
      if (own === null) return result('opened', created, [UNSEEN_ISSUES]);
      const made = withMarker([{ ...created, body }], request.key);
      return await settle(job, own.some(({ number }) => number === created.number) ? own : [...own, ...made]);
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
    today: request.report.today,
    without: renderFor(request, null, request.run).rows.length === 0 ? 'open' : 'all',
  });

const result = (
  kind: Extract<TrackingResult, { readonly number: number }>['kind'],
  { number, url }: Pick<OwnIssue, 'number' | 'url'>,
  remarks: readonly string[] = [],
): TrackingResult => ({ kind, number, url, remarks });
