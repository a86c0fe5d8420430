import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import { LASTING, type NamedMishap, NO_SENTENCE, PASSING } from './mishaps.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { type Ended, isAsForUsers, runWith } from './run-with.ts';

interface Case {
  readonly operation: Operation;
  readonly mishap: NamedMishap;
  readonly times: number;
}

const GRAPHQL: readonly string[] = [
  ...['the opening query', 'the files', 'a page of comments', 'the files of a scan', 'the history'],
  'the authors of issues',
];
const befalls = ({ only }: NamedMishap, { name }: Operation): boolean =>
  only === undefined || (only === 'graphql') === GRAPHQL.includes(name);
/** One of each way to GitHub: these meet everything, the others what is different with them. With FAULTS=all, all do. */
const EVERYTHING: readonly string[] = [...['the opening query', 'the comparison', 'making the comment']];
const casesOf = (mishaps: readonly NamedMishap[], times: number): readonly Case[] =>
  mishaps.flatMap((mishap) =>
    OPERATIONS.filter(
      (operation) =>
        befalls(mishap, operation) &&
        (isAsForUsers || mishap.isTelling === true || EVERYTHING.includes(operation.name)),
    ).map((operation) => ({ operation, mishap, times })),
  );

const lasting = casesOf(LASTING, 1_000);
const passing = casesOf(PASSING, 1);

let github: LocalGitHub;
const ended = new Map<Case, Ended>();
/** Without any fault. */
const well = new Map<Operation, Ended>();

const endOf = (one: Case): Ended => {
  const found = ended.get(one);
  if (found === undefined) throw new Error('It was not run.');
  return found;
};

/** They wait more than they work; where the time is told, they are to have the machine for themselves. */
const SIDE_BY_SIDE = isAsForUsers ? 4 : 12;

beforeAll(async () => {
  github = await startLocalGitHub({ truncateTextOver: 100_000 });
  for (const operation of OPERATIONS) well.set(operation, await runWith(github, operation, null));
  const waiting = [...lasting, ...passing];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { operation, mishap, times } = next;
      ended.set(next, await runWith(github, operation, { mishap: mishap.mishap, times }));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}, 600_000);

afterAll(async () => {
  await github.close();
  const path = process.env.FAULTS_TABLE ?? '';
  if (path !== '') writeFileSync(path, table());
});

/** Everything that is wrong with how it ended. */
function wrongWith(one: Case): readonly string[] {
  const { operation, mishap } = one;
  const end = endOf(one);
  const { conclusion, sentences, own, hits, seconds, outlet, news } = end;
  const said = sentences.join('\n');
  const isPass = conclusion === 'success' || conclusion === 'neutral';
  const wrong = (is: boolean, what: string): readonly string[] => (is ? [what] : []);
  const hasFailed = outlet === 'failed' || outlet === 'forbidden' || sentences.length > 0;
  const isTold = mishap.says.test(said);
  // What GitHub does not know any more is made anew.
  const isNew = (outlet === 'opened' || outlet === 'created') && own === 1;
  // What was told on the way is known, whatever became of the request's answer.
  const isGoodAllTheSame = JSON.stringify(resultOf(end)) === JSON.stringify(resultOf(wellOf(operation)));
  return [
    ...wrong(hits === 0, 'was not hit'),
    ...wrong(hits > operation.most, `${hits} requests`),
    ...wrong(isAsForUsers && seconds > 130, `${Math.round(seconds)} seconds`),
    ...wrong(NO_SENTENCE.test(said), `says: ${said}`),
    ...wrong(own > (operation.kind === 'tidying' ? 2 : 1), `${own} of ours`),
    ...wrong(news > 1, `${news} comments on the issue`),
    ...(operation.kind === 'reading'
      ? [...wrong(isPass, `passes: ${conclusion}`), ...wrong(!isTold, `does not say why: ${said}`)]
      : []),
    ...(operation.kind === 'history' ? wrong(!isTold, `does not say why: ${said}`) : []),
    ...(operation.kind === 'outlet'
      ? [
          ...wrong(conclusion !== 'success', `changes the conclusion to ${conclusion}: ${said}`),
          ...wrong(!isGoodAllTheSame && !isNew && !(hasFailed && isTold), `is not told (${outlet}): ${said}`),
        ]
      : []),
    ...(operation.kind === 'tidying'
      ? [
          ...wrong(conclusion !== 'success', `changes the conclusion`),
          // An answer like the right one is believed.
          ...wrong(
            own > 1 && !said.includes('could not be deleted') && !/204/.test(mishap.name),
            `does not say what is left: ${said}`,
          ),
        ]
      : []),
  ];
}

const resultOf = ({ conclusion, own, says, news }: Ended): unknown => ({ conclusion, own, says, news });

const wellOf = (operation: Operation): Ended => {
  const end = well.get(operation);
  if (end === undefined) throw new Error('It was not run.');
  return end;
};

test('each operation is asked for where nothing fails, and all is well', () => {
  for (const [{ run }, { conclusion, sentences, own, outlet }] of well) {
    expect({ conclusion, own, sentences }).toEqual({
      ...{ conclusion: 'success', sentences: [] },
      own: run === 'scan' && outlet === 'closed' ? 0 : 1,
    });
  }
});

describe('what lasts is a sentence, never a pass, and never a second comment or issue:', () => {
  test.each(LASTING.map(({ name }) => name))('%s', (name) => {
    const wrong = lasting
      .filter(({ mishap }) => mishap.name === name)
      .flatMap((one) => wrongWith(one).map((what) => `${one.operation.name}: ${what}`));
    expect(wrong).toEqual([]);
  });
});

describe('what passes leaves no trace:', () => {
  test.each(PASSING.map(({ name }) => name))('%s', (name) => {
    const cases = passing.filter(({ mishap }) => mishap.name === name);
    const different = cases.filter((one) => {
      const end = endOf(one);
      return (
        end.hits !== 1 || JSON.stringify(resultOf(end)) !== JSON.stringify(resultOf(wellOf(one.operation)))
      );
    });
    expect(different.map((one) => [one.operation.name, endOf(one)])).toEqual([]);
  });
});

function table(): string {
  const rows = [...lasting, ...passing].map((one) => {
    const { operation, mishap, times } = one;
    const { conclusion, outlet, sentences, own, hits, requests, seconds } = endOf(one);
    const how = times === 1 ? `${mishap.name}, once` : mishap.name;
    const what = [conclusion === 'none' ? 'no result' : conclusion, outlet, `${own} of ours`].join(', ');
    const said = sentences.join(' ').replaceAll('|', '\\|');
    return `| ${operation.run}: ${operation.name} | ${how} | ${what} | ${said} | ${hits} | ${requests} | ${seconds.toFixed(0)} |`;
  });
  return [
    '| Request | What goes wrong | Result | What is said | Hits | Requests | Seconds |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
