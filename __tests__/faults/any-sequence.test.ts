import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGitHubClient } from '../../src/repository/github/client.ts';
import { planText } from '../action/plan-text.ts';
import { type Random, randomFrom } from '../fuzzing/random.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { LocalRepository } from '../github/local-repository.ts';
import type { GitHubRequest } from '../github/request.ts';
import { LASTING, type NamedMishap, NO_SENTENCE, PASSING } from './mishaps.ts';
import { type OneRun, oneRun } from './one-run.ts';
import { isAsForUsers } from './run-with.ts';

const BOT = 'github-actions[bot]';
const PLAN = 'docs/plans/active/audit-log.md';
const SEEDS = Array.from({ length: isAsForUsers ? 100 : 16 }, (_, seed) => seed);
const RUNS = 8;
/** In hundredths: how many requests meet something. */
const HOW_OFTEN = [5, 15, 30, 60] as const;
/** These wait for a time-out. */
const SLOW: readonly unknown[] = ['hang', 'stall', 'dribble'];
const MISHAPS = [...LASTING, ...PASSING].filter(({ mishap }) => isAsForUsers || !SLOW.includes(mishap));

let github: LocalGitHub;
beforeAll(async () => {
  github = await startLocalGitHub({ truncateTextOver: 100_000 });
});
afterAll(() => github.close());

describe.each(['pull request', 'scan'] as const)(
  'whatever goes wrong with whatever requests of a %s, one run after the other:',
  (run) => {
    test.each(SEEDS)('none passes, all is said, and one of ours is left; seed %d', async (seed) => {
      const random = randomFrom(seed);
      const scene = createScene(run, seed);
      const fault = meetAnything(scene.token, random);
      let version = 0;
      for (let id = 1; id <= RUNS; id += 2) {
        const before = scene.own().length;
        // Which of two comes first is left to chance, so that no two times are the same.
        const isSideBySide = isAsForUsers && random.upTo(4) === 0;
        const runs = isSideBySide ? [scene.run(id), scene.run(id + 1)] : [scene.run(id)];
        const ended = await Promise.all(runs);
        expect(ended.flatMap((end) => wrongWith(run, end))).toEqual([]);
        const isTold = ended.some(tellsOfAnother);
        const isAsBefore = isTold || ended.every(({ outlet }) => outlet === 'none');
        // Only where two run at the same time may neither see the other's.
        const more = isTold && isSideBySide ? 1 : 0;
        // What is open stays open: there is an error, or a decision to make.
        expect(scene.own().length).toBeGreaterThanOrEqual(Math.min(1, before));
        expect(scene.own().length).toBeLessThanOrEqual((isAsBefore ? Math.max(1, before) : 1) + more);
        if (random.upTo(2) > 0) scene.push(++version);
      }
      fault.stop();

      const end = await scene.run(RUNS + 1);
      const own = scene.own().map(({ body }) => /Audit log, version \d+/.exec(body)?.[0]);
      expect({ ...end, own }).toMatchObject({
        ...{ conclusion: run === 'scan' ? 'success' : 'failure', sentences: [] },
        own: [`Audit log, version ${version}`],
      });
    });
  },
);

/** A plan with an error, which a scan decides nothing on, and one that is expired, for a scan. */
function createScene(run: 'pull request' | 'scan', seed: number) {
  const token = `${run === 'scan' ? 'scan' : 'pull'}-token-${seed}`;
  github.addToken(token, { login: BOT, permissions: 'write' });
  const repository = github.createRepository(`octo/${token}`);
  const files = (version: number) => ({
    [PLAN]: planText({
      title: `Audit log, version ${version}`,
      ...(run === 'scan' ? { expires: '2026-02-20' } : { status: 'nonsense' }),
    }),
  });
  repository.commit({ branch: 'main', files: run === 'scan' ? files(0) : { 'README.md': 'A project.' } });
  if (run === 'pull request') {
    repository.commit({ branch: 'topic', from: 'main', files: files(0) });
    repository.openPullRequest({ base: 'main', head: 'topic' });
  }
  return {
    token,
    run: (id: number) => start(token, repository, run, id),
    push: (version: number) =>
      repository.commit({ branch: run === 'scan' ? 'main' : 'topic', files: files(version) }),
    own: () =>
      run === 'scan'
        ? repository.issues().filter(({ author, state }) => author === BOT && state === 'open')
        : repository.comments(1).filter(({ author }) => author === BOT),
  };
}

async function start(token: string, repository: LocalRepository, run: 'pull request' | 'scan', id: number) {
  const client = await createGitHubClient({
    ...{ token, apiUrl: github.url, graphqlUrl: github.graphqlUrl, second: 1, patience: 300 },
    ...(isAsForUsers ? { timeout: 1_000 } : {}),
    maxBytes: 250_000,
  });
  return oneRun(client, repository, run, id);
}

/** Each request of the token may meet any mishap, by chance. */
function meetAnything(token: string, random: Random) {
  const share = random.pick(HOW_OFTEN);
  const met = new Map<GitHubRequest, NamedMishap | null>();
  const befalls = (request: GitHubRequest): NamedMishap | null => {
    const mishap = random.upTo(100) < share ? (MISHAPS[random.upTo(MISHAPS.length)] ?? null) : null;
    const isOther = mishap?.only !== undefined && (mishap.only === 'graphql') !== (request.graphql !== null);
    return isOther ? null : mishap;
  };
  const faults = MISHAPS.map((mishap) =>
    github.fail({
      when(request) {
        if (request.token !== token) return false;
        if (!met.has(request)) met.set(request, befalls(request));
        return met.get(request) === mishap;
      },
      with: mishap.mishap,
    }),
  );
  return {
    stop() {
      for (const fault of faults) fault.stop();
    },
  };
}

const isUnwritten = ({ outlet }: OneRun): boolean => ['failed', 'forbidden'].includes(outlet);

/** Whether it says that there may be more than one of ours. */
const tellsOfAnother = (end: OneRun): boolean =>
  isUnwritten(end) ||
  /could not be deleted|at the same time could not be read/.test(end.sentences.join('\n'));

function wrongWith(run: 'pull request' | 'scan', end: OneRun): readonly unknown[] {
  const said = end.sentences.join('\n');
  // Nothing that a scan finds fails it; but it finds it.
  const isWell = run === 'scan' && end.stale?.includes('expired') === true;
  const isPass = end.conclusion === 'neutral' || (end.conclusion === 'success' && !isWell);
  const isLess = ['none', 'incomplete'].includes(end.conclusion);
  return isPass || NO_SENTENCE.test(said) || ((isLess || isUnwritten(end)) && said === '') ? [end] : [];
}
