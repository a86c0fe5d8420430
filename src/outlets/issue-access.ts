import { classifyApiError } from '../repository/github/api-error.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import { type Issue, readIssue } from '../repository/github/issues.ts';
import type { Where } from '../repository/github/where.ts';
import { orNull, wasThere } from './may-be-gone.ts';

/** The issues of one repository, one by one. All reject with octokit's errors. */
export interface IssueAccess {
  create(issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }): Promise<Issue>;
  /** As it is now; null when it is not there any more, or not here. */
  read(number: number): Promise<Issue | null>;
  /** False when it is not there any more. */
  write(number: number, change: IssueWrite): Promise<boolean>;
  label(number: number, label: string): Promise<void>;
  /** Once, also where another run says the same at the same time. */
  comment(number: number, body: string): Promise<void>;
}

export type IssueWrite = { readonly body: string } & StateChange;

export type StateChange =
  | { readonly state?: never }
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly reason: 'completed' | 'duplicate' };

/** How often a comment is sent whose answer was lost, and which did not turn up. */
const MAX_POSTS = 3;
/** Comments that are listed at once. */
const PAGE = 100;

export function issueAccess(client: GitHubClient, { owner, repo }: Where): IssueAccess {
  const one = '/repos/{owner}/{repo}/issues/{issue_number}';
  return {
    async create({ title, body, labels }) {
      const { data } = await client.request('POST /repos/{owner}/{repo}/issues', {
        owner,
        repo,
        title,
        body,
        labels: [...labels],
      });
      return readIssue(data);
    },
    async read(number) {
      const answer = await orNull(client.request(`GET ${one}`, { owner, repo, issue_number: number }));
      // An issue that was moved is answered from its new place, and there is nothing for us to write.
      const isHere = answer?.data.repository_url
        .toLowerCase()
        .endsWith(`/repos/${owner}/${repo}`.toLowerCase());
      return answer === null || isHere !== true ? null : readIssue(answer.data);
    },
    async write(number, change) {
      const state =
        change.state === 'closed'
          ? ({ state: change.state, state_reason: change.reason } as const)
          : change.state === 'open'
            ? ({ state: change.state } as const)
            : {};
      const { body } = change;
      const request = client.request(`PATCH ${one}`, { owner, repo, issue_number: number, body, ...state });
      return wasThere(request, async () => (await this.read(number)) !== null);
    },
    async label(number, label) {
      // A label that is there already is not put there twice.
      const again = { request: { mayRepeat: true } };
      await client.request(`POST ${one}/labels`, {
        owner,
        repo,
        issue_number: number,
        labels: [label],
        ...again,
      });
    },
    async comment(number, body) {
      const about = { owner, repo, issue_number: number };
      const isThere = async (): Promise<boolean> => {
        const { data: issue } = await client.request(`GET ${one}`, about);
        const page = Math.max(1, Math.ceil(issue.comments / PAGE));
        const last = await client.request(`GET ${one}/comments`, { ...about, per_page: PAGE, page });
        return last.data.some((comment) => comment.body === body);
      };
      // A scan at the same time, which found the same, may have said so a moment ago.
      if (await isThere().catch(() => false)) return;
      for (let posts = 1; ; posts += 1) {
        try {
          await client.request(`POST ${one}/comments`, { ...about, body });
          return;
        } catch (error) {
          if (classifyApiError(error).kind !== 'unavailable') throw error;
          // The answer was lost, and the comment perhaps was not.
          const hasWaited = await client.pause(1);
          if (await isThere()) return;
          if (posts === MAX_POSTS || !hasWaited) throw error;
        }
      }
    },
  };
}
