import {
  type History,
  type HistoryRequest,
  MAX_TOUCHES,
  type PastCommit,
  type Touch,
  type WatchHistory,
} from '../history.ts';
import type { FileContent } from '../repository.ts';
import { indexWatches, type WatchIndex } from '../watch-index.ts';
import { readBlobs } from './read-blobs.ts';
import { type LoggedChange, type LoggedCommit, readLog } from './read-log.ts';
import { isShallow } from './resolve-commits.ts';

/** Commits that are looked at in one pass. */
const MAX_COMMITS = 100_000;
/** Commits older than all that is asked for before nothing newer is expected: dates do not always go back in order. */
const SLACK = 200;
/** A commit with more files is known by what it touched alone. */
const MAX_FILES = 1_000;
const TOO_MANY_FILES = `The commit changed over ${MAX_FILES} files.`;

export const FETCH_ALL = 'check out with "fetch-depth: 0", or run "git fetch --unshallow"';

/** What is being found out about one watch. */
interface Finding {
  readonly touches: Touch[];
  isCut: boolean;
  last: Touch | null;
}

/** Answers by one pass over `git log`, which ends as soon as everything is known. */
export async function gitHistory(root: string, commit: string, request: HistoryRequest): Promise<History> {
  const { watches } = request;
  if (watches.length === 0) return { watches: [], reason: null };
  const mayBeCut = await isShallow(root);
  const oldest = Math.min(...watches.map(({ since }) => since));
  const index = indexWatches(watches);
  const findings = watches.map((): Finding => ({ touches: [], isCut: false, last: null }));
  let [looked, beyond, unfound] = [0, 0, request.lastChanges ? watches.length : 0];
  let reached = Number.POSITIVE_INFINITY;
  let reason: string | null = null;

  const log = readLog(root, commit);
  for await (const logged of log.commits) {
    if (looked === MAX_COMMITS) {
      reason = `only the newest ${MAX_COMMITS} commits were looked at`;
      break;
    }
    if (mayBeCut && logged.parent === null) {
      reason = `the local history is cut short; ${FETCH_ALL}`;
      break;
    }
    const touches = touchesOf(logged, index, request.isTimeUp);
    if (touches === null) {
      reason = 'the time of the run was over';
      break;
    }
    looked += 1;
    reached = Math.min(reached, logged.time);
    for (const [at, touch] of touches) {
      const finding = findings[at];
      if (finding === undefined) continue;
      if (request.lastChanges && finding.last === null) unfound -= 1;
      finding.last ??= touch;
      if (logged.time < (watches[at]?.since ?? 0)) continue;
      if (finding.touches.length < MAX_TOUCHES) finding.touches.push(touch);
      else finding.isCut = true;
    }
    beyond = logged.time < oldest ? beyond + 1 : 0;
    if (unfound === 0 && beyond > SLACK) break;
  }
  reason ??= log.failure();
  if (reason === null) return { watches: findings, reason };
  // What lies on this side of the cut is known as well as ever.
  const known = findings.map((finding, at): WatchHistory | null => {
    const isWhole = finding.isCut || reached < (watches[at]?.since ?? 0);
    return isWhole && (finding.last !== null || !request.lastChanges) ? finding : null;
  });
  return known.includes(null) ? { watches: known, reason } : { watches: known, reason: null };
}

/** By the place of the watch, one each; null when the time is up. */
function touchesOf(
  logged: LoggedCommit,
  index: WatchIndex,
  isTimeUp: HistoryRequest['isTimeUp'],
): ReadonlyMap<number, Touch> | null {
  const touches = new Map<number, Touch>();
  const { changes, id, time, subject } = logged;
  const files =
    changes.length > MAX_FILES ? null : changes.map(({ path, before, after }) => ({ path, before, after }));
  const commit: PastCommit = { id, time, subject, files };
  for (const { path, previousPath, before, after } of changes) {
    if (isTimeUp?.() === true) return null;
    // A file that only moved is what it was, and so is one that anybody may run now.
    if (previousPath !== null || (before !== null && before === after)) continue;
    for (const at of index.concernedBy(path)) {
      if (!touches.has(at)) touches.set(at, { commit, path });
    }
  }
  for (const [path, before] of movesIn(changes)) index.follow(path, before);
  return touches;
}

/** Moves as they were, and those of a file that was edited on the way and kept its name. */
function* movesIn(changes: readonly LoggedChange[]): Iterable<readonly [path: string, before: string]> {
  const removed = new Map<string, string>();
  for (const { status, path } of changes) if (status === 'D') removed.set(nameOf(path), path);
  for (const { status, path, previousPath } of changes) {
    const before = previousPath ?? (status === 'A' ? removed.get(nameOf(path)) : undefined);
    if (before !== undefined) yield [path, before];
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What touched files held before, in the order asked for. */
export async function readBefore(root: string, touches: readonly Touch[]): Promise<readonly FileContent[]> {
  const ids = touches.map(
    ({ commit, path }) => commit.files?.find((file) => file.path === path)?.before ?? null,
  );
  const blobs = await readBlobs(
    root,
    ids.filter((id) => id !== null),
  );
  return ids.map((id, at) => {
    if (touches[at]?.commit.files === null) return { kind: 'failed', message: TOO_MANY_FILES };
    return id === null ? { kind: 'missing' } : (blobs.get(id) ?? { kind: 'missing' });
  });
}
