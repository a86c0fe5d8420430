import * as core from '@actions/core';

/** Prints text that may hold anything. No line of it can be read as a workflow command: the runner looks for `::` at a line's start, and for `##[`. */
export function printUntrusted(title: string, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `│ ${line.replaceAll('##[', '## [')}`);
  core.info([title, ...lines].join('\n'));
}
