import { fields, maybe, type Shape } from './answer-shape.ts';

export interface PathQuestion {
  readonly path: string;
  /** Seconds since 1970; null: however long ago. */
  readonly since: number | null;
  /** Commits, at most 100. */
  readonly count: number;
}

export interface HistoriesAnswer {
  readonly repository: {
    readonly object: Readonly<
      Record<`h${number}`, { readonly nodes: readonly (CommitAnswer | null)[] } | null | undefined>
    > | null;
  } | null;
}

export interface CommitAnswer {
  readonly oid: string;
  readonly committedDate: string;
  readonly messageHeadline: string;
  readonly additions: number;
  readonly deletions: number;
  readonly parents: { readonly totalCount: number };
}

export interface ParentsAnswer {
  readonly repository: Readonly<
    Record<
      `c${number}`,
      | { readonly parents: { readonly nodes: readonly ({ readonly oid: string } | null)[] | null } }
      | null
      | undefined
    >
  > | null;
}

const COMMIT = fields({
  ...{
    oid: 'commit',
    committedDate: 'text',
    messageHeadline: 'text',
    additions: 'number',
    deletions: 'number',
  },
  parents: fields({ totalCount: 'number' }),
});

/** What GitHub fails to tell of a path is null, or not there at all. */
export const HISTORIES_SHAPE: Shape = fields({
  repository: maybe(fields({ object: maybe({ each: maybe(fields({ nodes: maybe([maybe(COMMIT)]) })) }) })),
});

export const PARENTS_SHAPE: Shape = fields({
  repository: maybe({
    each: maybe(fields({ parents: fields({ nodes: maybe([maybe(fields({ oid: 'commit' }))]) }) })),
  }),
});

/** One query for the histories of many paths. The answers stand under `h` and the place of the question. */
export function historyQuery(questions: readonly PathQuestion[]): {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
} {
  const declared = questions.flatMap(({ since }, index) => [
    `$p${index}: String!`,
    ...(since === null ? [] : [`$s${index}: GitTimestamp!`]),
  ]);
  const histories = questions.map(({ since, count }, index) => {
    const from = since === null ? '' : `, since: $s${index}`;
    return `h${index}: history(path: $p${index}, first: ${count}${from}) { ...touched }`;
  });
  return {
    query: `query history($owner: String!, $repo: String!, $commit: GitObjectID!, ${declared.join(', ')}) {
  repository(owner: $owner, name: $repo) {
    object(oid: $commit) {
      ... on Commit {
        ${histories.join('\n        ')}
      }
    }
  }
}
fragment touched on CommitHistoryConnection {
  nodes {
    oid
    committedDate
    messageHeadline
    additions
    deletions
    parents { totalCount }
  }
}`,
    variables: Object.fromEntries(
      questions.flatMap(({ path, since }, index) => [
        [`p${index}`, path] as const,
        ...(since === null ? [] : [[`s${index}`, timestampOf(since)] as const]),
      ]),
    ),
  };
}

/** One query for the first parents of commits. The answers stand under `c` and the place of the commit. */
export const parentsQuery = (
  commits: readonly string[],
): { readonly query: string; readonly variables: Readonly<Record<string, string>> } => ({
  query: `query parents($owner: String!, $repo: String!, ${commits.map((_, index) => `$c${index}: GitObjectID!`).join(', ')}) {
  repository(owner: $owner, name: $repo) {
    ${commits.map((_, index) => `c${index}: object(oid: $c${index}) { ... on Commit { parents(first: 1) { nodes { oid } } } }`).join('\n    ')}
  }
}`,
  variables: Object.fromEntries(commits.map((commit, index) => [`c${index}`, commit])),
});

const timestampOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
