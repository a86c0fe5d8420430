import { plainText } from './inline-text.ts';
import type { Heading, OutlineBlock } from './outline.ts';
import { sectionName } from './section-names.ts';

export type SectionBlock = Exclude<OutlineBlock, Heading>;

/** What stands right below one heading, without the sections below it. */
export interface Section {
  /** null above the first heading. */
  readonly heading: Heading | null;
  /** Names of the headings around it and its own, from the second level on, in small letters; its own is last. */
  readonly names: readonly string[];
  /** Above the first heading of the second level or deeper. */
  readonly isHeader: boolean;
  /** The phase it stands in; null outside. */
  readonly phase: PhaseSpan | null;
  readonly blocks: readonly SectionBlock[];
}

/** The lines of a phase: of its heading, and of the one that ends it. */
export interface PhaseSpan {
  readonly word: string;
  readonly number: string;
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

/** What stands there was once true. */
const HISTORY = /^(?:update log|change ?log|revision (?:history|log|notes)|history|updates)(?![\p{L}\p{N}])/u;

export const isHistory = ({ names }: Section): boolean => names.some((name) => HISTORY.test(name));

/** It speaks of the plan as a whole, and as of now. */
export const isOfPlan = (section: Section): boolean => section.phase === null && !isHistory(section);

/** Cuts a body at its headings. `spans` in the order of the file. */
export function readSections(
  outline: readonly OutlineBlock[],
  spans: readonly PhaseSpan[],
): readonly Section[] {
  const sections: Section[] = [];
  const add = (section: Omit<Section, 'blocks'>): SectionBlock[] => {
    const below: SectionBlock[] = [];
    sections.push({ ...section, blocks: below });
    return below;
  };
  let below = add({ heading: null, names: [], isHeader: true, phase: null });
  let path: readonly { readonly depth: number; readonly name: string }[] = [];
  let next = 0;
  for (const block of outline) {
    if (block.kind !== 'heading') {
      below.push(block);
      continue;
    }
    const name = sectionName(plainText(block.line.text));
    path = [...path.filter(({ depth }) => depth < block.depth), { depth: block.depth, name }];
    while (block.line.line >= (spans[next]?.endLine ?? Number.POSITIVE_INFINITY)) next += 1;
    const span = spans[next];
    below = add({
      heading: block,
      names: path.filter(({ depth }) => depth > 1).map((outer) => outer.name),
      isHeader: block.depth === 1 && sections.at(-1)?.isHeader === true,
      phase: span !== undefined && block.line.line >= span.line ? span : null,
    });
  }
  return sections;
}
