import { type Alias, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { FrontMatterProblem } from './front-matter.ts';
import { FILE_START, type Range } from './position.ts';
import { withoutUnseen } from './unseen.ts';
import { NO_PLACES, type Place, type PlacesOfKeys, placesIn } from './yaml-places.ts';
import { rangeBetween } from './yaml-range.ts';

export const MAX_FRONT_MATTER_DEPTH = 16;
export const MAX_FRONT_MATTER_ALIASES = 20;
/** Values, counted again wherever an alias repeats them. */
export const MAX_FRONT_MATTER_VALUES = 20_000;

export interface YamlTree extends PlacesOfKeys {
  /** Without what is absent: null, '', a text that nobody sees, [] and missing keys are the same. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly FrontMatterProblem[];
}

interface Read {
  /** null when absent. */
  readonly value: unknown;
  readonly isTagged: boolean;
  readonly children: ReadonlyMap<string | number, Place>;
}

/** What grows while the tree is walked. */
interface Walk {
  readonly block: string;
  readonly lines: LineCounter;
  readonly anchors: Map<string, Node>;
  readonly targets: Map<Alias, Node>;
  readonly problems: FrontMatterProblem[];
  values: number;
}

const NO_CHILDREN: Read['children'] = new Map();

export const EMPTY_TREE: YamlTree = { data: {}, problems: [], ...NO_PLACES };

/**
 * Turns parsed YAML into plain data and the places of its keys and values.
 * Throws RangeError when it is nested too deeply or repeats too much.
 */
export function readYamlTree(root: Node | null, block: string, lines: LineCounter): YamlTree {
  const walk: Walk = { block, lines, anchors: new Map(), targets: new Map(), problems: [], values: 0 };
  if (root === null || (isScalar(root) && root.value === null)) return treeOf({}, NO_CHILDREN, []);
  if (!isMap(root)) return treeOf({}, NO_CHILDREN, [notAMapping(root, walk)]);
  const { value, children } = readNode(root, 0, walk);
  const { problems } = walk;
  return treeOf(problems.length === 0 && isRecord(value) ? value : {}, children, problems);
}

const treeOf = (
  data: YamlTree['data'],
  children: Read['children'],
  problems: readonly FrontMatterProblem[],
): YamlTree => ({ data, problems, ...placesIn(children) });

function notAMapping(root: Node, walk: Walk): FrontMatterProblem {
  const { start } = rangeOfNode(root, walk);
  return { kind: 'not-a-mapping', detail: '', range: { start, end: start } };
}

function readNode(node: unknown, depth: number, walk: Walk): Read {
  walk.values += 1;
  if (walk.values > MAX_FRONT_MATTER_VALUES)
    throw new RangeError(`more than ${MAX_FRONT_MATTER_VALUES} values, with what aliases repeat`);
  if (depth > MAX_FRONT_MATTER_DEPTH) throw new RangeError('nested too deeply');
  if (isAlias(node)) return readAlias(node, depth, walk);
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
    walk.anchors.set(node.anchor, node);
  }
  if (isMap(node)) return readMapping(node.items, depth, walk);
  if (isSeq(node)) return readSequence(node.items, depth, walk);
  const value = isScalar(node) ? node.value : null;
  const isTagged = isScalar(node) && typeof value === 'string' && node.tag !== undefined && node.tag !== TEXT;
  return { value: plainValue(value, node), isTagged, children: NO_CHILDREN };
}

/** `.inf`, `.nan` and `1e400` are no numbers that anybody counts with. */
function plainValue(value: unknown, node: unknown): unknown {
  if (value === '') return null;
  return typeof value === 'number' && !Number.isFinite(value) && isScalar(node)
    ? (node.source ?? String(value))
    : value;
}

const TEXT = 'tag:yaml.org,2002:str';

/** Reads the node an alias stands for: the last one of its name above it. */
function readAlias(alias: Alias, depth: number, walk: Walk): Read {
  const target = walk.targets.get(alias) ?? walk.anchors.get(alias.source);
  if (target === undefined) {
    const detail = `the alias "*${alias.source}" names nothing above it: put quotes around a value that begins with "*"`;
    walk.problems.push({ kind: 'syntax', detail, range: rangeOfNode(alias, walk) });
    return { value: null, isTagged: false, children: NO_CHILDREN };
  }
  walk.targets.set(alias, target);
  if (walk.targets.size > MAX_FRONT_MATTER_ALIASES) {
    throw new RangeError(`more than ${MAX_FRONT_MATTER_ALIASES} aliases`);
  }
  return readNode(target, depth + 1, walk);
}

function readMapping(pairs: readonly Pair<unknown, unknown>[], depth: number, walk: Walk): Read {
  const entries: [string, unknown][] = [];
  const children = new Map<string | number, Place>();
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
    const keyRange = rangeOfNode(pair.key, walk);
    if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
      walk.problems.push({ kind: 'merge-key', detail: '', range: keyRange });
      continue;
    }
    if (children.has(key)) {
      walk.problems.push({ kind: 'duplicate-key', detail: key, range: keyRange });
      continue;
    }
    const read = readNode(pair.value, depth + 1, walk);
    if (read.value !== null && !isUnseen(read.value)) entries.push([key, read.value]);
    const value = isEmptyNode(pair.value) ? keyRange : rangeOfNode(pair.value, walk);
    children.set(key, { key: keyRange, value, isTagged: read.isTagged, children: read.children });
  }
  // Defines own properties, so that a key like __proto__ is a key and nothing else.
  return { value: Object.fromEntries(entries), isTagged: false, children };
}

function readSequence(nodes: readonly unknown[], depth: number, walk: Walk): Read {
  const members: unknown[] = [];
  const children = new Map<string | number, Place>();
  for (const node of nodes) {
    const read = readNode(node, depth + 1, walk);
    if (read.value === null) continue;
    const { isTagged } = read;
    children.set(members.length, {
      ...{ key: null, value: rangeOfNode(node, walk), isTagged },
      children: read.children,
    });
    members.push(read.value);
  }
  return { value: members.length === 0 ? null : members, isTagged: false, children };
}

/** A text of which nobody sees anything, or only what a sign in front of it takes on, or a font of one's own shows. What such a member of a list is, the rules about lists say. */
const isUnseen = (value: unknown): boolean =>
  typeof value === 'string' && /^[\s\p{M}\p{Co}]*$/u.test(withoutUnseen(value));

const isEmptyNode = (node: unknown): boolean =>
  node === null || (isScalar(node) && (node.source ?? '') === '' && node.value === null);

function rangeOfNode(node: unknown, { block, lines }: Walk): Range {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
  return range ? rangeBetween(range[0], range[1], block, lines) : FILE_START;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
