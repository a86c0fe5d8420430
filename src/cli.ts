#!/usr/bin/env node
import './terminal/require-node.ts';
import { describeFailure } from './describe-failure.ts';
import { inertInLog } from './outlets/inert-in-log.ts';
import { endQuietly } from './terminal/broken-pipe.ts';
import { runCommand } from './terminal/run-command.ts';

endQuietly([process.stdout], (code) => {
  process.stderr.write(`plan-check: the result could not be written (${code}).\n`);
  process.exit(2);
});
// Nobody is left to tell.
endQuietly([process.stderr], () => process.exit(2));
const fail = (error: unknown): void => {
  process.stderr.write(inertInLog(`plan-check: ${describeFailure(error)}\n`));
};
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit(2);
});

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    now: Date.now(),
    colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  });
} catch (error) {
  fail(error);
  process.exitCode = 2;
}
