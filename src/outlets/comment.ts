import { createHash } from 'node:crypto';
import {
  type CommentMarker,
  MAX_COMMENT_LENGTH,
  parseMarker,
  renderMarker,
} from '../report/comment-marker.ts';
import { classifyApiError } from '../repository/github/api-error.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { fetchCommentPage } from '../repository/github/issue-comments.ts';
import { type CommentAccess, commentAccess } from './comment-access.ts';
import { leftBehind, UNSEEN_COMMENTS } from './comment-remarks.ts';
import type { CommentRequest } from './comment-request.ts';
import { type CommentResult, unwrittenComment } from './comment-result.ts';
import { everyComment } from './every-comment.ts';
import { isNewerRun } from './newer-run.ts';
import { latestComment, type OwnComment, ownComments } from './own-comments.ts';

export type { CommentResult };

interface Job {
  readonly client: GitHubClient;
  readonly request: CommentRequest;
  readonly access: CommentAccess;
  readonly marker: CommentMarker;
  /** Marker and body. */
  readonly text: string;
}

/** How often a comment is sent whose answer was lost, and which did not turn up. */
const MAX_POSTS = 3;

/** Makes the pull request's one comment with this key say `body`, unless a newer run has spoken. Never rejects. */
export async function upsertComment(client: GitHubClient, request: CommentRequest): Promise<CommentResult> {
  const { body, key, head, run, attempt } = request;
  const marker = { key, head, run, attempt, hash: digest(body) };
  const text = `${renderMarker(marker)}\n${body}`;
  if (text.length > MAX_COMMENT_LENGTH) {
    const message = `The comment has ${text.length} characters, and GitHub takes ${MAX_COMMENT_LENGTH} at most.`;
    return { kind: 'failed', message };
  }
  const job = { client, request, marker, text, access: commentAccess(client, request) };
  try {
    return await update(job, await findOwn(job));
  } catch (error) {
    return unwrittenComment(error, request.number);
  }
}

/**
 * `own`: oldest first; the oldest one stays. What a newer run said is left alone, be it of the same commit: the base, the
 * settings or the day may have moved since.
 */
async function update(job: Job, own: readonly OwnComment[]): Promise<CommentResult> {
  const { access, marker, text, request } = job;
  const [kept, ...others] = own;
  if (kept === undefined) return create(job);
  const outrunning = own.find((comment) => isNewerRun(comment.marker, marker));
  if (outrunning !== undefined) return result('stale', outrunning);
  if (request.dryRun) return { kind: 'dry-run', would: isSame(marker, kept.marker) ? 'nothing' : 'update' };

  // What was known is as old as this run, and another one may have written since.
  const body = await access.read(kept.id);
  if (body === null) return update(job, others);
  const written = parseMarker(body);
  if (written !== null && isNewerRun(written, marker)) return result('stale', kept);
  const isWritten = written !== null && isSame(marker, written);
  if (!isWritten && !(await access.write(kept.id, text))) return update(job, others);
  return result(isWritten ? 'unchanged' : 'updated', kept, leftBehind(await access.remove(others)));
}

async function create(job: Job): Promise<CommentResult> {
  const { access, request, text } = job;
  if (!request.mayCreate) return { kind: 'absent' };
  if (request.dryRun) return { kind: 'dry-run', would: 'create' };
  for (let posts = 1; ; posts += 1) {
    try {
      const { id, url } = await access.create(text);
      const made = { id, url, body: text, isByUs: true, marker: job.marker };
      const own = await findYoungest(job).catch(() => null);
      if (own === null) return result('created', made, [UNSEEN_COMMENTS]);
      // As it was listed, it may be another run's already.
      return await settle(job, own.some((comment) => comment.id === id) ? own : [...own, made]);
    } catch (error) {
      if (classifyApiError(error).kind !== 'unavailable') throw error;
      // The answer was lost, and the comment perhaps was not: to send it again blindly could make two.
      const hasWaited = await job.client.pause(1);
      const own = await findYoungest(job);
      if (own.some(({ body }) => body === text)) return await settle(job, own);
      if (posts === MAX_POSTS || !hasWaited) throw error;
    }
  }
}

/** Of several comments, made by runs at the same time, the oldest stays and says what the newest run said. */
async function settle(job: Job, comments: readonly OwnComment[]): Promise<CommentResult> {
  const own = comments.toSorted((left, right) => left.id - right.id);
  const [kept, ...others] = own;
  const latest = latestComment(own, job.marker);
  if (kept === undefined || latest === undefined) return { kind: 'absent' };
  if (latest.id !== kept.id && !(await job.access.write(kept.id, latest.body))) return settle(job, others);
  const remarks = leftBehind(await job.access.remove(others));
  if (latest.body !== job.text) return result('stale', kept, remarks);
  return result(latest.id === kept.id ? 'created' : 'updated', kept, remarks);
}

async function findOwn({ client, request }: Job): Promise<readonly OwnComment[]> {
  return ownComments(await everyComment(client, request), request.key);
}

/** Before this run made one there was none, so whatever is ours is among the youngest. */
async function findYoungest({ client, request }: Job): Promise<readonly OwnComment[]> {
  return ownComments((await fetchCommentPage(client, request, 'youngest')).comments, request.key);
}

function isSame(left: CommentMarker, right: CommentMarker): boolean {
  return left.hash === right.hash && left.head === right.head;
}

const result = (
  kind: Extract<CommentResult, { readonly id: number }>['kind'],
  { id, url }: OwnComment,
  remarks: readonly string[] = [],
): CommentResult => ({ kind, id, url, remarks });

function digest(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
