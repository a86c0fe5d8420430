import { PlanCheckError } from '../../plan-check-error.ts';

export interface FetchBounds {
  /** Milliseconds for one try, the body and redirects included. */
  readonly timeout: number;
  /** Of one answer, unpacked. */
  readonly maxBytes: number;
  readonly onRequest: (request: { readonly url: string; readonly method: string }) => void;
}

type Fetch = typeof globalThis.fetch;

/** A repository that was renamed is one redirect away. */
const MAX_REDIRECTS = 3;

/**
 * A fetch that ends, and whose answer is whole.
 *
 * octokit hands out an empty or half text as data when the connection breaks within the body or JSON is cut, and a web page
 * as text; here all of them reject, so that they are tried again like every other broken connection.
 * A redirect is followed on the same host only: the token is for nobody else. Another one is handed out as it is.
 */
export function boundedFetch(fetch: Fetch, { timeout, maxBytes, onRequest }: FetchBounds) {
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? 'GET';
    const signal = AbortSignal.timeout(timeout);
    const send = async (): Promise<Whole> => {
      for (let [at, hops] = [url, 0]; ; hops += 1) {
        onRequest({ url: at, method });
        const response = await fetch(at, { ...init, signal, redirect: 'manual' });
        const next = hops < MAX_REDIRECTS ? nextAddress(response, method, at) : null;
        if (next === null) return { response, bytes: await readBody(response, maxBytes) };
        await response.body?.cancel();
        at = next;
      }
    };
    const { response, bytes } = await send().catch((error: unknown) => {
      throw failure(error, url, timeout);
    });
    const { status, headers } = response;
    if (response.ok && !NO_CONTENT.includes(status)) {
      const problem = jsonProblem(response, bytes);
      if (problem !== null) throw new Error(problem);
    }
    // A web page is no reason that could be quoted.
    const isQuotable = response.ok || isJson(response) || !/^\s*</.test(textOf(bytes.subarray(0, 100)));
    const body = bytes.byteLength === 0 ? null : isQuotable ? bytes : 'a web page and no reason';
    return new Response(body, { status, headers: [...headers] });
  };
}

interface Whole {
  readonly response: Response;
  readonly bytes: Buffer<ArrayBuffer>;
}

const NO_CONTENT: readonly number[] = [204, 205];

/** Where to ask instead; null where that is nowhere, or not for us to go to. */
function nextAddress({ status, headers }: Response, method: string, from: string): string | null {
  const mayMove =
    status === 307 || status === 308 || (method === 'GET' && (status === 301 || status === 302));
  const location = headers.get('location');
  if (!mayMove || location === null || !URL.canParse(location, from)) return null;
  const next = new URL(location, from);
  return next.origin === new URL(from).origin ? next.href : null;
}

async function readBody({ body }: Response, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new Error(`the answer has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonProblem(response: Response, bytes: Buffer): string | null {
  if (bytes.byteLength === 0) return 'the answer was empty';
  if (!isJson(response)) return 'the answer was no JSON';
  try {
    JSON.parse(textOf(bytes));
    return null;
  } catch {
    return 'the answer was cut off';
  }
}

const isJson = (response: Response): boolean =>
  /^application\/(?:[\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A port that no browser would go to is refused before anything is sent, and would be the next time. */
function failure(error: unknown, url: string, timeout: number): Error {
  if (field(field(error, 'cause'), 'message') !== 'bad port') return new Error(describe(error, timeout));
  return new PlanCheckError(
    `Port ${new URL(url).port} is kept for something else than a server of GitHub, so nothing is sent there: correct "GITHUB_API_URL" and "GITHUB_GRAPHQL_URL".`,
  );
}

/** By its shape: the error may come from another realm. */
function describe(error: unknown, timeout: number): string {
  if (field(error, 'name') === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const cause = field(error, 'cause');
  // Where a name has several addresses, none of which answers, there is a code and no message.
  const reason = field(cause, 'message') || field(cause, 'code') || field(error, 'message');
  return typeof reason === 'string' && reason !== '' ? reason : 'the connection failed';
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
