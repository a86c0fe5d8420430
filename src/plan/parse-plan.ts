import { type Body, readBody } from './body.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import type { CalendarDate } from './calendar-date.ts';
import { findCheckedParents } from './checked-parents.ts';
import { plainText } from './inline-text.ts';
import { findMalformedBoxes } from './malformed-boxes.ts';
import { withReports } from './phase-report.ts';
import { spansOf } from './phase-spans.ts';
import { readPhases } from './phases.ts';
import { findPlaceholders } from './placeholders.ts';
import type { Plan } from './plan.ts';
import { firstIn } from './plan-claims.ts';
import { datesOf, lifecycleOf, ownersOf, referencesOf, relatedCodeOf, titleIn } from './plan-fields.ts';
import { planLabels } from './plan-labels.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readSelfReport } from './read-self-report.ts';
import { saidIn } from './said.ts';
import { readSections } from './sections.ts';

/**
 * Reads a plan file. Never throws, whatever the text: what cannot be read is said in the plan. Where a task has the
 * day on which it was completed, that day must have come by `today`; null: any day has.
 */
export function parsePlan(path: string, source: string, today: CalendarDate | null = null): Plan {
  const text = withoutByteOrderMark(source);
  const frontMatter = readFrontMatter(text);
  const { data } = frontMatter;
  const body = readBody(text, frontMatter.lineCount);
  const { phases, otherItems, found } = readPhases(body, today);
  const spans = spansOf(found, body);
  const sections = readSections(body.outline, spans);
  const labels = planLabels(sections);
  const selfReport = readSelfReport(sections, labels);
  const dates = datesOf(data);
  return {
    path,
    text,
    frontMatter,
    title: titleIn(data) ?? firstTitle(body) ?? fileName(path),
    lifecycle: lifecycleOf(data),
    owner: ownersOf(data),
    dates,
    references: referencesOf(frontMatter),
    relatedCode: relatedCodeOf(frontMatter),
    phases: withReports(phases, sections, spans, selfReport.timeline.start ?? dates.created),
    otherItems,
    placeholders: findPlaceholders(text, frontMatter, body),
    bodyProblem: body.problem,
    reviewCadence: firstIn(
      labels.filter(({ name }) => name === 'review cadence'),
      ({ value }) => saidIn(value.text),
    ),
    selfReport,
    duplicatePhases: found.duplicates,
    malformedBoxes: findMalformedBoxes(body.outline),
    checkedParents: findCheckedParents(body.outline),
    unclosedFence: body.unclosedFence,
  };
}

function firstTitle({ parts }: Body): string | null {
  const heading = parts.find((part) => part.kind === 'heading' && part.depth === 1);
  return heading?.kind === 'heading' ? plainText(heading.text) || null : null;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
