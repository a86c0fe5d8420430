/**
 * Asks the registry what is known against the packages in the lock file. Ends with 0 when nothing is, 1 when something is, and 2
 * when nobody could be asked; with `--when-reachable` that last one is a warning only, so that a machine without a network can go on.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, deprecations, signatures, vulnerabilities } from './registry-answers.ts';

const ROOT = join(import.meta.dirname, '..');
/** Of one question, in milliseconds. */
const TIME_LIMIT = 60_000;
// Offline, npm answers that it knows of nothing: how the machine is set up must not count.
const REALLY_ASK = ['--no-offline', '--prefer-online', '--audit', '--fetch-retries=1'];
const EXIT_CODE = { good: 0, bad: 1, unknown: 2 };

const whenReachable = process.argv.includes('--when-reachable');

for (const sentence of deprecations(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))) {
  console.error(`Warning: ${sentence}`);
}

// A registry that answers neither is asked once: each question may take its whole time.
const questions: readonly (() => Answer)[] = [
  () => vulnerabilities(printedBy(['--omit=dev'])),
  () => signatures(printedBy(['signatures'])),
];
const answers: Answer[] = [];
for (const ask of questions) {
  if (answers.every(({ kind }) => kind === 'answered')) answers.push(ask());
}

const problems = answers.flatMap((answer) => (answer.kind === 'answered' ? answer.problems : []));
const unanswered = answers.flatMap((answer) => (answer.kind === 'unanswered' ? [answer.why] : []));
for (const sentence of problems) console.error(sentence);
for (const why of unanswered) {
  console.error(
    `${whenReachable ? 'Warning: t' : 'T'}he registry could not be asked, so nothing is known: ${why}`,
  );
}

if (problems.length > 0) process.exitCode = EXIT_CODE.bad;
else if (unanswered.length > 0) process.exitCode = whenReachable ? EXIT_CODE.good : EXIT_CODE.unknown;
else console.log('Nothing is known against the packages, and the registry signed each of them.');

function printedBy(words: readonly string[]): string {
  const { stdout } = spawnSync('npm', ['audit', ...words, '--json', ...REALLY_ASK], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: TIME_LIMIT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return stdout ?? '';
}
