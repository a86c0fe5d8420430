import type { RepositoryState } from './repository-state.ts';
import type { Answer, GitHubRequest } from './request.ts';
import type { Need } from './tokens.ts';
import type { Call } from './world.ts';

export interface RestCall extends Call {
  readonly request: GitHubRequest;
  /** From the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly repository: RepositoryState;
}

export interface Endpoint {
  readonly need: Need;
  readonly handle: (call: RestCall) => Answer;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function failure(
  status: number,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, body: { message, ...more, documentation_url, status: String(status) } };
}

export function notFound(): Answer {
  return failure(404, 'Not Found');
}

/** True for `application/vnd.github.raw`, with or without `+json` or an old version. */
export function wantsRaw({ headers }: GitHubRequest): boolean {
  return /application\/vnd\.github\.(v3\.)?raw\b/.test(headers.accept ?? '');
}

/** GitHub gives raw contents a charset whatever they are, which makes octokit read them as text. */
export function raw(bytes: Uint8Array): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' },
    body: bytes,
  };
}

/** One page of a list, with the addresses of the others; those name the repository by its number. */
export function paged<T>(
  { world, request, repository }: RestCall,
  items: readonly T[],
  render: (item: T) => unknown,
): Answer {
  const size = Math.min(positive(request.query.per_page) ?? 30, 100);
  const page = positive(request.query.page) ?? 1;
  const last = Math.max(Math.ceil(items.length / size), 1);
  const path = request.path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`);
  const link = (rel: string, to: number): string => {
    const query = new URLSearchParams({ ...request.query, page: String(to) });
    return `<${world.url}${path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ];
  const body = items.slice((page - 1) * size, page * size).map(render);
  return { status: 200, headers: links.length > 0 ? { link: links.join(', ') } : {}, body };
}

function positive(text: string | undefined): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}
