import { createGitHubClient } from '../../src/repository/github/client.ts';
import type { LocalGitHub } from '../github/local-github.ts';
import type { NamedMishap } from './mishaps.ts';
import { type OneRun, oneRun } from './one-run.ts';
import { EXPIRED, FINE, type Operation } from './operations.ts';

/** What became of a run, as far as a user sees it. */
export interface Ended extends OneRun {
  /** Comments of ours on the pull request, and open issues of ours. */
  readonly own: number;
  /** What they say, with what differs from run to run taken out. */
  readonly says: readonly string[];
  /** Comments about what is new in the issue. */
  readonly news: number;
  /** Requests that the mishap hit. */
  readonly hits: number;
  /** As they would be for a user. */
  readonly seconds: number;
}

/** As for a user, only faster; else a busy machine is to have no part in it. */
export const isAsForUsers = process.env.FAULTS === 'all';
/** Milliseconds that a second of waiting takes here. */
const SECOND = isAsForUsers ? 40 : 5;
/** Seconds. */
const PATIENCE = isAsForUsers ? 60 : 2_000;
/** Milliseconds, for what never answers. */
const TIMEOUT = isAsForUsers ? 20 * SECOND : 400;
const BOT = 'github-actions[bot]';
let count = 0;

/** One run in a repository of its own, while one kind of request fails. */
export async function runWith(
  github: LocalGitHub,
  { run, isIt, prepare, meanwhile, runsBefore = 0 }: Operation,
  fault: { readonly mishap: NamedMishap['mishap']; readonly times: number } | null,
): Promise<Ended> {
  count += 1;
  const [name, token] = [`faults-${count}`, `token-${count}`];
  github.addToken(token, { login: BOT, permissions: 'write' });
  const repository = github.createRepository(`octo/${name}`);
  repository.commit({ branch: 'main', files: run === 'scan' ? EXPIRED : { 'README.md': 'A project.' } });
  if (run === 'pull request') {
    repository.commit({ branch: 'topic', from: 'main', files: FINE });
    repository.openPullRequest({ base: 'main', head: 'topic' });
  }
  prepare?.(repository);
  const start = (id: number, isSlow: boolean) =>
    createGitHubClient({
      ...{ token, apiUrl: github.url, graphqlUrl: github.graphqlUrl, second: SECOND, patience: PATIENCE },
      ...(isSlow ? { timeout: TIMEOUT } : {}),
      maxBytes: 250_000,
    }).then((client) => oneRun(client, repository, run, id));

  for (let id = 1; id <= runsBefore; id += 1) await start(id, false);
  meanwhile?.(repository);
  const active =
    fault === null
      ? null
      : github.fail({
          when: (request) => request.token === token && isIt(request),
          with: fault.mishap,
          times: fault.times,
        });
  const isSlow = fault !== null && ['hang', 'stall', 'dribble'].includes(String(fault.mishap));
  const started = performance.now();
  const ended = await start(runsBefore + 1, isSlow);
  const seconds = (performance.now() - started) / SECOND;
  active?.stop();
  const issues = repository.issues().filter(({ author, state }) => author === BOT && state === 'open');
  const comments = repository.comments(1).filter(({ author }) => author === BOT);
  const bodies = run === 'scan' ? issues : comments;
  return {
    ...ended,
    ...{ own: bodies.length, news: run === 'scan' ? comments.length : 0 },
    says: bodies.map(({ body }) => body.replaceAll(/^<!--.*-->$|[\da-f]{40}|faults-\d+/gm, '')),
    ...{ hits: active?.hits ?? 0, seconds },
  };
}
