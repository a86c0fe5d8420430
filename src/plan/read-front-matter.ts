import matter from 'gray-matter';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import { closingFenceIsForgotten } from './forgotten-fence.ts';
import type { FrontMatter, FrontMatterProblem } from './front-matter.ts';
import { type Fence, findFence } from './front-matter-fence.ts';
import { inOurWords, type WrittenFrontMatter } from './in-our-words.ts';
import type { Range } from './position.ts';
import { OUR_VOCABULARY, type Vocabulary } from './vocabulary.ts';
import { blockSizeProblem, readYamlBlock } from './yaml-block.ts';
import { NO_PLACES } from './yaml-places.ts';
import { EMPTY_TREE, type YamlTree } from './yaml-tree.ts';

/** Languages that gray-matter reads by itself, under all their names; one of them it would execute. */
const REFUSED_LANGUAGES = ['javascript', 'js', 'json', 'coffee', 'coffeescript', 'cson', 'toml'] as const;

/**
 * Reads the front matter of a file: YAML between two whole lines `---`, the first of them on line 1.
 * Never throws and never executes: another language is a problem, like everything that cannot be read.
 */
export const readFrontMatter = (text: string, vocabulary: Vocabulary = OUR_VOCABULARY): FrontMatter =>
  inOurWords(readWritten(withoutByteOrderMark(text)), vocabulary);

function readWritten(content: string): WrittenFrontMatter {
  const fence = findFence(content);
  switch (fence.kind) {
    case 'none':
      return { state: 'missing', written: {}, problems: [], lineCount: 0, ...NO_PLACES };
    case 'unclosed':
      return unreadable([unclosed(content)], 0);
    case 'labelled':
      return unreadable([labelProblem(fence.label, content)], fence.lineCount);
    case 'closed':
      return readClosed(fence, content);
    default:
      return fence satisfies never;
  }
}

const unreadable = (problems: readonly FrontMatterProblem[], lineCount: number): WrittenFrontMatter => ({
  state: 'unreadable',
  written: {},
  problems,
  lineCount,
  ...NO_PLACES,
});

const unclosed = (text: string): FrontMatterProblem => ({
  kind: 'unclosed',
  detail: '',
  range: lineRange(text, 1),
});

function labelProblem(label: string, text: string): FrontMatterProblem {
  const range = lineRange(text, 1);
  return /^[\w+#-]+$/.test(label) && !/^ya?ml$/i.test(label)
    ? { kind: 'other-language', detail: label, range }
    : {
        kind: 'syntax',
        detail: 'the first line must be "---" and nothing else: take the rest of it away',
        range,
      };
}

function readClosed(
  { block, lineCount }: Extract<Fence, { kind: 'closed' }>,
  text: string,
): WrittenFrontMatter {
  const problem = blockSizeProblem(block) ?? earlyEnd(block, text);
  if (problem !== null) return unreadable([problem], lineCount);
  const { data, problems, ...places } = readWithGrayMatter(block);
  if (problems.length === 0) return { state: 'read', written: data, problems, lineCount, ...places };
  return closingFenceIsForgotten(block, problems)
    ? unreadable([unclosed(text)], 0)
    : unreadable(problems, lineCount);
}

/** gray-matter ends the block at any line that begins with the fence: where it would disagree, the file is to be mended. */
function earlyEnd(block: string, text: string): FrontMatterProblem | null {
  const cut = block.indexOf('\n---');
  if (cut === -1) return null;
  const line = block.slice(0, cut + 1).split('\n').length;
  const detail = 'a line that begins with "---" would end it early: indent it, or take it away';
  return { kind: 'syntax', detail, range: lineRange(text, line) };
}

/** An engine of our own for YAML; options always, because without them gray-matter hands out one cached object. */
function readWithGrayMatter(block: string): YamlTree {
  let tree = EMPTY_TREE;
  const yaml = (source: string): object => {
    tree = readYamlBlock(`${source}\n`);
    return {};
  };
  matter(`---${block}\n---\n`, { language: 'yaml', engines: { ...REFUSALS, yaml, yml: yaml } });
  return tree;
}

const refuse = (): never => {
  throw new Error('Only YAML is read.');
};

const REFUSALS = Object.fromEntries(REFUSED_LANGUAGES.map((language) => [language, refuse]));

function lineRange(text: string, line: number): Range {
  const length = (text.split('\n', line)[line - 1] ?? '').replace(/\r$/, '').length;
  return { start: { line, column: 1 }, end: { line, column: length + 1 } };
}
