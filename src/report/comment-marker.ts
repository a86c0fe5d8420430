import { isCount } from './is-count.ts';
import { parseJson } from './parse-json.ts';

/** What the first line of a comment of ours says to later runs; readers do not see it. */
export interface CommentMarker {
  /** Set-ups with different keys keep a comment each. */
  readonly key: string;
  /** Full commit id of what was checked. */
  readonly head: string;
  /** The workflow run's id, and which attempt of it: both only ever grow. */
  readonly run: number;
  readonly attempt: number;
  /** A digest of the visible body; made by who writes the comment. */
  readonly hash: string;
}

/** Characters, from GitHub's validation error for comment bodies; JavaScript's `.length` never counts fewer than GitHub. */
export const MAX_COMMENT_LENGTH = 65_536;

/** Characters of a `hash` at most. */
export const MAX_HASH_LENGTH = 64;

const START = '<!-- plan-check ';
const END = ' -->';
/** Longer first lines are not ours, so nothing longer is parsed. */
const MAX_MARKER_LENGTH = 4_000;
const WIDEST = { head: '0'.repeat(64), run: 1e15, attempt: 1e6, hash: '0'.repeat(MAX_HASH_LENGTH) };

/** The first line of a comment, without its line feed. No key can end the HTML comment early. */
export function renderMarker({ key, head, run, attempt, hash }: CommentMarker): string {
  const json = JSON.stringify({ v: 1, key, head, run, attempt, hash });
  return START + json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e') + END;
}

/** The marker of a comment's body; null for everything that is not one of ours, whatever a stranger wrote. */
export function parseMarker(body: string): CommentMarker | null {
  if (!body.startsWith(START)) return null;
  const line = body.slice(0, MAX_MARKER_LENGTH).split('\n', 1)[0]?.trimEnd() ?? '';
  if (!line.endsWith(END)) return null;
  return readMarker(parseJson(line.slice(START.length, -END.length)));
}

/** Characters to keep free for the marker and its line feed in a comment with this key, whatever the run. */
export function markerReserve(key: string): number {
  return renderMarker({ key, ...WIDEST }).length + 1;
}

function readMarker(value: unknown): CommentMarker | null {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return null;
  if (!('key' in value && 'head' in value && 'run' in value && 'attempt' in value && 'hash' in value)) {
    return null;
  }
  const { key, head, run, attempt, hash } = value;
  if (typeof key !== 'string' || typeof head !== 'string' || typeof hash !== 'string') return null;
  if (!isCount(run) || !isCount(attempt)) return null;
  return { key, head, run, attempt, hash };
}
