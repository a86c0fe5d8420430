import * as core from '@actions/core';

/** Adds Markdown to the job summary. Does nothing where there is none: outside a runner, or on a server without them. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') return;
  await core.summary.addRaw(markdown, true).write();
}
