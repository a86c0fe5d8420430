import { LineCounter, parseDocument } from 'yaml';
import type { FrontMatterProblem } from './front-matter.ts';
import { FILE_START } from './position.ts';
import { explainYamlErrors } from './yaml-errors.ts';
import { EMPTY_TREE, readYamlTree, type YamlTree } from './yaml-tree.ts';

/** Bounds of the block: far above what people write, far below what hurts. */
export const MAX_FRONT_MATTER_CHARACTERS = 65_536;
export const MAX_FRONT_MATTER_LINES = 2_000;

/**
 * Reads a block of YAML 1.2 (core schema: dates stay strings) whose first line is line 1 of the file.
 * Never throws. The data are empty when there are problems.
 */
export function readYamlBlock(block: string): YamlTree {
  const problem = blockSizeProblem(block) ?? conflict(block);
  if (problem !== null) return unreadable([problem]);
  try {
    return parseBlock(block);
  } catch (error) {
    return unreadable([caughtProblem(error)]);
  }
}

function parseBlock(block: string): YamlTree {
  const lines = new LineCounter();
  const document = parseDocument(block, {
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // Compared in pairs there, which is slow for many keys: the tree is searched afterwards.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  if (document.errors.length > 0) return unreadable(explainYamlErrors(document.errors, block));
  const end = documentEnd(block);
  return end === null ? readYamlTree(document.contents, block, lines) : unreadable([end]);
}

/** A block that is too large to be read at all; to be asked before anything else looks at it. */
export function blockSizeProblem(block: string): FrontMatterProblem | null {
  if (block.length > MAX_FRONT_MATTER_CHARACTERS) {
    return tooComplex(`longer than ${MAX_FRONT_MATTER_CHARACTERS} characters`);
  }
  return block.split('\n').length > MAX_FRONT_MATTER_LINES
    ? tooComplex(`longer than ${MAX_FRONT_MATTER_LINES} lines`)
    : null;
}

/** The marks that git leaves where two sides changed the same lines; nothing of YAML begins a line with them. */
function conflict(block: string): FrontMatterProblem | null {
  const lines = block.split('\n');
  const index = lines.findIndex((text) => /^(?:<{7}|\|{7}|>{7})(?:\s|$)/.test(text));
  if (index === -1) return null;
  const line = index + 1;
  const range = {
    start: { line, column: 1 },
    end: { line, column: (lines[index] ?? '').trimEnd().length + 1 },
  };
  return { kind: 'conflict', detail: '', range };
}

/** A line `...` ends a YAML document: the keys below it would be lost without a word. */
function documentEnd(block: string): FrontMatterProblem | null {
  const line = block.split('\n').findIndex((text) => /^\.\.\.(?:\s|$)/.test(text)) + 1;
  if (line === 0) return null;
  const range = { start: { line, column: 1 }, end: { line, column: 4 } };
  return {
    kind: 'syntax',
    detail: 'a line "..." ends it before its closing fence: take it away',
    range,
  };
}

/** The readers of YAML and of its tree throw a RangeError for what is too deep or too large. */
function caughtProblem(error: unknown): FrontMatterProblem {
  if (error instanceof RangeError) {
    return tooComplex(error.message.includes('call stack') ? 'nested too deeply' : error.message);
  }
  const [message = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return {
    kind: 'syntax',
    detail: `the reader of YAML fails ("${message}"): write it more simply`,
    range: FILE_START,
  };
}

const tooComplex = (detail: string): FrontMatterProblem => ({
  kind: 'too-complex',
  detail,
  range: FILE_START,
});

const unreadable = (problems: readonly FrontMatterProblem[]): YamlTree => ({ ...EMPTY_TREE, problems });
