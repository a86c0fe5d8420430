import { type FileContent, MAX_FILE_BYTES } from './repository.ts';

/** What a file's bytes say as text: strict UTF-8, and a byte order mark is no part of it. A NUL makes a file binary, as for git. */
export function decodeText(bytes: Uint8Array): FileContent {
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'unreadable', reason: 'too-large' };
  // Its letters have zeros in them, and it is text all the same.
  if (isUtf16(bytes)) return { kind: 'unreadable', reason: 'not-utf-8' };
  if (bytes.includes(0)) return { kind: 'unreadable', reason: 'binary' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'not-utf-8' };
  }
}

/** By its byte order mark. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
