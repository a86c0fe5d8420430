import { classifyApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import type { FileAnswers } from './file-answer.ts';
import { type CommitFile, FILES_SHAPE, type FilesAnswer, filesQuery } from './files-query.ts';
import { type GraphQLProblem, partFailure } from './graphql-answer.ts';
import type { Where } from './where.ts';

/** What is asked about files, and where the answers go. */
export interface EntryReading<File extends CommitFile> {
  /** A fragment "file" on TreeEntry. */
  readonly fragment: string;
  /** Takes what was answered under the alias `f` and the number; false when GitHub failed to tell. */
  take(
    file: File,
    answer: {
      readonly answers: FileAnswers | null | undefined;
      readonly errors: readonly GraphQLProblem[];
      readonly index: number;
    },
  ): boolean;
  giveUp(file: File, error: unknown): void;
}

/** Files in one query: a hundred plans with their bases. It costs a single point. */
const BATCH = 200;
/** Batches that brought nothing, one after the other, before the rest is given up. */
const MAX_FAILURES = 6;

/** Asks about each file until it is taken or given up. Never rejects. */
export async function readEntries<File extends CommitFile>(
  client: GitHubClient,
  where: Where,
  files: readonly File[],
  reading: EntryReading<File>,
): Promise<void> {
  let failures = 0;
  const waiting = inBatches(files);
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const { unread, error } = await readBatch(client, where, batch, reading);
    if (unread.length === 0) failures = 0;
    else {
      failures = unread.length < batch.length ? 0 : failures + 1;
      // A batch may be too much for GitHub's ten seconds: half of it may not be.
      const isWorthIt = batch.length > 1 && failures <= MAX_FAILURES && isPassing(error);
      if (isWorthIt && (await client.pause(1))) waiting.unshift(...halves(unread));
      else for (const file of unread) reading.giveUp(file, error);
    }
  }
}

interface Batch<File> {
  readonly unread: readonly File[];
  /** Why. */
  readonly error: unknown;
}

const NO_SUCH_COMMIT = Object.assign(new Error('no such commit'), { status: 404 });

async function readBatch<File extends CommitFile>(
  client: GitHubClient,
  { owner, repo }: Where,
  batch: readonly File[],
  { fragment, take }: EntryReading<File>,
): Promise<Batch<File>> {
  const { query, variables, commitAlias } = filesQuery(batch, fragment);
  try {
    const { data, errors } = await client.graphql<FilesAnswer>(
      query,
      { owner, repo, ...variables },
      { shape: FILES_SHAPE, ...(batch.length === 1 ? {} : { retries: 0 }) },
    );
    const unread = batch.filter((file, index) => {
      const answers = data.repository?.[commitAlias(file)];
      return !take(file, { answers, errors, index });
    });
    const [first] = errors;
    const error = first === undefined ? NO_SUCH_COMMIT : partFailure(first);
    return { unread, error };
  } catch (error) {
    return { unread: batch, error };
  }
}

function isPassing(error: unknown): boolean {
  return classifyApiError(error).kind === 'unavailable';
}

function inBatches<File>(wanted: readonly File[]): (readonly File[])[] {
  const count = Math.ceil(wanted.length / BATCH);
  return Array.from({ length: count }, (_, index) => wanted.slice(index * BATCH, (index + 1) * BATCH));
}

function halves<File>(wanted: readonly File[]): readonly (readonly File[])[] {
  const middle = Math.ceil(wanted.length / 2);
  return [wanted.slice(0, middle), wanted.slice(middle)].filter(({ length }) => length > 0);
}
