import { fields, maybe, type Shape } from './answer-shape.ts';
import type { GitHubClient } from './client.ts';
import { partFailure } from './graphql-answer.ts';
import type { Where } from './where.ts';

/** An issue as it is now; pull requests are none. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly labels: readonly string[];
  readonly url: string;
}

export interface IssueSelection {
  /** Only those with this label; null for any. */
  readonly label: string | null;
  readonly state: 'open' | 'all';
  /** Each has a hundred; what is beyond them is not looked at. */
  readonly maxPages: number;
}

/** Issues page by page, the one that changed last first. */
export async function* listIssues(
  client: GitHubClient,
  { owner, repo }: Where,
  { label, state, maxPages }: IssueSelection,
): AsyncGenerator<readonly Issue[]> {
  const labels = label === null ? {} : { labels: label };
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues', {
      owner,
      repo,
      ...labels,
      state,
      sort: 'updated',
      direction: 'desc',
      per_page: PAGE,
      page,
    });
    yield data.filter(({ pull_request: pull }) => pull === undefined).map(readIssue);
    if (data.length < PAGE) return;
  }
}

const PAGE = 100;

/** What an answer of REST has of an issue. */
export interface IssueAnswer {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly html_url: string;
}

export const readIssue = ({ number, title, body, state, labels, html_url: url }: IssueAnswer): Issue => ({
  number,
  title,
  body: body ?? '',
  isOpen: state === 'open',
  url,
  labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
});

/** So many issues are asked for in one query. */
const BATCH = 50;

interface AuthorsAnswer {
  readonly repository: Readonly<Record<string, { readonly viewerDidAuthor: boolean } | null>> | null;
}

const AUTHORS_SHAPE: Shape = fields({ repository: { each: maybe(fields({ viewerDidAuthor: 'flag' })) } });

/** Those of the issues that were opened with the same identity as our token's: right for every kind of token. */
export async function issuesByUs<One extends Issue>(
  client: GitHubClient,
  { owner, repo }: Where,
  issues: readonly One[],
): Promise<readonly One[]> {
  if (issues.length === 0) return [];
  const batch = issues.slice(0, BATCH);
  const fields = batch.map(({ number }) => `i${number}: issue(number: ${number}) { viewerDidAuthor }`);
  const query = `query authors($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { ${fields.join(' ')} }
}`;
  const { data, errors } = await client.graphql<AuthorsAnswer>(
    query,
    { owner, repo },
    { shape: AUTHORS_SHAPE },
  );
  // One of which nobody says whose it is may be ours: to go on would open a second one.
  const untold = errors.find(({ type }) => type !== 'NOT_FOUND');
  if (untold !== undefined) throw partFailure(untold);
  const ours = batch.filter(({ number }) => data.repository?.[`i${number}`]?.viewerDidAuthor === true);
  return [...ours, ...(await issuesByUs(client, { owner, repo }, issues.slice(BATCH)))];
}
