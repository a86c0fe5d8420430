/**
 * Changes real plans at random and runs the whole engine over them, for as long as it is told:
 * `npm run fuzz -- [--minutes N] [--seed S] [--case N] [folder …]`. A case hangs on the seed, its number and the texts alone.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { checkCase, type FuzzCase } from '../__tests__/fuzzing/check-case.ts';
import { mutate } from '../__tests__/fuzzing/mutate.ts';
import { randomFrom } from '../__tests__/fuzzing/random.ts';
import { reduce } from '../__tests__/fuzzing/reduce.ts';

const ROOT = join(import.meta.dirname, '..');
/** Milliseconds of computing for one case. */
const MOST_TIME = 5_000;
/** Milliseconds after which a case is taken to go on for ever. */
const PATIENCE = 120_000;
const PATHS = [
  'docs/plans/active/search.md',
  'docs/plans/draft/search.md',
  'docs/plans/completed/search.md',
  'plans/search.md',
] as const;

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
  allowPositionals: true,
});
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? Math.floor(performance.timeOrigin % 1_000_000_000));
const only = values.case === undefined ? null : Number(values.case);
if (![minutes, seed, only ?? 0].every((number) => Number.isFinite(number) && number >= 0)) {
  throw new Error('"--minutes", "--seed" and "--case" are numbers.');
}

const texts = positionals.length > 0 ? positionals.flatMap(textsBelow) : ourTexts();
const [first, ...rest] = texts;
if (first === undefined) throw new Error('There is no Markdown file to begin with.');

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
}

/** The plans of the examples, and those that the pages of the rules show. */
function ourTexts(): readonly string[] {
  const shown = textsBelow(join(ROOT, 'docs', 'rules')).flatMap((page) =>
    [...page.matchAll(/^```markdown\n(.*?)^```$/gms)].map(([, text = '']) => text),
  );
  return [...textsBelow(join(ROOT, 'examples')), ...shown];
}

function caseOf(number: number): FuzzCase {
  const random = randomFrom(Math.imul(seed, 1_000_003) + number);
  const text = (): string => random.pick([first ?? '', ...rest]);
  const original = text();
  const before =
    random.upTo(8) === 0 ? null : random.upTo(4) === 0 ? mutate(original, random, text()) : original;
  const neighbour = random.upTo(2) === 0 ? { 'docs/plans/active/other.md': text() } : {};
  return { path: random.pick(PATHS), before, after: mutate(original, random, text()), others: neighbour };
}

interface Failure {
  /** The same for the same defect, as far as that can be told. */
  readonly name: string;
  readonly error: unknown;
}

async function failureOf(fuzzed: FuzzCase): Promise<Failure | null> {
  const started = process.cpuUsage();
  try {
    await checkCase(fuzzed);
  } catch (error) {
    return { name: nameOf(error), error };
  }
  const { user } = process.cpuUsage(started);
  return user / 1_000 > MOST_TIME ? { name: 'slow', error: `It took ${user / 1_000} ms.` } : null;
}

const nameOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message.split('\n', 1)[0]?.replaceAll(/\d+/g, 'N').slice(0, 80)} ${/(?:src|__tests__)\/\S+/.exec(error.stack ?? '')?.[0]}`
    : String(error);

/** The case with as little text as still fails in the same way. */
async function reduced(fuzzed: FuzzCase, { name }: Failure): Promise<FuzzCase> {
  const isSame = async (other: FuzzCase): Promise<boolean> => (await failureOf(other))?.name === name;
  const alone = { ...fuzzed, others: {} };
  let least = (await isSame(alone)) ? alone : fuzzed;
  const added = { ...least, before: null };
  if (await isSame(added)) least = added;
  const after = await reduce(least.after, (text) => isSame({ ...least, after: text }));
  const small = { ...least, after };
  if (small.before === null) return small;
  return { ...small, before: await reduce(small.before, (text) => isSame({ ...small, before: text })) };
}

/** A whole plan is no help in a message. */
const shortened = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error))
    .split('\n')
    .map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line))
    .slice(0, 40)
    .join('\n');

const beats = new Int32Array(new SharedArrayBuffer(4));
const watch = new Worker(new URL('fuzz-watch.ts', import.meta.url), {
  workerData: { beats, patience: PATIENCE, seed },
});
watch.unref();

const until = performance.now() + minutes * 60_000;
const seen = new Map<string, number>();
let number = only ?? 0;
let slowest = 0;
console.log(`Seed ${seed}, ${texts.length} texts.`);
for (; only === null ? performance.now() < until : number === only; number++) {
  Atomics.store(beats, 0, number);
  const fuzzed = caseOf(number);
  const started = process.cpuUsage();
  const failure = await failureOf(fuzzed);
  slowest = Math.max(slowest, process.cpuUsage(started).user / 1_000);
  if (failure === null) continue;
  const times = (seen.get(failure.name) ?? 0) + 1;
  seen.set(failure.name, times);
  if (times > 1) continue;
  console.log(`\nCase ${number} fails: npm run fuzz -- --seed ${seed} --case ${number}`);
  console.log(shortened(failure.error));
  if (failure.name !== 'slow') console.log(JSON.stringify(await reduced(fuzzed, failure), null, 2));
}
console.log(
  `\n${number - (only ?? 0)} cases, ${seen.size} ways to fail, the slowest case ${Math.round(slowest)} ms.`,
);
for (const [name, times] of seen) console.log(`${times} × ${name}`);
process.exitCode = seen.size === 0 ? 0 : 1;
