import type { History, HistoryRequest } from './history.ts';
import type { Repository } from './repository.ts';

/** A repository whose history, where it is not known, is asked of another one for the same commit. */
export const withHistory = (
  repository: Repository,
  other: Pick<Repository, 'history' | 'readBefore'>,
): Repository => ({
  ...repository,
  history: async (request) => completed(request, await repository.history(request), other),
  readBefore: async (touches) => {
    // Only a local history tells which files a commit changed.
    const isLocal = touches.map(({ commit }) => commit.files !== null);
    const [local, remote] = [
      (await repository.readBefore(touches.filter((_, at) => isLocal[at]))).values(),
      (await other.readBefore(touches.filter((_, at) => !isLocal[at]))).values(),
    ];
    return isLocal.map((is) => (is ? local : remote).next().value ?? { kind: 'missing' });
  },
});

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
