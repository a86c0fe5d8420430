export interface GraphQLAnswer<Data> {
  readonly data: Data;
  /** What could not be told, beside the data. */
  readonly errors: readonly GraphQLProblem[];
}

export interface GraphQLProblem {
  readonly message: string;
  /** Such as NOT_FOUND, FORBIDDEN, RATE_LIMITED; GitHub leaves it out at times. */
  readonly type?: string;
  /** Where in the data the answer is missing. */
  readonly path?: readonly (string | number)[];
}

const STATUS_OF_TYPE: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INSUFFICIENT_SCOPES: 403,
  RATE_LIMITED: 429,
  RESOURCE_LIMITS_EXCEEDED: 503,
  SERVICE_UNAVAILABLE: 503,
};

/** An error as REST would have made it, of one that came beside data: a part was not told, so another try may help. */
export function partFailure({ message, type = '' }: GraphQLProblem): Error {
  return Object.assign(new Error(message), { status: STATUS_OF_TYPE[type] ?? 502 });
}

/** GraphQL fails with HTTP 200: an error as REST would have made it when there is no data at all, else null. */
export function graphqlFailure(body: unknown, headers: unknown): Error | null {
  if (typeof body !== 'object' || body === null) return failure('the answer was empty', 502, body, headers);
  const errors = problemsIn(body);
  const data = 'data' in body ? body.data : null;
  if (typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null)) {
    return null;
  }
  const [first] = errors;
  if (first === undefined) return failure('the answer was empty', 502, body, headers);
  return failure(first.message, STATUS_OF_TYPE[first.type ?? ''] ?? 400, body, headers);
}

/** GitHub says this, and nothing else, where it ran out of time or strength: worth another try. */
export function isPassing(body: unknown): boolean {
  return problemsIn(body).some(({ message }) =>
    /^Something went wrong while executing your query|^We couldn't respond to your request in time/.test(
      message,
    ),
  );
}

/** The errors of a body, whatever stands in their place. */
export function problemsIn(body: unknown): readonly GraphQLProblem[] {
  const errors = valueIn(body, 'errors');
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    const message = valueIn(error, 'message');
    const type = valueIn(error, 'type');
    const path = valueIn(error, 'path');
    return {
      message: typeof message === 'string' ? message : 'no reason given',
      ...(typeof type === 'string' ? { type } : {}),
      ...(Array.isArray(path) ? { path } : {}),
    };
  });
}

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function failure(message: string, status: number, data: unknown, headers: unknown): Error {
  return Object.assign(new Error(message), { status, response: { data, headers } });
}
