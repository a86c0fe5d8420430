/** A request as handlers, faults and tests see it. `path` is decoded from nothing: it is what stood in the URL, without the query. */
export interface GitHubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body, or undefined when there was none. */
  readonly body: unknown;
  /** The operation's id in GitHub's description, such as "issues/create-comment"; "graphql" for GraphQL; null for an unknown path. */
  readonly operation: string | null;
  /** The token as it was sent, null without one. */
  readonly token: string | null;
  /** Set for GraphQL only. */
  readonly graphql: GraphQLRequest | null;
}

export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What is answered. A string or bytes are sent as they are, null sends no body, anything else is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that came in, in the order of arrival. `status` is null while it is handled, and when it was never answered. */
export interface RecordedRequest extends GitHubRequest {
  readonly status: number | null;
  /** True for everything that may change the state: REST except GET and HEAD, and GraphQL mutations. */
  readonly isWrite: boolean;
}

/** Something that the description of GitHub does not allow, or that this small GitHub does not have. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  /** `request`: the client is wrong; `answer`: this small GitHub is; `missing`: allowed by the description, and not built here. */
  readonly kind: 'request' | 'answer' | 'missing';
  readonly message: string;
}
