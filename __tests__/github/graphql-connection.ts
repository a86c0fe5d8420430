import { graphqlError } from './graphql-error.ts';

/** The arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

const LARGEST_PAGE = 100;

/** A page of a list. `key` tells an item from the others for as long as it exists, so that cursors outlive deletions. */
export function connection<T>(
  name: string,
  items: readonly T[],
  key: (item: T) => number,
  args: PageArguments,
): object {
  const { first = null, last = null, after = null, before = null } = args;
  // Only the number of all items can be had without saying how many of them.
  const checked = <Value>(value: Value) => {
    return (): Value => {
      checkSize(name, first, last);
      return value;
    };
  };
  const [low, high] = [decode(after) ?? Number.NEGATIVE_INFINITY, decode(before) ?? Number.POSITIVE_INFINITY];
  const within = items.filter((item) => key(item) > low && key(item) < high);
  const page = first === null ? within.slice(-(last ?? 0)) : within.slice(0, first);
  const [start, end] = [page[0], page.at(-1)];
  return {
    totalCount: items.length,
    nodes: checked(page),
    edges: checked(page.map((node) => ({ node, cursor: encode(key(node)) }))),
    pageInfo: checked({
      hasNextPage: end === undefined ? false : items.some((item) => key(item) > key(end)),
      hasPreviousPage: start === undefined ? false : items.some((item) => key(item) < key(start)),
      startCursor: start === undefined ? null : encode(key(start)),
      endCursor: end === undefined ? null : encode(key(end)),
    }),
  };
}

function checkSize(name: string, first: number | null, last: number | null): void {
  const size = first ?? last;
  if (size === null) {
    throw graphqlError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (size > LARGEST_PAGE) {
    throw graphqlError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${first === null ? 'last' : 'first'}\` limit of ${LARGEST_PAGE} records.`,
    );
  }
}

function encode(key: number): string {
  return Buffer.from(`cursor:${key}`).toString('base64');
}

function decode(cursor: string | null): number | null {
  return cursor === null ? null : Number(Buffer.from(cursor, 'base64').toString().replace('cursor:', ''));
}
