import { type CommentMarker, parseMarker } from '../report/comment-marker.ts';
import { readLostComment } from '../report/lost-comment.ts';
import type { IssueComment } from '../repository/github/issue-comments.ts';
import { byRun, isCredible } from './newer-run.ts';

/** A comment that we wrote, by its author and by its marker or what people left of it: a marker alone can be planted by anybody. */
export interface OwnComment extends IssueComment {
  readonly marker: CommentMarker;
}

/**
 * Those with this key, oldest first. One whose marker people broke, and which names no other key, is ours as well; of
 * several that name none the oldest alone, and only where no other is ours: they may be those of other set-ups.
 */
export function ownComments(comments: readonly IssueComment[], key: string): readonly OwnComment[] {
  const byUs = comments.filter(({ isByUs }) => isByUs).toSorted((left, right) => left.id - right.id);
  const named: OwnComment[] = [];
  const nameless: OwnComment[] = [];
  for (const comment of byUs) {
    const marker = parseMarker(comment.body);
    if (marker?.key === key) named.push({ ...comment, marker });
    const lost = marker === null ? readLostComment(comment.body) : null;
    if (lost === null) continue;
    // Older than any run, so that each may write over it.
    const old = { ...comment, marker: { key, head: '', run: 0, attempt: 0, hash: '' } };
    if (lost.key === key) named.push(old);
    if (lost.key === null) nameless.push(old);
  }
  return named.length > 0 ? named : nameless.slice(0, 1);
}

/** The one that the newest run wrote, as far as `ours` can believe it; of one run's the youngest. */
export function latestComment(comments: readonly OwnComment[], ours: CommentMarker): OwnComment | undefined {
  return comments
    .filter(({ marker }) => isCredible(marker, ours))
    .toSorted((left, right) => byRun(left.marker, right.marker) || left.id - right.id)
    .at(-1);
}
