import * as core from '@actions/core';
import { describeFailure } from './describe-failure.ts';

/** As a shell says it. */
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs the action so that every end of it is one: a sentence, an exit code, and a conclusion that no later step can
 * take for a good one; whatever is thrown, wherever, and also when the job is cancelled. A stack is for the debug log alone.
 */
export async function guardRun(run: () => Promise<0 | 1>): Promise<void> {
  let isOver = false;
  const end = (error: unknown, code: number): never => {
    isOver = true;
    fail(error);
    process.exit(code);
  };
  // A log that nobody takes any more is no reason to lose the result: comment, outputs and exit code go other ways.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => end(error, 1));
  for (const [signal, code] of Object.entries(ENDED_BY)) {
    process.once(signal, () => {
      isOver = true;
      failWith('The run was cancelled before it came to a result.');
      process.exit(code);
    });
  }
  // Node ends without a word where nothing is left that could wake up a promise.
  process.on('exit', () => {
    if (isOver) return;
    fail(new Error('it waits for something that never comes'));
    process.exitCode = 1;
  });
  try {
    process.exitCode = await run();
  } catch (error) {
    fail(error);
  }
  isOver = true;
}

function fail(error: unknown): void {
  failWith(describeFailure(error));
  if (core.isDebug()) core.debug(stacksOf(error).join('\nbecause of\n'));
}

function failWith(sentence: string): void {
  try {
    // A later step must not take a missing conclusion for a good one.
    core.setOutput('conclusion', 'incomplete');
  } catch {
    // Where the runner takes no outputs, the exit code has to do.
  }
  core.setFailed(sentence);
}

/** Errors that are told, from the outermost inwards. */
const MAX_CAUSES = 5;

function stacksOf(error: unknown): readonly string[] {
  const stacks: string[] = [];
  for (let at = error; at instanceof Error && stacks.length < MAX_CAUSES; at = at.cause) {
    stacks.push(at.stack ?? String(at));
  }
  return stacks;
}
