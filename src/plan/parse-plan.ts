import { type Body, readBody } from './body.ts';
import { bodyLabel } from './body-label.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import { plainText } from './inline-text.ts';
import { readPhases } from './phases.ts';
import { findPlaceholders } from './placeholders.ts';
import type { Plan } from './plan.ts';
import { datesOf, lifecycleOf, ownersOf, referencesOf, titleIn } from './plan-fields.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { NOTHING_REPORTED } from './self-report.ts';

/** Reads a plan file. Never throws, whatever the text: what cannot be read is said in the plan. */
export function parsePlan(path: string, source: string): Plan {
  const text = withoutByteOrderMark(source);
  const frontMatter = readFrontMatter(text);
  const { data } = frontMatter;
  const body = readBody(text, frontMatter.lineCount);
  return {
    path,
    text,
    frontMatter,
    title: titleIn(data) ?? firstTitle(body) ?? fileName(path),
    lifecycle: lifecycleOf(data),
    owner: ownersOf(data),
    dates: datesOf(data),
    references: referencesOf(frontMatter),
    ...readPhases(body),
    placeholders: findPlaceholders(text, frontMatter, body),
    bodyProblem: body.problem,
    reviewCadence: bodyLabel(text, body, 'Review cadence'),
    selfReport: NOTHING_REPORTED,
    duplicatePhases: [],
    malformedBoxes: [],
    checkedParents: [],
  };
}

function firstTitle({ parts }: Body): string | null {
  const heading = parts.find((part) => part.kind === 'heading' && part.depth === 1);
  return heading?.kind === 'heading' ? plainText(heading.text) || null : null;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
