import { bulletClaims } from './bullet-claims.ts';
import type { CalendarDate } from './calendar-date.ts';
import { completionClaim, stateAlone } from './completion-claim.ts';
import { headingClaims } from './heading-claims.ts';
import { type Label, labelsOf } from './labels.ts';
import { listedFiles } from './listed-files.ts';
import { phaseNumbersIn } from './phase-numbers.ts';
import { readPhaseTables, type SaidInTable } from './phase-table.ts';
import { phaseTime } from './phase-time.ts';
import type { Phase } from './plan.ts';
import { givenUpWith } from './row-claims.ts';
import { saidIn } from './said.ts';
import type { PhaseSpan, Section } from './sections.ts';
import type { PhaseClaim } from './self-report.ts';
import { readStateMark } from './state-mark.ts';
import { rangeOf, type TextLine, withoutStruck } from './text-line.ts';

/** What is said of a phase beside its items. */
type PhaseReport = Pick<Phase, 'claims' | 'time' | 'files' | 'dependsOn'>;

const DEPENDENCIES = /^(?:dependencies|dependency|depends on|prerequisites)$/;

/** Adds what is said of each phase beside its items; weeks are counted from `planStart`. */
export function withReports(
  phases: readonly Phase[],
  sections: readonly Section[],
  spans: readonly PhaseSpan[],
  planStart: CalendarDate | null,
): readonly Phase[] {
  const tables = readPhaseTables(sections, spans, planStart);
  const sectionsOf = Map.groupBy(sections, ({ phase }) => phase);
  const spanAt = new Map(spans.map((span) => [span.line, span]));
  return phases.map((phase) => {
    const span = phase.number === null ? undefined : spanAt.get(phase.range.start.line);
    if (span === undefined) return phase;
    const report = reportOf(span, sectionsOf.get(span) ?? [], tables.get(span) ?? null, planStart);
    const hasBoxes = phase.items.some(({ kind }) => kind !== 'other');
    const claims = report.claims.filter(({ source }) => source !== 'bullets' || !hasBoxes);
    return { ...phase, ...report, claims };
  });
}

/** `sections` are those of the phase, its own heading's first; `inTable` is null without a row. */
function reportOf(
  { word }: PhaseSpan,
  sections: readonly Section[],
  inTable: SaidInTable | null,
  planStart: CalendarDate | null,
): PhaseReport {
  const [own] = sections;
  const labels = own === undefined ? [] : own.blocks.filter(isTopLevel).flatMap(labelsOf);
  const heading = own?.heading?.line ?? null;
  return {
    claims: [
      ...(inTable?.claims ?? []),
      ...givenUpWith(statusOf(labels), labels.flatMap(labelClaim)),
      ...(own === undefined ? [] : stateBelow(own)),
      ...(heading === null ? [] : headingClaims(heading)),
      ...bulletClaims(sections),
    ],
    time: inTable?.time ?? phaseTime(heading, labels, planStart),
    files: listedFiles(sections),
    dependsOn: own === undefined ? [] : dependenciesOf(own, word),
  };
}

const isTopLevel = (block: Section['blocks'][number]): boolean => block.kind !== 'table' && block.level === 0;

const PROGRESS = /^(?:overall )?(?:progress|completion)$/;

/** `**Status:** ✅ Complete` and `**Progress:** 100%` right below the heading. */
function labelClaim(label: Label): readonly PhaseClaim[] {
  const value = withoutStruck(label.value);
  if (saidIn(value.text) === null) return [];
  if (PROGRESS.test(label.name)) {
    const claim = completionClaim(value);
    const isDay = claim?.of !== undefined && label.name.includes('completion');
    return claim === null || isDay ? [] : [claimOf(null, claim.percent, claim.range)];
  }
  const mark = label.name === 'status' ? readStateMark(value.text) : null;
  return mark === null ? [] : [claimOf(mark.state, null, rangeOf(value, mark))];
}

const statusOf = (labels: readonly Label[]): TextLine | null => {
  const status = labels.find(({ name }) => name === 'status');
  return status === undefined ? null : withoutStruck(status.value);
};

/** `✅ **Complete** (2026-02-01)` as the first paragraph below the heading. */
function stateBelow({ blocks: [first] }: Section): readonly PhaseClaim[] {
  const [line, ...more] = first?.kind === 'paragraph' && isTopLevel(first) ? first.lines : [];
  const mark = line === undefined || more.length > 0 ? null : stateAlone(line.text);
  return line === undefined || mark === null ? [] : [claimOf(mark.state, null, rangeOf(line, mark))];
}

const claimOf = (
  state: PhaseClaim['state'],
  percent: PhaseClaim['percent'],
  range: PhaseClaim['range'],
): PhaseClaim => ({ source: 'label', state, percent, range });

/** What the label names, or the entries of the list below it. */
function dependenciesOf({ blocks }: Section, word: string): readonly string[] {
  const numbers = new Set<string>();
  let isBelow = false;
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const labels = labelsOf(block);
    for (const { value } of labels.filter(({ name }) => DEPENDENCIES.test(name))) {
      for (const number of phaseNumbersIn(said(value.text), word)) numbers.add(number);
    }
    const last = labels.at(-1);
    if (last !== undefined || block.kind === 'paragraph') {
      isBelow = last !== undefined && DEPENDENCIES.test(last.name) && last.value.text === '';
    } else if (isBelow) {
      for (const line of block.lines)
        for (const number of phaseNumbersIn(said(line.text), word)) numbers.add(number);
    }
  }
  return [...numbers];
}

/** "None; Phase 2 may run beside it" names no dependency. */
const said = (markdown: string): string => {
  const text = saidIn(markdown) ?? '';
  return /^(?:none|nothing|n\/a)\b/i.test(text) ? '' : text;
};
