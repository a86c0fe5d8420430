import * as core from '@actions/core';
import { describeFailure } from './describe-failure.ts';
import { runAction } from './run-action.ts';

try {
  process.exitCode = await runAction(process.env, Date.now());
} catch (error) {
  core.setFailed(describeFailure(error));
}
