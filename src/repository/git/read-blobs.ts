import { spawn } from 'node:child_process';
import { decodeText } from '../decode-text.ts';
import { type FileContent, MAX_FILE_BYTES } from '../repository.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { GIT_OPTIONS, GIT_TIMEOUT, gitEnvironment, shortened } from './git.ts';

/** The texts of blobs by their object ids, through one process; blobs that are too large pass by unread. */
export async function readBlobs(
  root: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return contents;

  const child = spawn('git', [...GIT_OPTIONS, 'cat-file', '--batch', '--buffer'], {
    cwd: root,
    env: gitEnvironment(),
    timeout: GIT_TIMEOUT,
    windowsHide: true,
  });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words = `${words}${chunk}`.slice(0, 10_000);
  });
  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      words ||= error.message;
      resolve();
    });
    child.on('close', () => resolve());
  });
  // A process that leaves early shows in the answers that it did not give.
  child.stdin.on('error', () => {});
  child.stdin.end(wanted.map((id) => `${id}\n`).join(''));

  const answers = byteReader(child.stdout);
  for (const id of wanted) {
    const content = await readAnswer(answers);
    if (content === null) break;
    contents.set(id, content);
  }
  // After an answer that makes no sense nobody reads on, and the process would wait for ever.
  if (contents.size < wanted.length) child.stdout.destroy();
  await closed;
  const failed: FileContent = {
    kind: 'failed',
    message: /promisor remote/.test(words)
      ? 'This clone leaves out contents, and none are fetched for it; clone without "--filter".'
      : `git did not hand it out: ${shortened(words) || 'it broke off'}.`,
  };
  return new Map(wanted.map((id) => [id, contents.get(id) ?? failed]));
}

/** One answer of `cat-file --batch`: `id blob size`, the bytes, a line feed; or `id missing`. null at the end. */
async function readAnswer(answers: ByteReader): Promise<FileContent | null> {
  const line = await answers.line();
  const match = line === null ? null : /^[0-9a-f]+ (?:(?:blob|tree|commit|tag) (\d+)|missing)$/.exec(line);
  if (match === null) return null;
  if (match[1] === undefined) {
    return { kind: 'failed', message: 'The local repository does not have its content; run "git fetch".' };
  }
  const size = Number(match[1]);
  if (size > MAX_FILE_BYTES) {
    return (await answers.skip(size + 1)) ? { kind: 'unreadable', reason: 'too-large' } : null;
  }
  const bytes = await answers.take(size + 1);
  return bytes === null ? null : decodeText(bytes.subarray(0, size));
}
