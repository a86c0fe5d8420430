import { NASTY_PIECES } from './nasty-pieces.ts';
import type { Random } from './random.ts';

/** Characters: far above a real plan, and little enough for many cases a second. */
const MAX_LENGTH = 60_000;
const MAX_STEPS = 8;
const MAX_COPIES = 400;

type Mutation = (text: string, random: Random, donor: string) => string;

const linesOf = (text: string): string[] => text.split('\n');

/** Some neighbouring lines: where they begin, and behind which one they end. */
function stretch(lines: readonly string[], { upTo }: Random): readonly [number, number] {
  const from = upTo(lines.length);
  return [from, Math.min(lines.length, from + 1 + upTo(1 + upTo(20)))];
}

function insert(text: string, piece: string, { upTo }: Random): string {
  const at = upTo(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Pieces do most at the start of a line. */
function insertAtLine(text: string, piece: string, { upTo }: Random): string {
  const lines = linesOf(text);
  const at = upTo(lines.length);
  lines[at] = piece + (lines[at] ?? '');
  return lines.join('\n');
}

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  function removeLines(text, random) {
    const lines = linesOf(text);
    const [from, to] = stretch(lines, random);
    return [...lines.slice(0, from), ...lines.slice(to)].join('\n');
  },
  function doubleLines(text, random) {
    const lines = linesOf(text);
    const [from, to] = stretch(lines, random);
    return [...lines.slice(0, to), ...lines.slice(from)].join('\n');
  },
  function moveLines(text, random) {
    const lines = linesOf(text);
    const [from, to] = stretch(lines, random);
    const taken = lines.splice(from, to - from);
    lines.splice(random.upTo(lines.length + 1), 0, ...taken);
    return lines.join('\n');
  },
  function takeFromAnother(text, random, donor) {
    const lines = linesOf(text);
    const others = linesOf(donor);
    const [from, to] = stretch(others, random);
    lines.splice(random.upTo(lines.length + 1), 0, ...others.slice(from, to));
    return lines.join('\n');
  },
  function continueAsAnother(text, { upTo }, donor) {
    return text.slice(0, upTo(text.length + 1)) + donor.slice(upTo(donor.length + 1));
  },
  function flipCharacter(text, { upTo }) {
    const at = upTo(text.length);
    const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << upTo(7)));
    return text === '' ? text : text.slice(0, at) + flipped + text.slice(at + 1);
  },
  function removeCharacters(text, { upTo }) {
    const at = upTo(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + upTo(8));
  },
  (text, random) => insert(text, random.pick(NASTY_PIECES), random),
  (text, random) => insertAtLine(text, random.pick(NASTY_PIECES), random),
  (text, random) => insertAtLine(text, random.pick(NASTY_PIECES), random),
  function repeatPiece(text, random) {
    const piece = random.pick(NASTY_PIECES).repeat(1 + random.upTo(1 + random.upTo(MAX_COPIES)));
    return insertAtLine(text, piece, random);
  },
  function indentLines(text, random) {
    const lines = linesOf(text);
    const [from, to] = stretch(lines, random);
    const indent = random.pick([' ', '  ', '    ', '\t', '> ', '- ']);
    return lines.map((line, index) => (index >= from && index < to ? indent + line : line)).join('\n');
  },
  function tick(text, { upTo }) {
    const boxes = [...text.matchAll(/\[[ xX]\]/g)];
    const box = boxes[upTo(boxes.length)];
    if (box === undefined) return text;
    return `${text.slice(0, box.index)}${box[0] === '[ ]' ? '[x]' : '[ ]'}${text.slice(box.index + 3)}`;
  },
  function windowsEnds(text, { upTo }) {
    return upTo(3) === 0 ? text.replaceAll(/\r?\n/g, '\r\n') : text;
  },
];

/**
 * A text that is some steps away from another one.
 * @param donor lends lines.
 */
export function mutate(text: string, random: Random, donor: string): string {
  let mutated = text;
  for (let left = 1 + random.upTo(MAX_STEPS); left > 0; left--) {
    mutated = random.pick(MUTATIONS)(mutated, random, donor).slice(0, MAX_LENGTH);
  }
  return mutated;
}
