import type { IncomingMessage } from 'node:http';
import { findOperation, type Match } from './openapi-description.ts';
import type { GitHubRequest, GraphQLRequest } from './request.ts';

export interface ReadRequest {
  readonly request: GitHubRequest;
  /** The operation of the REST description, in one sentence why there is none, null for GraphQL. */
  readonly match: Match | { readonly problem: string } | null;
  readonly isBodyBroken: boolean;
}

/** Reads a request to its end. `rewrite` turns the addresses of GitHub's page links into those of its description. */
export async function readRequest(
  incoming: IncomingMessage,
  rewrite: (path: string) => string,
): Promise<ReadRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const method = incoming.method ?? 'GET';
  const path = rewrite(url.pathname);
  const isGraphQL = method === 'POST' && path === '/graphql';
  const match = isGraphQL ? null : findOperation(method, path);
  const { body, isBroken } = parseBody(Buffer.concat(chunks).toString());
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const request: GitHubRequest = {
    ...{ method, path, headers, body },
    query: Object.fromEntries(url.searchParams),
    operation: match === null ? 'graphql' : 'operation' in match ? match.operation.id : null,
    token: /^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? null,
    graphql: isGraphQL ? graphqlRequest(body) : null,
  };
  return { request, match, isBodyBroken: isBroken };
}

/** A query may be named write only by its first word; everything else of REST is one. */
export function isWrite({ method, graphql, operation }: GitHubRequest): boolean {
  if (operation === 'graphql') return /^\s*mutation\b/m.test(graphql?.query ?? '');
  return method !== 'GET' && method !== 'HEAD';
}

function parseBody(text: string): { readonly body: unknown; readonly isBroken: boolean } {
  if (text === '') return { body: undefined, isBroken: false };
  try {
    const body: unknown = JSON.parse(text);
    return { body, isBroken: typeof body !== 'object' || body === null };
  } catch {
    return { body: text, isBroken: true };
  }
}

function graphqlRequest(body: unknown): GraphQLRequest | null {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    return null;
  const variables = 'variables' in body && typeof body.variables === 'object' ? { ...body.variables } : {};
  const operationName =
    'operationName' in body && typeof body.operationName === 'string' ? body.operationName : null;
  return { query: body.query, variables, operationName };
}
