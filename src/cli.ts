#!/usr/bin/env node
import { describeFailure } from './describe-failure.ts';
import { runCommand } from './terminal/run-command.ts';

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    now: Date.now(),
    colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  });
} catch (error) {
  process.stderr.write(`plan-check: ${describeFailure(error)}\n`);
  process.exitCode = 2;
}
