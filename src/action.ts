import * as core from '@actions/core';
import { describeFailure } from './describe-failure.ts';
import { runAction } from './run-action.ts';

try {
  process.exitCode = await runAction(process.env, Date.now());
} catch (error) {
  // A later step must not take a missing conclusion for a good one.
  core.setOutput('conclusion', 'incomplete');
  core.setFailed(describeFailure(error));
}
