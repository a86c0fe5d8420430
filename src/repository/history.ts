/** What the history is asked about: a file, a folder with all that is below it, or what a glob matches. */
export interface Watch {
  /**
   * What is watched lies at one of these paths or below it; an empty one is the root of the repository. Of a `path`
   * the ways in which it may be spelt, of a `glob` its folder.
   */
  readonly roots: readonly string[];
  readonly kind: 'path' | 'glob';
  readonly matches: (path: string) => boolean;
  /** Seconds since 1970: commits from then on are wanted. */
  readonly since: number;
  /** A file that was moved is looked for where it was before. */
  readonly isFollowed: boolean;
}

export interface HistoryRequest {
  /** Where the history begins that is looked back on. */
  readonly from: 'head' | 'base';
  readonly watches: readonly Watch[];
  /** `last` is wanted as well; else it may be null though there was one. */
  readonly lastChanges: boolean;
  /** That may be sent for the answer; a local history needs none. */
  readonly maxRequests: number;
  /** Once it says so nothing more is looked at; what is known by then is the answer. Asked often. */
  readonly isTimeUp?: () => boolean;
}

export interface History {
  /** For each watch, in the order asked for; null where it is not known. */
  readonly watches: readonly (WatchHistory | null)[];
  /** Why some are not known, as the end of a sentence without its full stop; null when all are. */
  readonly reason: string | null;
}

/** Merges and pure renames are no commits here. */
export interface WatchHistory {
  /** Since the watch's time, the newest first; at most `MAX_TOUCHES`. */
  readonly touches: readonly Touch[];
  /** There are more. */
  readonly isCut: boolean;
  /** The newest one, however long ago; null where there never was one. */
  readonly last: Touch | null;
}

/** A commit that changed something that is watched. */
export interface Touch {
  readonly commit: PastCommit;
  /** The first of the paths, as it was called then. */
  readonly path: string;
}

export interface PastCommit {
  readonly id: string;
  /** Of the committer, in seconds since 1970. */
  readonly time: number;
  /** The first line of its message: a stranger's text, at most `MAX_SUBJECT` characters. */
  readonly subject: string;
  /** What it changed; null where that is not known, or is too much to hold. */
  readonly files: readonly PastFile[] | null;
}

/** The ids of the contents; null where there was no file, or is none any more. */
export interface PastFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Commits that are told of one watch. */
export const MAX_TOUCHES = 50;
export const MAX_SUBJECT = 200;

/** An answer that knows nothing. */
export const unknownHistory = ({ watches }: Pick<HistoryRequest, 'watches'>, reason: string): History => ({
  watches: watches.map(() => null),
  reason: watches.length === 0 ? null : reason,
});
