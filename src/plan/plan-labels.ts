import { type Label, labelsOf } from './labels.ts';
import { isOfPlan, type Section } from './sections.ts';

/** A label that speaks of the plan as a whole, and of now. */
export interface PlanLabel extends Label {
  readonly section: Section;
}

/** In the order of the file: neither inside the phases nor in the log of what once was. */
export const planLabels = (sections: readonly Section[]): readonly PlanLabel[] =>
  sections
    .filter(isOfPlan)
    .flatMap((section) => section.blocks.flatMap(labelsOf).map((label) => ({ ...label, section })));

/** Where a plan speaks of how it stands, and not of something else that can be complete or late. */
const SUMMARY =
  /\b(?:progress|status|summary|overview|tracking|health|timeline|schedule)\b|^(?:current )?state\b/;

export const isInSummary = ({ section: { isHeader, names } }: PlanLabel): boolean =>
  isHeader || names.some((name) => SUMMARY.test(name));
