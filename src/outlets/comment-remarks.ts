import { counted } from '../report/counted.ts';

/** Of several comments one is kept up to date: about those that stayed. */
export const leftBehind = (left: number): readonly string[] =>
  left === 0
    ? []
    : [
        `${counted(left, 'more comment')} of Plan Check on this pull request could not be deleted, and may show an older result: delete by hand what does, or let the next run try again.`,
      ];

/** Where the comments could not be listed after one was made. */
export const UNSEEN_COMMENTS =
  'Whether another run made a comment of Plan Check at the same time could not be read: where there are two, the next run leaves one of them.';
