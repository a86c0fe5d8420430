import {
  type History,
  type HistoryRequest,
  MAX_TOUCHES,
  type Touch,
  unknownHistory,
  type Watch,
  type WatchHistory,
} from '../history.ts';
import type { FileList } from '../repository.ts';
import { askHistory, type HistoryAnswers } from './ask-history.ts';
import type { GitHubClient } from './client.ts';
import type { PathQuestion } from './history-query.ts';
import type { Where } from './where.ts';

/** Files of a glob that are asked for one by one; one that matches more is not asked for. */
const MAX_GLOB_FILES = 10;
/** Commits among which the last change is looked for: merges and moves are none. */
const LAST = 5;

export interface HistorySource {
  readonly where: Where;
  /** Full id. */
  readonly commit: string;
  /** Every file at the head; asked for where a watch does not say what its paths are. */
  readonly listFiles: () => Promise<FileList>;
}

/** Answers through GraphQL: once for the commits since the watches' times, then for the last ones of what had none. */
export async function commitHistory(
  client: GitHubClient,
  source: HistorySource,
  { watches, maxRequests, lastChanges }: HistoryRequest,
): Promise<History> {
  if (watches.length === 0) return { watches: [], reason: null };
  if (maxRequests === 0) {
    return unknownHistory({ watches }, 'on a pull request GitHub is not asked for it, a scan computes it');
  }
  const paths = await pathsOf(watches, source);
  const budget = { left: maxRequests, reason: null };
  const recent = await askHistory(client, source, budget, sinceWhen(watches, paths));
  const quiet = new Set(
    paths.flatMap((of) => (of?.every((path) => recent.get(path)?.length === 0) === true ? of : [])),
  );
  const last = await askHistory(
    client,
    source,
    budget,
    (lastChanges ? [...quiet] : []).map((path) => ({ path, since: null, count: LAST })),
  );

  const known = watches.map(({ since }, at): WatchHistory | null => {
    const touches = touchesOf(paths[at] ?? null, recent);
    if (touches === null) return null;
    const latest = touches.length > 0 || !lastChanges ? touches : touchesOf(paths[at] ?? null, last);
    if (latest === null) return null;
    const inTime = touches.filter(({ commit }) => commit.time >= since);
    return {
      touches: inTime.slice(0, MAX_TOUCHES),
      isCut: inTime.length >= MAX_TOUCHES,
      last: latest[0] ?? null,
    };
  });
  if (!known.includes(null)) return { watches: known, reason: null };
  return {
    watches: known,
    reason:
      budget.reason ?? `a glob matches over ${MAX_GLOB_FILES} files, which are not asked for over the API`,
  };
}

/** The paths to ask for, by watch: of several spellings the one that is there, of a glob its files. null: too many. */
async function pathsOf(
  watches: readonly Watch[],
  { listFiles }: HistorySource,
): Promise<readonly (readonly string[] | null)[]> {
  const isPlain = watches.every(({ kind, roots }) => kind === 'path' && roots.length === 1);
  const files = isPlain ? [] : (await listFiles()).paths;
  return watches.map(({ kind, roots, matches }) => {
    if (kind === 'glob') {
      const found = files.filter(matches);
      return found.length > MAX_GLOB_FILES ? null : found;
    }
    const spelt = roots.find((root) => files.some((path) => path === root || path.startsWith(`${root}/`)));
    return [spelt ?? roots[0] ?? ''];
  });
}

/** Each path once, since the earliest time that somebody wants. */
function sinceWhen(
  watches: readonly Watch[],
  paths: readonly (readonly string[] | null)[],
): readonly PathQuestion[] {
  const since = new Map<string, number>();
  for (const [at, watch] of watches.entries()) {
    for (const path of paths[at] ?? []) {
      since.set(path, Math.min(since.get(path) ?? Number.POSITIVE_INFINITY, watch.since));
    }
  }
  return [...since].map(([path, time]) => ({ path, since: time, count: MAX_TOUCHES }));
}

/** Of all the paths together, each commit once, the newest first; null where one of them is not known. */
function touchesOf(paths: readonly string[] | null, answers: HistoryAnswers): readonly Touch[] | null {
  const touches = paths?.map((path) => answers.get(path) ?? null) ?? [null];
  if (touches.includes(null)) return null;
  const each = new Map(touches.flatMap((of) => (of ?? []).map((touch) => [touch.commit.id, touch] as const)));
  return [...each.values()].toSorted((a, b) => b.commit.time - a.commit.time);
}
