import {
  type History,
  type HistoryRequest,
  MAX_SUBJECT,
  MAX_TOUCHES,
  type Touch,
  unknownHistory,
  type Watch,
  type WatchHistory,
} from '../history.ts';
import type { FileContent, FileList } from '../repository.ts';
import { explainApiError } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import { partFailure } from './graphql-answer.ts';
import {
  type CommitAnswer,
  HISTORIES_SHAPE,
  type HistoriesAnswer,
  historyQuery,
  PARENTS_SHAPE,
  type ParentsAnswer,
  type PathQuestion,
  parentsQuery,
} from './history-query.ts';
import { readCommitFiles } from './read-files.ts';
import type { Where } from './where.ts';

/** Paths in one request; GitHub walks the history for each. */
const BATCH = 20;
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

/** What was told of the paths that were asked for. */
type Answers = ReadonlyMap<string, readonly Touch[] | null>;

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
  const recent = await ask(client, source, budget, sinceWhen(watches, paths));
  const quiet = new Set(
    paths.flatMap((of) => (of?.every((path) => recent.get(path)?.length === 0) === true ? of : [])),
  );
  const last = await ask(
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

interface Budget {
  left: number;
  reason: string | null;
}

async function ask(
  client: GitHubClient,
  { where: { owner, repo }, commit }: HistorySource,
  budget: Budget,
  questions: readonly PathQuestion[],
): Promise<Answers> {
  const answers = new Map<string, readonly Touch[] | null>();
  for (let start = 0; start < questions.length; start += BATCH) {
    if (budget.left === 0) {
      budget.reason ??=
        'the requests that this may cost are used up; check the repository out with "fetch-depth: 0"';
      break;
    }
    budget.left -= 1;
    const batch = questions.slice(start, start + BATCH);
    const { query, variables } = historyQuery(batch);
    try {
      const { data, errors } = await client.graphql<HistoriesAnswer>(
        query,
        { owner, repo, commit, ...variables },
        { shape: HISTORIES_SHAPE, retries: 1 },
      );
      const [error] = errors;
      if (error !== undefined) budget.reason ??= reasonOf(partFailure(error));
      for (const [index, { path }] of batch.entries()) {
        const nodes = data.repository?.object?.[`h${index}`]?.nodes;
        answers.set(path, nodes === undefined ? null : nodes.flatMap((node) => touchOf(node, path)));
      }
    } catch (error) {
      budget.reason ??= reasonOf(error);
      // What one batch is refused, the next one is, too.
      break;
    }
  }
  return answers;
}

const reasonOf = (error: unknown): string =>
  explainApiError(error, { action: 'read the history', permission: 'contents: read' }).message.replace(
    /\.$/,
    '',
  );

/** A merge brings nothing of its own; what changed no line at all only moved. */
function touchOf(node: CommitAnswer | null, path: string): readonly Touch[] {
  if (node === null || node.parents.totalCount > 1 || node.additions + node.deletions === 0) return [];
  const time = Math.floor(Date.parse(node.committedDate) / 1000);
  const subject = node.messageHeadline.slice(0, MAX_SUBJECT);
  return [{ commit: { id: node.oid, time, subject, files: null }, path }];
}

/** Of all the paths together, each commit once, the newest first; null where one of them is not known. */
function touchesOf(paths: readonly string[] | null, answers: Answers): readonly Touch[] | null {
  const touches = paths?.map((path) => answers.get(path) ?? null) ?? [null];
  if (touches.includes(null)) return null;
  const each = new Map(touches.flatMap((of) => (of ?? []).map((touch) => [touch.commit.id, touch] as const)));
  return [...each.values()].toSorted((a, b) => b.commit.time - a.commit.time);
}

/** What touched files held at the first parents of their commits, in the order asked for. */
export async function readBefore(
  client: GitHubClient,
  { owner, repo }: Where,
  touches: readonly Touch[],
): Promise<readonly FileContent[]> {
  if (touches.length === 0) return [];
  const ids = [...new Set(touches.map(({ commit }) => commit.id))];
  const { query, variables } = parentsQuery(ids);
  const answer = await client
    .graphql<ParentsAnswer>(query, { owner, repo, ...variables }, { shape: PARENTS_SHAPE })
    .catch((error: unknown) => ({ data: { repository: null }, errors: [], failure: reasonOf(error) }));
  const parents = new Map(
    ids.map((id, index) => [id, answer.data.repository?.[`c${index}`]?.parents.nodes?.[0]?.oid ?? null]),
  );
  const wanted = touches.flatMap(({ commit, path }) => {
    const parent = parents.get(commit.id) ?? null;
    return parent === null ? [] : [{ commit: parent, path }];
  });
  const contents = (await readCommitFiles(client, { owner, repo }, wanted)).values();
  const otherwise: FileContent =
    'failure' in answer ? { kind: 'failed', message: `${answer.failure}.` } : { kind: 'missing' };
  return touches.map(({ commit }) =>
    (parents.get(commit.id) ?? null) === null ? otherwise : (contents.next().value ?? otherwise),
  );
}
