import type { Nodes, RootContent } from 'mdast';
import { blockRange } from './block-range.ts';
import { type Blocks, readBlocks } from './markdown-blocks.ts';

/** A definition may stand right below text. */
const DEFINITION = /^ {0,3}\[\^[^\]\s]{1,200}\]:[ \t]*/;
const INDENT = /^(?: {4}|\t| {1,3}\t)/;

/**
 * What stands in footnotes, which the reader of Markdown takes for text or for code: GitHub shows it at the end of the
 * page. `blocks` are those of the body, `source` the lines of the file.
 */
export function readFootnotes(blocks: readonly RootContent[], source: readonly string[]): Blocks {
  const notes = blocks
    .filter(({ type }) => type === 'paragraph' || type === 'definition')
    .flatMap((block) => notesIn(block, source))
    .map(({ line, written }) => readNote(line, written));
  return {
    blocks: notes.flatMap((note) => note.blocks),
    problem: notes.map(({ problem }) => problem).find((problem) => problem !== null) ?? null,
  };
}

interface Note {
  /** 1-based line of its first line. */
  readonly line: number;
  /** Its lines, each with what stands in front of its text. */
  readonly written: readonly { readonly before: string; readonly text: string }[];
}

function notesIn(block: RootContent, source: readonly string[]): readonly Note[] {
  const { start, end } = blockRange(block);
  const notes: Note[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const note = noteOn(line, source);
    if (note === null) continue;
    if (note.written.some(({ text }) => text.includes('['))) notes.push(note);
    line = note.line + note.written.length - 1;
  }
  return notes;
}

function noteOn(line: number, source: readonly string[]): Note | null {
  const opening = source[line - 1] ?? '';
  const [before] = DEFINITION.exec(opening) ?? [];
  if (before === undefined) return null;
  const written = [{ before, text: opening.slice(before.length) }];
  for (let text = source[line]; text !== undefined; text = source[line - 1 + written.length]) {
    const [indent] = INDENT.exec(text) ?? [];
    if (indent === undefined && text.trim() !== '') break;
    written.push({ before: indent ?? '', text: text.slice(indent?.length ?? 0) });
  }
  return { line, written };
}

function readNote(line: number, written: Note['written']): Blocks {
  const { blocks, problem } = readBlocks(written.map(({ text }) => text).join('\n'), line);
  const moved = (place: { line: number; column: number }) => ({
    line: place.line,
    column: place.column + (written[place.line - line]?.before.length ?? 0),
  });
  const move = (node: Nodes): void => {
    if (node.position !== undefined) {
      node.position = { start: moved(node.position.start), end: moved(node.position.end) };
    }
    if ('children' in node) for (const child of node.children) move(child);
  };
  for (const block of blocks) move(block);
  return { blocks, problem };
}
