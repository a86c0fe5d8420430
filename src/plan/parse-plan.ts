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
import { OUR_VOCABULARY, type Vocabulary } from './vocabulary.ts';
import { readWaivers } from './waivers.ts';

export interface ReadingOptions {
  /** Where a task has the day on which it was completed, that day must have come by `today`; null: any day has. */
  readonly today?: CalendarDate | null;
  /** Default: nothing but our own words. */
  readonly vocabulary?: Vocabulary;
}

/** Reads a plan file. Never throws, whatever the text: what cannot be read is said in the plan. */
export const parsePlan = (path: string, source: string, options: ReadingOptions = {}): Plan =>
  planOf(sourceOf(path, source, options), bodyOf, options.today ?? null);

/**
 * What the front matter says, and the title: for rules about many plans, at a small part of the cost. Whatever stands
 * in the body is absent.
 */
export function parsePlanWithoutBody(path: string, source: string, options: ReadingOptions = {}): Plan {
  const plan = planOf(sourceOf(path, source, options), () => NO_BODY, null);
  const isNamed = titleIn(plan.frontMatter.data) !== null;
  return isNamed ? plan : { ...plan, title: firstTitle(bodyOf(plan)) ?? plan.title };
}

/** The whole of a plan that was read without its body. */
export const withBody = (plan: Plan, today: CalendarDate | null): Plan => planOf(plan, bodyOf, today);

type Source = Pick<Plan, 'path' | 'text' | 'vocabulary' | 'frontMatter'>;

function sourceOf(path: string, source: string, { vocabulary = OUR_VOCABULARY }: ReadingOptions): Source {
  const text = withoutByteOrderMark(source);
  return { path, text, vocabulary, frontMatter: readFrontMatter(text, vocabulary) };
}

const bodyOf = ({ text, frontMatter }: Source): Body => readBody(text, frontMatter.lineCount);

const NO_BODY = readBody('', 0);

function planOf(source: Source, read: (source: Source) => Body, today: CalendarDate | null): Plan {
  const { path, text, vocabulary, frontMatter } = source;
  const { data } = frontMatter;
  const body = read(source);
  const { phases, otherItems, found, uncounted, openParents, openElsewhere } = readPhases(body, today);
  const spans = spansOf(found, body);
  const sections = readSections(body.outline, spans);
  const labels = planLabels(sections);
  const selfReport = readSelfReport(sections, labels);
  const dates = datesOf(data);
  return {
    path,
    text,
    vocabulary,
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
    uncountedPhases: uncounted,
    openParents,
    openElsewhere,
    malformedBoxes: findMalformedBoxes(body.outline, text),
    checkedParents: findCheckedParents(body.outline),
    unclosedFence: body.unclosedFence,
    links: body.links.links,
    linksCutAt: body.links.cutAt,
    anchors: body.anchors,
    waivers: readWaivers(frontMatter, body.waivers),
  };
}

function firstTitle({ parts }: Body): string | null {
  const heading = parts.find((part) => part.kind === 'heading' && part.depth === 1);
  return heading?.kind === 'heading' ? plainText(heading.text) || null : null;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
