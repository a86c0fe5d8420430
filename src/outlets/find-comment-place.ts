import type { GitHubClient } from '../repository/github/client.ts';
import type { PullRequest } from '../repository/github/pull-request.ts';
import { readCommitFiles } from '../repository/github/read-files.ts';
import type { Where } from '../repository/github/where.ts';
import { type CommentPlace, rescueCommentPlace } from '../settings/comment-place.ts';
import type { Inputs } from '../settings/inputs.ts';
import { DEFAULT_CONFIG_PATH } from '../settings/resolve-settings.ts';

/**
 * Which comment is this set-up's, while its settings are not known or cannot be: the file that could not be used is asked
 * first, then the base's. Never rejects.
 * @returns null where it is not known for sure.
 */
export async function findCommentPlace(
  client: GitHubClient,
  where: Where,
  { pullRequest, inputs }: { readonly pullRequest: PullRequest; readonly inputs: Inputs },
): Promise<CommentPlace | null> {
  const { comment, commentKey, config: path = DEFAULT_CONFIG_PATH } = inputs;
  if (comment !== undefined && commentKey !== undefined) return { comment, commentKey };
  const commits = [pullRequest.trusted, pullRequest.base];
  const contents = await readCommitFiles(
    client,
    where,
    commits.map((commit) => ({ commit, path })),
  );
  return rescueCommentPlace(
    inputs,
    contents.map((content) => {
      if (content.kind === 'text') return content.text;
      return content.kind === 'missing' && inputs.config === undefined ? '' : null;
    }),
  );
}
