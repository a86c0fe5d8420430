import { type FileContent, MAX_FILE_BYTES } from './repository.ts';

/** What a file's bytes say as text: strict UTF-8, and a byte order mark is no part of it. A NUL makes a file binary, as for git. */
export function decodeText(bytes: Uint8Array): FileContent {
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'unreadable', reason: 'too-large' };
  if (bytes.includes(0)) return { kind: 'unreadable', reason: 'binary' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'unreadable', reason: 'not-utf-8' };
  }
}
