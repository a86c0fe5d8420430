import { LineCounter, type YAMLError } from 'yaml';
import type { FrontMatterProblem } from './front-matter.ts';
import { FILE_START, type Range } from './position.ts';
import { cureOf } from './yaml-cures.ts';
import { rangeBetween } from './yaml-range.ts';

/** Errors of one line that are looked at: a line may be as long as the whole block. */
const MAX_ERRORS_OF_LINE = 20;

/** The part before the second `: ` is the key whose value wants quotes. */
const KEY_AND_VALUE = /^[ \t]*(?:- +)?([^\s:#'"[\]{},&*!|>%@`-][^:#'"[\]{}]{0,100}):[ \t]+([^\s'"[{|>#].*)$/;

/**
 * Says what the errors of the YAML reader come from, in the order of the file.
 * A cause that is known by name stands alone: the reader's other errors are its echoes.
 */
export function explainYamlErrors(
  errors: readonly YAMLError[],
  block: string,
): readonly FrontMatterProblem[] {
  const place = placesIn(block);
  const problems = firstOfLines(errors, place).map((error) => explain(error, block, place));
  const named = problems.filter(({ kind }) => kind !== 'syntax');
  return withoutRepetition(named.length > 0 ? named : problems.slice(0, 1));
}

function firstOfLines(errors: readonly YAMLError[], place: Places): readonly YAMLError[] {
  const seen = new Map<number, number>();
  return errors.filter(({ pos: [from] }) => {
    const { line } = place(from, from).start;
    const count = (seen.get(line) ?? 0) + 1;
    seen.set(line, count);
    return count <= MAX_ERRORS_OF_LINE;
  });
}

type Places = (from: number, to: number) => Range;

function placesIn(block: string): Places {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let feed = block.indexOf('\n'); feed !== -1; feed = block.indexOf('\n', feed + 1)) {
    lines.addNewLine(feed + 1);
  }
  return (from, to) => rangeBetween(from, to, block, lines);
}

function explain(error: YAMLError, block: string, place: Places): FrontMatterProblem {
  if (error.code === 'RESOURCE_EXHAUSTION') {
    return { kind: 'too-complex', detail: 'nested too deeply', range: FILE_START };
  }
  return (
    tabProblem(error, block, place) ??
    atSignProblem(error, block, place) ??
    colonProblem(error, block, place) ?? {
      kind: 'syntax',
      detail: cureOf(error.code, error.message),
      range: place(error.pos[0], error.pos[1]),
    }
  );
}

/** A tab in front of the text, on the line of the error or, for values over several lines, on the one after it. */
function tabProblem(error: YAMLError, block: string, place: Places): FrontMatterProblem | null {
  for (const line of [lineAround(block, error.pos[0]), lineAround(block, error.pos[1])]) {
    const indent = /^[ \t]*/.exec(line.text)?.[0] ?? '';
    const tab = line.start + indent.indexOf('\t');
    if (indent.includes('\t') && line.text.trim() !== '') {
      const { start } = place(tab, tab);
      return { kind: 'tab', detail: '', range: { start, end: { ...start, column: start.column + 1 } } };
    }
  }
  return null;
}

function atSignProblem(error: YAMLError, block: string, place: Places): FrontMatterProblem | null {
  const at = error.pos[0];
  if (error.code !== 'BAD_SCALAR_START' || block[at] !== '@') return null;
  const line = lineAround(block, at);
  const inFlow = /[[{]/.test(line.text.slice(0, at - line.start));
  const rest = line.text.slice(at - line.start);
  const value = (inFlow ? rest.split(/[,\]}]/)[0] : rest.split(/\s#/)[0])?.trim() ?? '';
  return { kind: 'at-sign', detail: value, range: place(at, at + value.length) };
}

function colonProblem(error: YAMLError, block: string, place: Places): FrontMatterProblem | null {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return null;
  const line = lineAround(block, error.pos[0]);
  const match = KEY_AND_VALUE.exec(line.text);
  const [, key = '', value = ''] = match ?? [];
  if (match === null || !/:(?:\s|$)/.test(value)) return null;
  const start = line.start + line.text.length - value.length;
  return { kind: 'colon', detail: key.trim(), range: place(start, start + value.length) };
}

function lineAround(block: string, offset: number): { readonly start: number; readonly text: string } {
  const start = block.lastIndexOf('\n', offset - 1) + 1;
  const feed = block.indexOf('\n', start);
  const text = block.slice(start, feed === -1 ? block.length : feed);
  return { start, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}

/** Of the problems of one kind on one line the first. */
function withoutRepetition(problems: readonly FrontMatterProblem[]): readonly FrontMatterProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ kind, range }) => {
    const id = `${kind} ${range.start.line}`;
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst;
  });
}
