import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Mishap } from '../github/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { GitHubRequest } from '../github/request.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, visible } from './scene.ts';

const PLAN = 'docs/plans/active/audit-log.md';
const fastClock = { NODE_OPTIONS: `--import=${new URL('fast-clock.js', import.meta.url).href}` };

/** Which requests go wrong: those of one step of a run on a pull request. */
const STEPS = {
  any: () => true,
  open: ({ graphql }: GitHubRequest) => /^query pullRequest\(/.test(graphql?.query ?? ''),
  compare: ({ operation }: GitHubRequest) => operation === 'repos/compare-commits-with-basehead',
  files: ({ graphql }: GitHubRequest) => /^query files\(/.test(graphql?.query ?? ''),
  create: ({ operation }: GitHubRequest) => operation === 'issues/create-comment',
};
type Step = keyof typeof STEPS;

const NO_ANSWER = 'GitHub did not give a usable answer';
const AGAIN = 'Run the job again.';
const REFUSED = ' Run the job again; if it stays so, report these words to Plan Check.';
const FAULT = 'A fault on purpose.';
const RIGHT = (right: string): string =>
  `the token lacks the right (${FAULT}). Add "${right}" under "permissions:" in the workflow.`;

/** Of what lasts: what is said, after how many requests of that step. */
const OPEN = 'error Could not read pull request 1:';
const COMPARE = 'error Could not compare the commits';
const READ = `error "${PLAN}" could not be read at the head: Could not read the file:`;
const WRITE = 'Could not write the comment on pull request 1:';
const IN_SUMMARY = 'The result stands in the job summary.';

type Case = readonly [name: string, step: Step, mishap: Mishap, tries: number, sentence: string];

const UNREAD: readonly Case[] = [
  [
    'a token that is not valid',
    'any',
    { status: 401 },
    1,
    `${OPEN} the token is not valid. Give a valid one in "github-token".`,
  ],
  ['a refused reading', 'open', { status: 403 }, 1, `${OPEN} ${RIGHT('pull-requests: read')}`],
  [
    'a pull request that is not there',
    'open',
    { status: 404 },
    1,
    `${OPEN} it is not there, or the token may not see it (${FAULT}). Check the name, and that the workflow has "pull-requests: read" under "permissions:".`,
  ],
  [
    'a refused request',
    'open',
    { status: 422 },
    1,
    `${OPEN} GitHub refused it with status 422 (${FAULT}).${REFUSED}`,
  ],
  ['a bad gateway', 'open', { status: 502 }, 4, `${OPEN} ${NO_ANSWER} (status 502, ${FAULT}). ${AGAIN}`],
  ['a reset connection', 'open', 'reset', 4, `${OPEN} ${NO_ANSWER} (read ECONNRESET). ${AGAIN}`],
  ['an answer cut off', 'open', 'truncate', 4, `${OPEN} ${NO_ANSWER} (other side closed). ${AGAIN}`],
  [
    'an error of GraphQL',
    'open',
    'graphql-error',
    4,
    `${OPEN} ${NO_ANSWER} (status 502, Something went wrong while executing your query.). ${AGAIN}`,
  ],
  ['no answer', 'open', 'hang', 3, `${OPEN} ${NO_ANSWER} (no answer within 20 s). ${AGAIN}`],
  [
    'a secondary limit for an hour',
    'open',
    { secondaryLimit: 3_600 },
    1,
    `${OPEN} the limit of the API is used up. Run the job again later.`,
  ],
  ['a used up limit', 'open', { rateLimited: 3_600 }, 1, `${OPEN} the limit of the API is used up until`],
  ['a refused comparison', 'compare', { status: 403 }, 1, `${COMPARE}: ${RIGHT('contents: read')}`],
  [
    'a broken comparison',
    'compare',
    { status: 500 },
    4,
    `${COMPARE}: ${NO_ANSWER} (status 500, ${FAULT}). ${AGAIN}`,
  ],
  ['a file that is refused', 'files', { status: 403 }, 1, `${READ} ${RIGHT('contents: read')}`],
  [
    'a file that does not come',
    'files',
    { status: 502 },
    4,
    `${READ} ${NO_ANSWER} (status 502, ${FAULT}). ${AGAIN}`,
  ],
  [
    'a file that GraphQL fails at',
    'files',
    'graphql-error',
    4,
    `${READ} ${NO_ANSWER} (status 502, Something went wrong while executing your query.). ${AGAIN}`,
  ],
];

const UNWRITTEN: readonly Case[] = [
  [
    'is refused',
    'create',
    { status: 403 },
    1,
    `notice ${WRITE} ${RIGHT('pull-requests: write')} ${IN_SUMMARY}`,
  ],
  [
    'is taken for invalid',
    'create',
    { status: 422 },
    1,
    `warning ${WRITE} GitHub refused it with status 422 (${FAULT}).${REFUSED} ${IN_SUMMARY}`,
  ],
  [
    'fails again and again',
    'create',
    { status: 502 },
    3,
    `warning ${WRITE} ${NO_ANSWER} (status 502, ${FAULT}). ${AGAIN} ${IN_SUMMARY}`,
  ],
];

/** What passes by itself, after so many requests. */
const PASSING: readonly (readonly [name: string, step: Step, mishap: Mishap, times: number])[] = [
  ['two bad gateways', 'any', { status: 502 }, 2],
  ['a reset', 'any', 'reset', 1],
  ['a hanging request', 'open', 'hang', 1],
  ['an answer that was cut off', 'files', 'truncate', 1],
  ['a secondary limit', 'compare', 'secondary-limit', 1],
  ['a primary limit', 'open', 'rate-limited', 1],
  ['a failing query', 'files', 'graphql-error', 1],
  ['a lost answer to the comment', 'create', 'lose-answer', 1],
];

let github: LocalGitHub;
const ended = new Map<string, Awaited<ReturnType<typeof run>>>();

async function run(name: string, step: Step, mishap: Mishap, times: number) {
  const scene = createScene(github, name.replaceAll(' ', '-'), { head: { [PLAN]: planText() } });
  const isHit = (request: GitHubRequest): boolean => isOf(scene, request) && STEPS[step](request);
  const fault = github.fail({ when: isHit, with: mishap, times });
  const result = await scene.check({ env: fastClock });
  return { result, scene, hits: fault.hits };
}

function isOf({ source }: Scene, { path, graphql }: GitHubRequest): boolean {
  const { owner, repo } = graphql?.variables ?? {};
  return path.startsWith(`/repos/${source.repository}/`) || `${owner}/${repo}` === source.repository;
}

const ofCase = (name: string) => {
  const one = ended.get(name);
  if (one === undefined) throw new Error(`"${name}" was not run.`);
  return one;
};

/** They wait more than they work, so four are under way at a time. */
beforeAll(async () => {
  github = await startLocalGitHub();
  await createScene(github, 'warm-up', { head: { [PLAN]: planText() } }).check();
  const lasting = [...UNREAD, ...UNWRITTEN].map(([name, step, mishap]) => [name, step, mishap, 100] as const);
  const waiting = [...lasting, ...PASSING];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      ended.set(next[0], await run(...next));
    }
  };
  await Promise.all([work(), work(), work(), work()]);
});

