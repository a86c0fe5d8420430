import { type CommentMarker, parseMarker } from '../report/comment-marker.ts';
import type { IssueComment } from '../repository/github/issue-comments.ts';

/** A comment that we wrote, by its author and by its marker: a marker alone can be planted by anybody. */
export interface OwnComment extends IssueComment {
  readonly marker: CommentMarker;
}

/** Those with this key, oldest first. */
export function ownComments(comments: readonly IssueComment[], key: string): readonly OwnComment[] {
  return comments
    .flatMap((comment) => {
      const marker = comment.isByUs ? parseMarker(comment.body) : null;
      return marker?.key === key ? [{ ...comment, marker }] : [];
    })
    .toSorted((left, right) => left.id - right.id);
}

/** The one that the newest run wrote; of one run's the youngest. */
export function latestComment(comments: readonly OwnComment[]): OwnComment | undefined {
  return comments.toSorted((left, right) => byRun(left.marker, right.marker) || left.id - right.id).at(-1);
}

/** A newer run has spoken already, be it of the same commit: the base, the settings or the day may have moved since. */
export function isOutrun(ours: CommentMarker, theirs: CommentMarker): boolean {
  return byRun(theirs, ours) > 0;
}

function byRun(left: CommentMarker, right: CommentMarker): number {
  return left.run - right.run || left.attempt - right.attempt;
}
