import { fields, maybe, type Shape } from './answer-shape.ts';
import { FILE_SHAPE, type FileAnswers } from './file-answer.ts';

export interface CommitFile {
  /** Full commit id. */
  readonly commit: string;
  readonly path: string;
}

export interface FilesQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The alias of the commit of a file; the file's own is `f` with its place in the batch. */
  commitAlias(file: CommitFile): `c${number}`;
}

export interface FilesAnswer {
  readonly repository: Readonly<Record<`c${number}`, FileAnswers | null | undefined>> | null;
}

/** What GitHub fails to tell is null, or not there at all. */
export const FILES_SHAPE: Shape = fields({
  repository: maybe({ each: maybe({ each: maybe(FILE_SHAPE) }) }),
});

/** One query for many files of few commits. Paths and commits are variables, and never become part of the query. */
export function filesQuery(batch: readonly CommitFile[], fragment: string): FilesQuery {
  const commits = [...new Set(batch.map(({ commit }) => commit))];
  const paths = [...new Set(batch.map(({ path }) => path))];
  const pathNumbers = new Map(paths.map((path, index) => [path, index]));
  const declared = [
    ...commits.map((_, index) => `$c${index}: GitObjectID!`),
    ...paths.map((_, index) => `$p${index}: String!`),
  ];
  const objects = commits.map((commit, index) => {
    const files = batch.flatMap((file, at) =>
      file.commit === commit ? [`f${at}: file(path: $p${pathNumbers.get(file.path)}) { ...file }`] : [],
    );
    return `c${index}: object(oid: $c${index}) { ... on Commit { ${files.join(' ')} } }`;
  });
  return {
    query: `query files($owner: String!, $repo: String!, ${declared.join(', ')}) {
  repository(owner: $owner, name: $repo) {
    ${objects.join('\n    ')}
  }
}
${fragment}`,
    variables: Object.fromEntries([
      ...commits.map((commit, index) => [`c${index}`, commit] as const),
      ...paths.map((path, index) => [`p${index}`, path] as const),
    ]),
    commitAlias: ({ commit }) => `c${commits.indexOf(commit)}`,
  };
}
