import type { History, HistoryRequest, Touch } from './history.ts';

/**
 * What the core needs to know of a repository. Two adapters: the API of GitHub, and a local git.
 *
 * Sides: `head` is what is checked; `base` is what it is compared with (the merge base);
 * `trusted` is where configuration and schema come from: the base branch in privileged events, else the head.
 */
export interface Repository {
  /** Full commit ids; `head` is null for a work tree with its uncommitted changes, `base` for a run that compares with nothing. */
  readonly commits: { readonly head: string | null; readonly base: string | null };
  /** Files that differ between base and head. */
  changedFiles(): Promise<ChangedFiles>;
  /** Every file at the head. */
  listFiles(): Promise<FileList>;
  /** Which of these entries at the head, named as `listFiles` names them, are no files. */
  doorsAmong(paths: readonly string[]): Promise<Doors>;
  /** The contents, in the order asked for. Never rejects for one file: what could not be read is said in its place. */
  readFiles(files: readonly FileRef[]): Promise<readonly FileContent[]>;
  /** Its history is somewhere else, and costs requests. */
  readonly isHistoryRemote: boolean;
  /** What happened to files in the past. Never rejects for want of a history: then nothing is known, and it says why. */
  history(request: HistoryRequest): Promise<History>;
  /** What touched files held before, in the order asked for; like `readFiles`. */
  readBefore(touches: readonly Touch[]): Promise<readonly FileContent[]>;
}

export type Side = 'head' | 'base' | 'trusted';

export interface FileRef {
  readonly side: Side;
  readonly path: string;
}

export interface ChangedFile {
  readonly path: string;
  /** Where a renamed file was before, else null. */
  readonly previousPath: string | null;
  readonly change: 'added' | 'modified' | 'renamed' | 'removed';
}

/** `gap` says in one sentence why the list may be short; null when it is complete. */
export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  readonly gap: string | null;
}

export interface FileList {
  readonly paths: readonly string[];
  readonly gap: string | null;
}

/** An entry that is neither file nor folder: what lies behind it is on no list, and is not looked at. */
export interface Door {
  readonly path: string;
  readonly kind: DoorKind;
  /** What a link says, as it says it; null for what is no link, and where that is not known. */
  readonly target: string | null;
}

/** `special-file` is a pipe, a socket or a device; no commit holds one. */
export type DoorKind = 'symbolic-link' | 'submodule' | 'special-file';

/** `gap` says in one sentence why there may be more; null when these are all. */
export interface Doors {
  readonly doors: readonly Door[];
  readonly gap: string | null;
}

/** `missing` is certain: neither file nor folder of that name on that side. `unreadable` is a file that is no text of ours; `failed` is unknown: it could not be fetched. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'failed'; readonly message: string };

export type UnreadableReason = 'binary' | 'not-utf-8' | 'too-large' | 'folder' | DoorKind;

/** Bytes; a larger plan is a finding and is not read. */
export const MAX_FILE_BYTES = 1_000_000;
