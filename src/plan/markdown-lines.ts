import type { Nodes } from 'mdast';
import type { Position } from './position.ts';

/** Lines as Markdown has them: a lone carriage return ends one as well, but not a line of the file. */
export interface MarkdownLines {
  readonly lines: readonly string[];
  /** Where a column of one of the lines (0-based `index`) stands in the file. */
  readonly placeOf: (index: number, column: number) => Position;
}

/** `firstLine` is the line of the file on which the text begins. A CRLF keeps its carriage return. */
export function splitLines(text: string, firstLine: number): MarkdownLines {
  const ofFile = text.split('\n');
  if (!LONE_RETURN.test(text)) {
    return { lines: ofFile, placeOf: (index, column) => ({ line: firstLine + index, column }) };
  }
  const starts: Position[] = [];
  const lines = ofFile.flatMap((whole, index) => {
    let column = 1;
    return whole.split(LONE_RETURN).map((line) => {
      starts.push({ line: firstLine + index, column });
      column += line.length + 1;
      return line;
    });
  });
  return {
    lines,
    placeOf: (index, column) => {
      const start = starts[index] ?? { line: firstLine + ofFile.length, column: 1 };
      return { line: start.line, column: start.column + column - 1 };
    },
  };
}

const LONE_RETURN = /\r(?!\n|$)/;

/** Moves nodes that were read from line `start` (0-based) on to where they stand in the file. */
export function placed<Node extends Nodes>(
  nodes: readonly Node[],
  start: number,
  { placeOf }: MarkdownLines,
): readonly Node[] {
  const move = (node: Nodes): void => {
    if (node.position !== undefined) {
      const { start: from, end: to } = node.position;
      node.position = {
        start: placeOf(start + from.line - 1, from.column),
        end: placeOf(start + to.line - 1, to.column),
      };
    }
    if ('children' in node) for (const child of node.children) move(child);
  };
  for (const node of nodes) move(node);
  return nodes;
}
