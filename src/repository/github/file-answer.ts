import { type FileContent, MAX_FILE_BYTES } from '../repository.ts';
import { fields, maybe, type Shape, shapeProblem } from './answer-shape.ts';
import type { GraphQLProblem } from './graphql-answer.ts';

/** What GraphQL is asked about a file; the mode tells symbolic links and submodules from files. */
export const FILE_FRAGMENT = `fragment file on TreeEntry {
  mode
  type
  object { ... on Blob { oid byteSize isTruncated text } }
}`;

/** Enough to tell doors from files, and nothing of their content. */
export const KIND_FRAGMENT = `fragment file on TreeEntry {
  mode
  type
}`;

/** The answers for one commit, by alias. */
export type FileAnswers = Readonly<Record<`f${number}`, FileAnswer | null | undefined>>;

interface FileAnswer {
  readonly mode: number;
  /** "blob", "tree" or "commit". */
  readonly type: string;
  /** Without these fields when it is no blob. */
  readonly object: {
    readonly oid?: string;
    readonly byteSize?: number;
    readonly isTruncated?: boolean;
    /** null for what GitHub takes for binary. */
    readonly text?: string | null;
  } | null;
}

export const FILE_SHAPE: Shape = fields({
  mode: 'number',
  type: 'text',
  object: maybe(
    fields({
      oid: maybe('commit'),
      byteSize: maybe('number'),
      isTruncated: maybe('flag'),
      text: maybe('text'),
    }),
  ),
});

/** Only the bytes can tell. */
export interface NeedsBytes {
  readonly kind: 'needs-bytes';
  readonly oid: string;
}

const SYMBOLIC_LINK = 0o120000;
const REPLACEMENT_CHARACTER = '\u{fffd}';
const BYTE_ORDER_MARK = /^\u{feff}/u;

/** What was answered under the alias `f…`; null when GitHub failed to tell. */
export function answeredFile(
  answers: FileAnswers | null | undefined,
  errors: readonly GraphQLProblem[],
  index: number,
): FileContent | NeedsBytes | null {
  const answer = answerOf(answers, errors, index);
  return answer === undefined ? null : contentOf(answer);
}

export type EntryKind = 'file' | 'folder' | 'submodule' | 'symbolic-link';

/** What kind of entry was answered under the alias `f…`; null when GitHub failed to tell. */
export function answeredKind(
  answers: FileAnswers | null | undefined,
  errors: readonly GraphQLProblem[],
  index: number,
): EntryKind | 'missing' | null {
  const answer = answerOf(answers, errors, index);
  if (answer === undefined) return null;
  return answer === null ? 'missing' : kindOf(answer);
}

function kindOf({ mode, type }: FileAnswer): EntryKind {
  if (type === 'tree') return 'folder';
  if (type === 'commit') return 'submodule';
  return mode === SYMBOLIC_LINK ? 'symbolic-link' : 'file';
}

/** null where there is no such entry; undefined when GitHub failed to tell. */
function answerOf(
  answers: FileAnswers | null | undefined,
  errors: readonly GraphQLProblem[],
  index: number,
): FileAnswer | null | undefined {
  const alias = `f${index}` as const;
  const answer = answers?.[alias];
  if (answer === undefined || shapeProblem(answer, maybe(FILE_SHAPE)) !== null) return undefined;
  const error = answer === null ? errors.find(({ path }) => path?.includes(alias)) : undefined;
  return error === undefined || error.type === 'NOT_FOUND' ? answer : undefined;
}

/**
 * The content of a file as GraphQL tells it. Its text is believed when it has as many bytes as the file, and nothing
 * in it was replaced: GitHub guesses encodings, and takes some texts for binary.
 */
function contentOf(answer: FileAnswer | null): FileContent | NeedsBytes {
  if (answer === null) return { kind: 'missing' };
  const kind = kindOf(answer);
  if (kind !== 'file') return { kind: 'unreadable', reason: kind };
  const { oid, byteSize = 0, isTruncated = false, text = null } = answer.object ?? {};
  if (oid === undefined)
    return { kind: 'failed', message: 'GitHub did not hand out the content of the file.' };
  if (byteSize > MAX_FILE_BYTES) return { kind: 'unreadable', reason: 'too-large' };
  if (text === null || isTruncated || text.includes(REPLACEMENT_CHARACTER))
    return { kind: 'needs-bytes', oid };
  if (text.includes('\0')) return { kind: 'unreadable', reason: 'binary' };
  if (Buffer.byteLength(text) !== byteSize) return { kind: 'needs-bytes', oid };
  return { kind: 'text', text: text.replace(BYTE_ORDER_MARK, '') };
}
