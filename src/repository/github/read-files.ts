import { decodeText } from '../decode-text.ts';
import type { FileContent } from '../repository.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { answeredFile, FILE_FRAGMENT } from './file-answer.ts';
import type { CommitFile } from './files-query.ts';
import { readEntries } from './read-entries.ts';
import type { Where } from './where.ts';

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
  await readEntries(client, where, wanted, {
    fragment: FILE_FRAGMENT,
    take({ settle }, { answers, errors, index }) {
      const content = answeredFile(answers, errors, index);
      if (content?.kind === 'needs-bytes') odd.push({ oid: content.oid, settle });
      else if (content !== null) settle(content);
      return content !== null;
    },
    giveUp: ({ settle }, error) => settle(failed(error)),
  });
  await Promise.all(
    odd.map((blob, index) => readBlob(client, where, { ...blob, isOneTooMany: index >= MAX_SINGLE_READS })),
  );
  return files.map(
    (_, index) => contents.get(index) ?? { kind: 'failed', message: 'The file was not read.' },
  );
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

function failed(error: unknown): FileContent {
  const { message } = explainApiError(error, { action: 'read the file', permission: 'contents: read' });
  return { kind: 'failed', message };
}
