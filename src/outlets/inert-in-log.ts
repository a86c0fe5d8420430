import { randomUUID } from 'node:crypto';

/** At the start of a line, behind any white space. */
const COMMAND = /^(\s*):(?=:)/gm;
/** The older form counts anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g;

/** Text for a log that a runner may read: no line of it can be taken for a workflow command. */
export const inertInLog = (text: string): string => text.replace(COMMAND, '$1: ').replace(OLD_COMMAND, '## ');

/** A value as indented JSON that holds no workflow command either; it says the same. */
export const inertJson = (value: unknown): string => inertJsonText(JSON.stringify(value, null, 2));

/** JSON, or a piece of it between two of its line ends. */
export const inertJsonText = (json: string): string => json.replace(OLD_COMMAND, '#\\u0023');

/**
 * Text that must stay as it is, such as a patch: where a runner that reads it would obey a line, it is told not to listen until the
 * end. "git apply" passes over both of these lines.
 */
export function outsideOfCommands(text: string): string {
  if (process.env.GITHUB_ACTIONS !== 'true' || inertInLog(text) === text) return text;
  const word = randomUUID();
  return `::stop-commands::${word}\n${text}::${word}::\n`;
}
