import type { GitHubClient } from '../repository/github/client.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import { readCommitFiles } from '../repository/github/read-files.ts';
import type { Where } from '../repository/github/where.ts';
import type { FileContent } from '../repository/repository.ts';
import { type CommentPlace, isOwnComment, rescueCommentPlace } from '../settings/comment-place.ts';
import type { Inputs } from '../settings/inputs.ts';
import { DEFAULT_CONFIG_PATH } from '../settings/resolve-settings.ts';
import { type KeyedComment, keyedComments } from './keyed-comments.ts';

/** The comments of a set-up, as far as they can be told. */
export interface CommentPlaces extends Pick<CommentPlace, 'comment'> {
  readonly commentKeys: readonly string[];
  /** Whether there may be one more that shows a result of this set-up. */
  readonly mayBeMore: boolean;
}

interface Lost {
  readonly pullRequest: PullRequest;
  readonly inputs: Inputs;
}

/**
 * Which comments are this set-up's, while its settings are not known or cannot be: the file that could not be used is
 * asked first, then the base's; and of each comment the file at the commit that it is about. Never rejects.
 */
export async function findCommentPlaces(
  client: GitHubClient,
  where: Where,
  { pullRequest, inputs }: Lost,
): Promise<CommentPlaces> {
  const { comment, commentKey, config: path = DEFAULT_CONFIG_PATH } = inputs;
  if (comment !== undefined && commentKey !== undefined) {
    return { comment, commentKeys: [commentKey], mayBeMore: false };
  }
  const { trusted, base, head, number, comments: known } = pullRequest;
  // Where the base decides, the head's file says nothing of what a run went by.
  const isByItself = trusted === head && commentKey === undefined;
  const written = isByItself ? await keyedComments(client, { ...where, number, known }) : [];
  const commits = [trusted, base, ...(written ?? []).map((one) => one.head)];
  const [broken, before, ...then] = await readCommitFiles(
    client,
    where,
    commits.map((commit) => ({ commit, path })),
  );
  const orNone = (content: FileContent | undefined): string | null =>
    content?.kind === 'missing' && inputs.config === undefined ? '' : textOf(content);
  const place = rescueCommentPlace(inputs, [orNone(broken), orNone(before)]);
  const others = (written ?? []).map(({ key }, index) => ({ key, isOurs: isOurs(key, then[index]) }));
  const keys = [...(place.commentKey === null ? [] : [place.commentKey]), ...others.filter(ours).map(keyOf)];
  const commentKeys = [...new Set(keys)];
  const isOpen = ({ key, isOurs }: Judged): boolean => isOurs === null && !commentKeys.includes(key);
  return {
    comment: place.comment,
    commentKeys,
    mayBeMore: commentKeys.length === 0 || written === null || others.some(isOpen),
  };
}

interface Judged extends Pick<KeyedComment, 'key'> {
  readonly isOurs: boolean | null;
}

const ours = ({ isOurs }: Judged): boolean => isOurs === true;
const keyOf = ({ key }: Judged): string => key;

const isOurs = (key: string, content: FileContent | undefined): boolean | null =>
  isOwnComment({ key, config: content?.kind === 'missing' ? undefined : textOf(content) });

const textOf = (content: FileContent | undefined): string | null =>
  content?.kind === 'text' ? content.text : null;
