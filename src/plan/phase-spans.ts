import type { Body } from './body.ts';
import type { FoundPhases } from './phase-sections.ts';
import type { PhaseSpan } from './sections.ts';

/** The lines of the phases that were found, in the order of the file. */
export const spansOf = ({ phases }: FoundPhases, { parts }: Body): readonly PhaseSpan[] =>
  phases.map(({ heading: { word, number, name }, range, to }) => {
    const end = parts[to];
    return {
      word,
      number,
      name,
      line: range.start.line,
      endLine: end?.kind === 'heading' ? end.range.start.line : Number.POSITIVE_INFINITY,
    };
  });
