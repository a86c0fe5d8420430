import { withoutFence } from './issue-body.ts';
import { MARKER_NAME } from './issue-marker.ts';
import type { IssueMemory } from './issue-memory.ts';
import { memoryIn } from './memory-in.ts';
import { namedKey } from './named-key.ts';
import { peoplesText } from './peoples-text.ts';

/** An issue of ours whose marker people broke, as far as it can still be told. */
export interface LostIssue {
  /** The set-up that it names; null where it names none. */
  readonly key: string | null;
  /** null where it cannot be read any more. */
  readonly memory: IssueMemory | null;
  /** People's text, as far as it can be told from ours. */
  readonly above: string;
  readonly below: string;
}

/** Whether there is anything left of a marker. */
export const hasTrace = (body: string): boolean => body.includes(MARKER_NAME);

/** What can be told of a body that `readIssueBody` cannot read. Whose it is, others have to know. */
export function readLostIssue(body: string): LostIssue {
  const memory = memoryIn(body);
  const key = memory?.key ?? keyIn(body);
  return { key, memory, ...withoutFence(peoplesText(body)) };
}

/** Of the marker alone, which may be broken into lines: what people write below names nothing. */
function keyIn(body: string): string | null {
  const from = body.indexOf(`${MARKER_NAME} {`);
  if (from < 0) return null;
  const [paragraph = ''] = body.slice(from).split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/, 1);
  return namedKey(paragraph);
}