afterAll(() => github.close());

describe('what could not be read fails the run, with a sentence and never a stack:', () => {
  test.each(UNREAD)('%s', (name, _step, _mishap, tries, sentence) => {
    const { result, hits, scene } = ofCase(name);
    const { annotations, ...rest } = outcome(result);

    expect(rest).toEqual({ exitCode: 1, conclusion: 'incomplete', stderr: '' });
    expect(annotations).toEqual([expect.stringContaining(sentence)]);
    expect(hits).toBe(tries);
    expect(scene.comments().map(visible)).not.toContainEqual(expect.stringContaining('all well'));
  });
});

describe('a comment that cannot be written changes nothing else, where it', () => {
  test.each(UNWRITTEN)('%s', (name, _step, _mishap, tries, sentence) => {
    const { result, hits, scene } = ofCase(name);

    expect(outcome(result)).toEqual({
      ...{ exitCode: 0, conclusion: 'success', annotations: [sentence], stderr: '' },
    });
    expect(hits).toBe(tries);
    expect(result.summary).toContain('### Plan Check: all well in 1 changed plan\n');
    expect(scene.comments()).toEqual([]);
  });
});

describe('nothing is lost over', () => {
  test.each(PASSING)('%s', (name, _step, _mishap, times) => {
    const { result, hits, scene } = ofCase(name);

    expect(outcome(result)).toEqual({ exitCode: 0, conclusion: 'success', annotations: [], stderr: '' });
    expect(hits).toBe(times);
    expect(scene.comments().map(visible)).toEqual([
      expect.stringContaining('### Plan Check: all well in 1 changed plan\n'),
    ]);
  });
});
