import type { History, HistoryRequest } from './history.ts';
import type { Repository } from './repository.ts';

/** Texts that the other one is asked for: each costs a part of a request. */
const MAX_ASKED = 200;

/** A repository whose history, where it is not known, is asked of another one for the same commit. */
export function withHistory(
  repository: Repository,
  other: Pick<Repository, 'history' | 'readBefore'>,
): Repository {
  let left = MAX_ASKED;
  return {
    ...repository,
    history: async (request) => completed(request, await repository.history(request), other),
    readBefore: async (touches) => {
      // Only a local history tells which files a commit changed.
      const local = (
        await repository.readBefore(touches.filter(({ commit }) => commit.files !== null))
      ).values();
      const known = touches.map(({ commit }) => (commit.files === null ? undefined : local.next().value));
      // A partial clone leaves contents out.
      const isMissing = known.map((content) => content === undefined || content.kind === 'failed');
      const asked = touches.filter((_, at) => isMissing[at]).slice(0, left);
      left -= asked.length;
      const remote = (asked.length === 0 ? [] : await other.readBefore(asked)).values();
      return known.map(
        (content, at) =>
          (isMissing[at] ? remote.next().value : content) ?? { kind: 'failed', message: NOT_ASKED },
      );
    },
  };
}

const NOT_ASKED = `Only ${MAX_ASKED} texts are asked for.`;

async function completed(
  request: HistoryRequest,
  known: History,
  other: Pick<Repository, 'history'>,
): Promise<History> {
  const missing = request.watches.filter((_, at) => known.watches[at] === null);
  if (missing.length === 0) return known;
  const more = await other.history({ ...request, watches: missing });
  const rest = more.watches.values();
  return {
    watches: known.watches.map((watch) => watch ?? rest.next().value ?? null),
    reason: more.reason,
  };
}
