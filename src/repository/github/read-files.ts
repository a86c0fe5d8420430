import { decodeText } from '../decode-text.ts';
import type { FileContent } from '../repository.ts';
import { classifyApiError, explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { answeredFile } from './file-answer.ts';
import { type CommitFile, FILES_SHAPE, type FilesAnswer, filesQuery } from './files-query.ts';
import { partFailure } from './graphql-answer.ts';
import type { Where } from './where.ts';

/** A file that is asked for, and where its content goes. */
interface Wanted extends CommitFile {
  readonly settle: (content: FileContent) => void;
}

/** Files in one query: a hundred plans with their bases. It costs a single point. */
const BATCH = 200;
/** Batches that brought nothing, one after the other, before the rest is given up. */
const MAX_FAILURES = 6;
/** Files whose bytes are fetched one by one, in one go; more oddities than that are no plans. */
const MAX_SINGLE_READS = 100;

/** The contents, in the order asked for; a file that could not be fetched is `failed`, and says why. Never rejects. */
export async function readCommitFiles(
  client: GitHubClient,
  where: Where,
  files: readonly CommitFile[],
): Promise<readonly FileContent[]> {
  const contents = new Map<number, FileContent>();
  const wanted = files.map((file, index) => ({
    ...file,
    settle: (content: FileContent) => void contents.set(index, content),
  }));
  const odd: BlobWanted[] = [];
  let failures = 0;
  const waiting = inBatches(wanted);
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const { unread, error } = await readBatch(client, where, batch, odd);
    if (unread.length === 0) failures = 0;
    else {
      failures = unread.length < batch.length ? 0 : failures + 1;
      // A batch may be too much for GitHub's ten seconds: half of it may not be.
      const isWorthIt = batch.length > 1 && failures <= MAX_FAILURES && isPassing(error);
      if (isWorthIt && (await client.pause(1))) waiting.unshift(...halves(unread));
      else giveUp(unread, error);
    }
  }
  await Promise.all(
    odd.map((blob, index) => readBlob(client, where, { ...blob, isOneTooMany: index >= MAX_SINGLE_READS })),
  );
  return files.map(
    (_, index) => contents.get(index) ?? { kind: 'failed', message: 'The file was not read.' },
  );
}

interface Batch {
  readonly unread: readonly Wanted[];
  /** Why. */
  readonly error: unknown;
}

const NO_SUCH_COMMIT = Object.assign(new Error('no such commit'), { status: 404 });

async function readBatch(
  client: GitHubClient,
  { owner, repo }: Where,
  batch: readonly Wanted[],
  odd: BlobWanted[],
): Promise<Batch> {
  const { query, variables, commitAlias } = filesQuery(batch);
  try {
    const { data, errors } = await client.graphql<FilesAnswer>(
      query,
      { owner, repo, ...variables },
      { shape: FILES_SHAPE, ...(batch.length === 1 ? {} : { retries: 0 }) },
    );
    const unread = batch.filter((file, index) => {
      const content = answeredFile(data.repository?.[commitAlias(file)], errors, index);
      if (content === null) return true;
      if (content.kind === 'needs-bytes') odd.push({ oid: content.oid, settle: file.settle });
      else file.settle(content);
      return false;
    });
    const [first] = errors;
    const error = first === undefined ? NO_SUCH_COMMIT : partFailure(first);
    return { unread, error };
  } catch (error) {
    return { unread: batch, error };
  }
}

interface BlobWanted {
  readonly oid: string;
  readonly settle: (content: FileContent) => void;
}

async function readBlob(
  client: GitHubClient,
  { owner, repo }: Where,
  { oid, settle, isOneTooMany }: BlobWanted & { readonly isOneTooMany: boolean },
): Promise<void> {
  if (isOneTooMany) {
    const message = `More than ${MAX_SINGLE_READS} files are no plain text for GitHub; this one was not read.`;
    return settle({ kind: 'failed', message });
  }
  try {
    const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';
    const { data } = await client.request(route, { owner, repo, file_sha: oid });
    const bytes = Buffer.from(data.content, 'base64');
    const isWhole = data.size === null || data.size === undefined || bytes.byteLength === data.size;
    settle(isWhole ? decodeText(bytes) : { kind: 'failed', message: 'GitHub sent a part of the file only.' });
  } catch (error) {
    settle(failed(error));
  }
}

function giveUp(unread: readonly Wanted[], error: unknown): void {
  for (const { settle } of unread) settle(failed(error));
}

function failed(error: unknown): FileContent {
  const { message } = explainApiError(error, { action: 'read the file', permission: 'contents: read' });
  return { kind: 'failed', message };
}

function isPassing(error: unknown): boolean {
  return classifyApiError(error).kind === 'unavailable';
}

function inBatches(wanted: readonly Wanted[]): (readonly Wanted[])[] {
  const count = Math.ceil(wanted.length / BATCH);
  return Array.from({ length: count }, (_, index) => wanted.slice(index * BATCH, (index + 1) * BATCH));
}

function halves(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const middle = Math.ceil(wanted.length / 2);
  return [wanted.slice(0, middle), wanted.slice(middle)].filter(({ length }) => length > 0);
}
