import { ISSUE_HINT, type IssueBody, withoutFence } from './issue-body.ts';
import { ISSUE_END, MARKER_CLOSE, MARKER_START } from './issue-marker.ts';
import { type IssueMemory, readMemory } from './issue-memory.ts';
import { namedKey } from './named-key.ts';

/** What every marker of ours has in it, whatever became of its other signs. */
const NAME = 'plan-check-issue';

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
export const hasTrace = (body: string): boolean => body.includes(NAME);

/** What can be told of a body that `readIssueBody` cannot read. Whose it is, others have to know. */
export function readLostIssue(body: string): LostIssue {
  const memory = memoryIn(body);
  const key = memory?.key ?? keyIn(body);
  return { key, memory, ...withoutFence(peoplesText(body)) };
}

/** Of several markers the first that can be read: one that stands inside a line, or that was broken into lines. */
function memoryIn(body: string): IssueMemory | null {
  const [, ...candidates] = body.split(MARKER_START, 10);
  for (const candidate of candidates) {
    const end = candidate.indexOf(MARKER_CLOSE);
    const memory = end < 0 ? null : readMemory(candidate.slice(0, end).replace(/[\r\n]+/g, ''));
    if (memory !== null) return memory;
  }
  return null;
}

function keyIn(body: string): string | null {
  const from = body.indexOf(NAME);
  return from < 0 ? null : namedKey(body.slice(from));
}

/** The first sentence of our section. */
const HEADLINE = /^\*\*[^*]{0,60} needs? a decision[.:]\*\*/;

const begins = (line: string): boolean => line.includes(`${NAME} {`) || HEADLINE.test(line);
const ends = (line: string): boolean => line.includes(`${NAME}-end`) || line.includes(ISSUE_HINT);

/** What may be left of a marker whose beginning is gone, right above our first sentence. */
const isRest = (line: string): boolean => line.includes('":') || line.trimEnd().endsWith('-->');

/** All from the first to the last line that is surely ours is ours. */
function peoplesText(body: string): Pick<IssueBody, 'above' | 'below'> {
  const lines = body.split(/(?<=\n|\r(?!\n))/);
  const last = lines.findLastIndex((line) => begins(line) || ends(line));
  if (last < 0) return { above: '', below: body.trim() === '' ? '\n' : `\n\n${body}` };
  const hasBegin = lines.some(begins);
  const sure = hasBegin ? lines.findIndex((line) => begins(line) || ends(line)) : 0;
  const first = isRest(lines[sure - 1] ?? '') ? sure - 1 : sure;
  const above = lines.slice(0, first).join('');
  const line = lines[last] ?? '';
  // Of a section without an end nobody can say where it ends.
  if (!ends(line)) return { above, below: '\n' };
  const end = line.lastIndexOf(ISSUE_END);
  const sameLine = end < 0 ? '\n' : line.slice(end + ISSUE_END.length);
  return { above, below: sameLine + lines.slice(last + 1).join('') };
}
