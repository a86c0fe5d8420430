import type { BodyPart } from './body-parts.ts';
import { plainText } from './inline-text.ts';
import { kindOfHeading } from './item-kind.ts';
import { type PhaseHeading, readPhaseHeading } from './phase-heading.ts';
import type { UncountedPhase } from './plan.ts';
import type { Range } from './position.ts';
import { isAsideSection, isOtherSection, isPhasesSection } from './section-names.ts';

export interface FoundPhases {
  readonly phases: readonly PhaseSection[];
  /** What looks like a phase, or stands among them, and is none; they may hold no item. */
  readonly uncounted: readonly UncountedSection[];
}

export interface UncountedSection extends Pick<UncountedPhase, 'why' | 'countedUnder' | 'range'> {
  /** null where it is not read as a phase. */
  readonly heading: PhaseHeading | null;
  /** Markdown, as it is written. */
  readonly text: string;
  /** It is told although it holds no item. */
  readonly isInList: boolean;
  readonly from: number;
  readonly to: number;
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

/**
 * The phases of a body: below the first H2 that is a container of phases, else the H2 headings that are phases
 * themselves. Of two with the same word and number the first counts. Empty when there are none.
 */
export function findPhases(parts: readonly BodyPart[]): FoundPhases {
  const headings = parts.flatMap((part, index) =>
    part.kind === 'heading' ? [{ index, depth: part.depth, text: part.text, range: part.range }] : [],
  );
  const containers = containersAmong(headings);
  for (const { heading, contained } of containers) {
    const list = phasesAmong(contained, headings, parts.length, { isAmongPhases: true });
    if (list.phases.length > 0) return withUncounted(list, heading, containers, headings, parts.length);
  }
  const ofSecondLevel = headings.filter(({ depth }) => depth === 2);
  const list = phasesAmong(ofSecondLevel, headings, parts.length, { isAmongPhases: false });
  return withUncounted(list, null, containers, headings, parts.length);
}

interface Container {
  readonly heading: Heading;
  /** The headings below it. */
  readonly contained: readonly Heading[];
}

function containersAmong(headings: readonly Heading[]): readonly Container[] {
  const containers: Container[] = [];
  let end = headings.length;
  for (const [place, heading] of [...headings.entries()].toReversed()) {
    if (heading.depth > 2) continue;
    if (heading.depth === 2 && isPhasesSection(plainText(heading.text))) {
      containers.push({ heading, contained: headings.slice(place + 1, end) });
    }
    end = place;
  }
  return containers.toReversed();
}

interface PhaseList {
  readonly phases: readonly PhaseSection[];
  /** Of the headings that are phases. */
  readonly level: number;
}

/** The phase headings of the highest level among `candidates`; deeper ones are parts of theirs. */
function phasesAmong(
  candidates: readonly Heading[],
  headings: readonly Heading[],
  length: number,
  place: { readonly isAmongPhases: boolean },
): PhaseList {
  const found = candidates.flatMap((heading) => {
    const phase = readPhaseHeading(heading.text, place);
    return phase === null ? [] : [{ heading, phase }];
  });
  if (found.length === 0) return { phases: [], level: Number.POSITIVE_INFINITY };
  const level = found.reduce(
    (least, { heading }) => Math.min(least, heading.depth),
    Number.POSITIVE_INFINITY,
  );
  const ends = endsOf(headings, length);
  const phases = new Map<string, PhaseSection>();
  for (const { heading, phase } of found) {
    if (heading.depth !== level || phases.has(idOf(phase))) continue;
    const { index: from, range } = heading;
    phases.set(idOf(phase), { heading: phase, range, from, to: ends.get(from) ?? length });
  }
  return { phases: [...phases.values()], level };
}

const idOf = ({ word, number }: PhaseHeading): string => `${word} ${number}`;

/** @param under the heading over the phases that count; null where they are headings of the second level. */
function withUncounted(
  { phases, level }: PhaseList,
  under: Heading | null,
  containers: readonly Container[],
  headings: readonly Heading[],
  length: number,
): FoundPhases {
  if (phases.length === 0) return { phases, uncounted: [] };
  const inLists = new Set(containers.flatMap(({ contained }) => contained));
  const amongCounted = new Set(
    under === null ? headings.filter(({ depth }) => depth === 2) : containedIn(under, containers),
  );
  const ids = new Set(phases.map(({ heading }) => idOf(heading)));
  const ends = endsOf(headings, length);
  const countedUnder = under === null ? null : plainText(under.text);
  const uncounted: UncountedSection[] = [];
  const holdsCounted = (from: number, to: number): boolean =>
    phases.some((counted) => counted.from > from && counted.from < to);
  let isOther = false;
  let end = 0;
  let next = 0;
  for (const heading of headings) {
    const { index: from, depth, text, range } = heading;
    const name = plainText(text);
    if (depth <= 2) isOther = isOtherSection(name) || isAsideSection(name);
    while (from >= (phases[next]?.to ?? Number.POSITIVE_INFINITY)) next += 1;
    const isInside = from < end || from >= (phases[next]?.from ?? Number.POSITIVE_INFINITY);
    if (isOther || isInside) continue;
    // A title, and a part with counted phases below it, are no phase that someone wrote a level too high.
    if (depth < 2 && (next === 0 || holdsCounted(from, ends.get(from) ?? length))) continue;
    const phase = readPhaseHeading(text, { isAmongPhases: inLists.has(heading) });
    const isAmong = amongCounted.has(heading) && depth === level;
    const kind = kindOfHeading(name);
    if (phase === null && (!isAmong || under === null || kind === 'other' || isOtherSection(name))) continue;
    const why = phase === null ? 'unread' : isAmong && ids.has(idOf(phase)) ? 'twice' : 'elsewhere';
    end = ends.get(from) ?? length;
    const isInList = why === 'twice' || (phase !== null && inLists.has(heading));
    uncounted.push({ why, countedUnder, range, heading: phase, text, isInList, from, to: end });
  }
  return { phases, uncounted };
}

const containedIn = (under: Heading, containers: readonly Container[]): readonly Heading[] =>
  containers.find(({ heading }) => heading === under)?.contained ?? [];

/** Where the section of each heading ends: at the next one that is not deeper. */
function endsOf(headings: readonly Heading[], length: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const nextOfDepth: number[] = [];
  for (const { index, depth } of headings.toReversed()) {
    ends.set(
      index,
      Math.min(length, ...nextOfDepth.slice(0, depth + 1).filter((next) => next !== undefined)),
    );
    nextOfDepth[depth] = index;
  }
  return ends;
}
