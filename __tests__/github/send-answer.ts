import type { ServerResponse } from 'node:http';
import type { Answer } from './request.ts';

const HEADERS = {
  server: 'github.com',
  'x-github-media-type': 'github.v3; format=json',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-used': '1',
};

/** `truncate`: the first half, and the connection ends; `stall`: the headers and no more; `dribble`: ten bytes a second. */
export type Pace = 'whole' | 'truncate' | 'stall' | 'dribble';

/** Sends an answer, or what comes of it. */
export function sendAnswer(
  outgoing: ServerResponse,
  answer: Answer,
  { pace }: { readonly pace: Pace },
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
  else if (pace === 'truncate') {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.destroy());
  } else if (pace === 'stall') outgoing.flushHeaders();
  else if (pace === 'dribble') dribble(outgoing, bytes);
  else outgoing.end(bytes);
}

function dribble(outgoing: ServerResponse, bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    outgoing.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    outgoing.end();
  }, 100).unref();
  outgoing.on('close', () => clearInterval(timer));
}

function bodyBytes(body: unknown): Buffer | null {
  if (body === null) return null;
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}
