export interface FetchBounds {
  /** Milliseconds for one try, the body included. */
  readonly timeout: number;
  readonly onRequest: (request: { readonly url: string; readonly method: string }) => void;
}

/**
 * A fetch that ends, and whose answer is whole.
 *
 * octokit hands out an empty or half text as data when the connection breaks within the body or JSON is cut;
 * here both reject, so that they are tried again like every other broken connection.
 */
export function boundedFetch(fetch: typeof globalThis.fetch, { timeout, onRequest }: FetchBounds) {
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    onRequest({ url, method: init.method ?? 'GET' });
    const { response, bytes } = await readWhole(() =>
      fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
    ).catch((error: unknown) => {
      throw new Error(describe(error, timeout));
    });
    if (response.ok && isJson(response) && !parses(bytes)) throw new Error('the answer was cut off');
    const { status, headers } = response;
    return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers: [...headers] });
  };
}

async function readWhole(send: () => Promise<Response>): Promise<{ response: Response; bytes: ArrayBuffer }> {
  const response = await send();
  return { response, bytes: await response.arrayBuffer() };
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}

function parses(bytes: ArrayBuffer): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** By its shape: the error may come from another realm. */
function describe(error: unknown, timeout: number): string {
  if (field(error, 'name') === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const reason = field(field(error, 'cause'), 'message') || field(error, 'message');
  return typeof reason === 'string' && reason !== '' ? reason : 'the connection failed';
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
