import { MARKER_CLOSE, MARKER_START } from './issue-marker.ts';
import { type IssueMemory, readMemory } from './issue-memory.ts';

/** Of several markers the first that can be read: one that stands inside a line, or that was broken into lines. */
export function memoryIn(body: string): IssueMemory | null {
  const [, ...candidates] = body.split(MARKER_START, 10);
  for (const candidate of candidates) {
    const end = candidate.indexOf(MARKER_CLOSE);
    const memory = end < 0 ? null : readMemory(candidate.slice(0, end).replace(/[\r\n]+/g, ''));
    if (memory !== null) return memory;
  }
  return null;
}
