import type { ServerResponse } from 'node:http';
import type { Answer } from './request.ts';

const HEADERS = {
  server: 'github.com',
  'x-github-media-type': 'github.v3; format=json',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-used': '1',
};

/** Sends an answer, or its first half and then nothing. */
export function sendAnswer(
  outgoing: ServerResponse,
  answer: Answer,
  options: { readonly isTruncated: boolean },
): void {
  const bytes = bodyBytes(answer.body);
  const reset = String(Math.ceil(Date.now() / 1000) + 3_600);
  outgoing.writeHead(answer.status, {
    ...HEADERS,
    'x-ratelimit-reset': reset,
    ...(bytes === null
      ? {}
      : { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }),
    ...answer.headers,
  });
  if (bytes === null) outgoing.end();
  else if (options.isTruncated) {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.destroy());
  } else outgoing.end(bytes);
}

function bodyBytes(body: unknown): Buffer | null {
  if (body === null) return null;
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}
