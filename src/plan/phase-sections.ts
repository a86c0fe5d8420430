import type { BodyPart } from './body-parts.ts';
import { plainText } from './inline-text.ts';
import { type PhaseHeading, readPhaseHeading } from './phase-heading.ts';
import type { DuplicatePhase } from './plan.ts';
import type { Range } from './position.ts';

export interface FoundPhases {
  readonly phases: readonly PhaseSection[];
  /** Headings of phases whose word and number an earlier one has. */
  readonly duplicates: readonly DuplicatePhase[];
}

/** A phase among the parts of a body: its heading at `from`, its end (exclusive) at `to`. */
export interface PhaseSection {
  readonly heading: PhaseHeading;
  readonly range: Range;
  readonly from: number;
  readonly to: number;
}

interface Heading {
  readonly index: number;
  readonly depth: number;
  readonly text: string;
  readonly range: Range;
}

const CONTAINER =
  /^(?:implementation phases|phase plan|phases|implementation plan|implementation tasks|roadmap|work ?plan|milestones)(?![\p{L}\p{N}])/u;
const OTHER =
  /^(?:roll-?out|roll-?back|update log|change ?log|progress tracking|testing|test (?:plan|strategy)|success metrics|review schedule|review check ?list)(?![\p{L}\p{N}])/u;

const TASK_LIST =
  /^(?:(?:implementation|development|project|plan|work|remaining|open|current|overall) )?(?:progress|tasks?(?: ?list)?|to[ -]?dos?(?: list)?|check ?lists?|work ?items?|action items?)\s*(?:$|[(:–—-])/u;

/** Such a heading says that the boxes below it are the plan's work. `text` is plain. */
export const isTaskListSection = (text: string): boolean => TASK_LIST.test(sectionName(text));

/**
 * What stands under such an H2 is never part of progress. `text` is plain. A numbered "4. Testing" is one group of
 * tasks among others, where a plan has no phases.
 */
export const isOtherSection = (text: string): boolean =>
  !/^[^\p{L}]*\d/u.test(text) && OTHER.test(sectionName(text));

/**
 * The phases of a body: below the first H2 that is a container of phases, else the H2 headings that are phases
 * themselves. Of two with the same word and number the first counts. Empty when there are none.
 */
export function findPhases(parts: readonly BodyPart[]): FoundPhases {
  const headings = parts.flatMap((part, index) =>
    part.kind === 'heading' ? [{ index, depth: part.depth, text: part.text, range: part.range }] : [],
  );
  for (const [place, heading] of headings.entries()) {
    if (heading.depth !== 2 || !CONTAINER.test(sectionName(plainText(heading.text)))) continue;
    const below = headings.slice(place + 1);
    const end = below.findIndex(({ depth }) => depth <= 2);
    const contained = phasesAmong(end === -1 ? below : below.slice(0, end), below, parts.length, {
      isAmongPhases: true,
    });
    if (contained.phases.length > 0) return contained;
  }
  return phasesAmong(
    headings.filter(({ depth }) => depth === 2),
    headings,
    parts.length,
    { isAmongPhases: false },
  );
}

/** The phase headings of the highest level among `candidates`; deeper ones are parts of theirs. */
function phasesAmong(
  candidates: readonly Heading[],
  headings: readonly Heading[],
  length: number,
  place: { readonly isAmongPhases: boolean },
): FoundPhases {
  const found = candidates.flatMap((heading) => {
    const phase = readPhaseHeading(heading.text, place);
    return phase === null ? [] : [{ heading, phase }];
  });
  const level = found.reduce(
    (least, { heading }) => Math.min(least, heading.depth),
    Number.POSITIVE_INFINITY,
  );
  const ends = endsOf(headings, level, length);
  const phases = new Map<string, PhaseSection>();
  const duplicates: DuplicatePhase[] = [];
  for (const { heading, phase } of found) {
    if (heading.depth !== level) continue;
    const id = `${phase.word} ${phase.number}`;
    const { index: from, range } = heading;
    if (phases.has(id)) duplicates.push({ number: phase.number, name: phase.name, range });
    else phases.set(id, { heading: phase, range, from, to: ends.get(from) ?? length });
  }
  return { phases: [...phases.values()], duplicates };
}

/** Where the section of each heading of `level` ends: at the next one that is not deeper. */
function endsOf(headings: readonly Heading[], level: number, length: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let end = length;
  for (const { index, depth } of headings.toReversed()) {
    if (depth > level) continue;
    ends.set(index, end);
    end = index;
  }
  return ends;
}

/** Without signs and numbering in front, in small letters. */
export const sectionName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s+/g, ' ');
