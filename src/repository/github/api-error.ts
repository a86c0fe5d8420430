import { PlanCheckError } from '../../plan-check-error.ts';

/** What went wrong between us and GitHub, whatever kind of error octokit made of it. */
export type ApiProblem =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden'; readonly message: string }
  | { readonly kind: 'missing'; readonly message: string }
  /** Seconds since 1970; null when GitHub does not say. */
  | { readonly kind: 'limited'; readonly resetsAt: number | null }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** GitHub could not, or the network: what was asked for may or may not have happened. */
  | { readonly kind: 'unavailable'; readonly status: number | null; readonly message: string };

export interface ApiTask {
  /** Follows "Could not": "read pull request 12". */
  readonly action: string;
  /** What the task needs, as it stands below `permissions:` in a workflow. */
  readonly permission: 'contents: read' | 'pull-requests: read' | 'pull-requests: write' | 'issues: write';
}

/** GitHub's words in a message of ours, in characters. */
const MAX_QUOTE = 200;

/** One sentence or two for the user: what could not be done, why, and the cure. Never a stack. */
export function explainApiError(error: unknown, { action, permission }: ApiTask): PlanCheckError {
  if (error instanceof PlanCheckError) return error;
  // octokit wraps what the way to GitHub refused by itself.
  if (error instanceof Error && error.cause instanceof PlanCheckError) return error.cause;
  const problem = classifyApiError(error);
  return new PlanCheckError(`Could not ${action}: ${explain(problem, permission)}`, { cause: error });
}

function explain(problem: ApiProblem, permission: ApiTask['permission']): string {
  switch (problem.kind) {
    case 'unauthorized':
      return 'the token is not valid. Give a valid one in "github-token".';
    case 'forbidden':
      return `the token lacks the right (${problem.message}). Add "${permission}" under "permissions:" in the workflow.`;
    case 'missing':
      return `it is not there, or the token may not see it (${problem.message}). Check the name, and that the workflow has "${permission}" under "permissions:".`;
    case 'limited':
      return `the limit of the API is used up${problem.resetsAt === null ? '' : ` until ${clock(problem.resetsAt)} UTC`}. Run the job again later.`;
    case 'refused':
      return `GitHub refused it with status ${problem.status} (${problem.message}).${afterRefusal(problem.status)}`;
    case 'unavailable':
      return `GitHub did not give a usable answer (${problem.status === null ? '' : `status ${problem.status}, `}${problem.message}). Run the job again.`;
  }
}

/** What to do, beside what GitHub says itself. */
function afterRefusal(status: number): string {
  // It sends the request elsewhere, and it is said already what to look at.
  if (status < 400) return '';
  switch (status) {
    case 403:
      return ' Unlock the conversation if it is to be written there.';
    case 451:
      return ' It is withheld for legal reasons, which the owner has to settle with GitHub.';
    default:
      return ' Run the job again; if it stays so, report these words to Plan Check.';
  }
}

export function classifyApiError(error: unknown): ApiProblem {
  const status = numberIn(error, 'status');
  const response = valueIn(error, 'response');
  const headers = valueIn(response, 'headers');
  const message = quote(valueIn(error, 'message'));
  const remaining = valueIn(headers, 'x-ratelimit-remaining');
  const isLimit =
    remaining === '0' || status === 429 || /\brate limit/i.test(message) || hasType(response, 'RATE_LIMITED');
  if (isLimit && (status === null || status < 500)) {
    return { kind: 'limited', resetsAt: remaining === '0' ? numberIn(headers, 'x-ratelimit-reset') : null };
  }
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403 && /\blocked\b/i.test(message)) return { kind: 'refused', status, message };
  if (status === 403) return { kind: 'forbidden', message };
  if (status === 404 || status === 410) return { kind: 'missing', message };
  if (status !== null && status < 500) return { kind: 'refused', status, message };
  // octokit gives a status of 500 to requests that were never answered.
  return { kind: 'unavailable', status: response === undefined ? null : status, message };
}

function hasType(response: unknown, type: string): boolean {
  const errors = valueIn(valueIn(response, 'data'), 'errors');
  return Array.isArray(errors) && errors.some((error) => valueIn(error, 'type') === type);
}

/** Strangers may have a say in what GitHub quotes: one line, bounded, without the address of the documentation. */
function quote(message: unknown): string {
  const line = String(message ?? 'no reason given')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/ - https:\/\/docs\.github\.com\S*$/, '')
    .trim();
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line;
}

function clock(secondsSince1970: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  return format.format(secondsSince1970 * 1000);
}

function valueIn(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberIn(value: unknown, key: string): number | null {
  const found = Number(valueIn(value, key) ?? Number.NaN);
  return Number.isFinite(found) ? found : null;
}
