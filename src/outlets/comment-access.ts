import type { GitHubClient } from '../repository/github/client.ts';
import type { Where } from '../repository/github/where.ts';
import { orNull, wasThere } from './may-be-gone.ts';

/** The comments of one pull request, one by one. All reject with octokit's errors, `remove` excepted. */
export interface CommentAccess {
  create(body: string): Promise<{ readonly id: number; readonly url: string }>;
  /** The body as it is now; null when the comment is not there any more. */
  read(id: number): Promise<string | null>;
  /** False when the comment is not there any more. */
  write(id: number, body: string): Promise<boolean>;
  /** How many could not be removed: they stay for the next run. */
  remove(comments: readonly { readonly id: number }[]): Promise<number>;
}

export function commentAccess(
  client: GitHubClient,
  { owner, repo, number }: Where & { readonly number: number },
): CommentAccess {
  const one = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
  return {
    async create(body) {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const { data } = await client.request(route, { owner, repo, issue_number: number, body });
      return { id: Number(data.id), url: data.html_url };
    },
    async read(id) {
      const comment = await orNull(client.request(`GET ${one}`, { owner, repo, comment_id: id }));
      return comment === null ? null : (comment.data.body ?? '');
    },
    async write(id, body) {
      const request = client.request(`PATCH ${one}`, { owner, repo, comment_id: id, body });
      return wasThere(request, async () => (await this.read(id)) !== null);
    },
    async remove(comments) {
      let left = 0;
      for (const { id } of comments) {
        const request = client.request(`DELETE ${one}`, { owner, repo, comment_id: id });
        // Whatever else is answered was no deletion.
        const deletion = request.then(({ status }) => {
          if (Number(status) !== 204) throw new Error(`It was answered with status ${status}.`);
        });
        await wasThere(deletion, async () => (await this.read(id)) !== null).catch(() => {
          left += 1;
        });
      }
      return left;
    },
  };
}
