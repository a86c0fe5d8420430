import { counted } from '../report/counted.ts';
import type { CommentResult } from './comment-result.ts';

/** Of several comments one is kept up to date: the sentence about those that stayed, null where none did. */
export function leftComments(result: CommentResult): string | null {
  const left = ('left' in result ? result.left : undefined) ?? 0;
  return left === 0
    ? null
    : `${counted(left, 'more comment')} of Plan Check on this pull request could not be deleted, and may show an older result: delete by hand what does, or let the next run try again.`;
}
