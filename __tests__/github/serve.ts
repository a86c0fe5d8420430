import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Callbacks } from './callbacks.ts';
import { type Faults, insteadOfWork } from './faults.ts';
import { answerGraphQL } from './graphql-api.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import type { Answer, Violation } from './request.ts';
import type { RequestLog } from './request-log.ts';
import { failure, notFound } from './rest-answer.ts';
import { answerRest } from './rest-api.ts';
import { sendAnswer } from './send-answer.ts';
import type { TokenIdentity } from './tokens.ts';
import type { World } from './world.ts';

interface Parts {
  readonly world: World;
  readonly tokens: ReadonlyMap<string, TokenIdentity>;
  readonly faults: Faults;
  readonly callbacks: Callbacks;
  readonly log: RequestLog;
}

/** What the server does with a request: note it, let the test step in, let it fail on purpose, or answer it. */
export function createServe(parts: Parts): RequestListener {
  return (incoming, outgoing) => {
    serve(parts, incoming, outgoing).catch((error: unknown) => {
      const message = `This GitHub broke: ${error instanceof Error ? error.stack : error}`;
      const { method = '', url: path = '' } = incoming;
      parts.log.broken({ method, path, operation: null, kind: 'answer', message });
      sendAnswer(outgoing, failure(400, message), { pace: 'whole' });
    });
  };
}

async function serve(parts: Parts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { world, faults, callbacks, log } = parts;
  const read = await readRequest(incoming, world.nameRepository);
  const noteStatus = log.arrived(read.request);
  await callbacks.run(read.request);

  const mishap = faults.next(read.request);
  if (mishap === 'hang') return;
  if (mishap === 'reset') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const hasOptions = mishap !== null && typeof mishap === 'object';
  if (hasOptions && 'delayMs' in mishap) await delay(mishap.delayMs);
  const replaced = mishap === null ? null : insteadOfWork(mishap, read.request);
  const answer = replaced ?? (await work(parts, read));
  if (mishap === 'lose-answer') {
    outgoing.socket?.destroy();
    return;
  }
  const final = hasOptions && 'rewrite' in mishap ? mishap.rewrite(answer) : answer;
  noteStatus(final.status);
  sendAnswer(outgoing, final, {
    pace: mishap === 'truncate' || mishap === 'stall' || mishap === 'dribble' ? mishap : 'whole',
  });
}

function work(
  { world, tokens, log }: Parts,
  { request, match, isBodyBroken }: ReadRequest,
): Answer | Promise<Answer> {
  const { method, path, operation, token } = request;
  const report = (kind: Violation['kind'], message: string): void => {
    log.broken({ method, path, operation, kind, message });
  };
  if (isBodyBroken) {
    report('request', 'The body is no JSON object.');
    return failure(400, 'Problems parsing JSON');
  }
  if (match !== null && 'problem' in match) {
    report('request', match.problem);
    return notFound();
  }
  const identity = token === null ? null : tokens.get(token);
  if (identity === undefined) return failure(401, 'Bad credentials');
  const call = { world, identity };
  return match === null
    ? answerGraphQL(call, request.graphql, report)
    : answerRest(call, request, match, report);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
