import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Severity } from '../rules/rule.ts';
import { cleanLine, shorten } from './clean-text.ts';
import { counted, SEVERITIES } from './counted.ts';
import { newFindings } from './finding-line.ts';
import { gapsByReason } from './gaps-by-reason.ts';
import type { Report } from './report.ts';
import { blockingGaps } from './verdict.ts';

/** A finding beside the code it is about, as GitHub shows it. */
export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  /** null for what is about no file: then there is no line either. */
  readonly file: string | null;
  /** 1-based; both ends belong to it. */
  readonly line: number;
  readonly endLine: number;
  /** 1-based, both ends belong to it. GitHub takes columns only within one line; else null. */
  readonly column: number | null;
  readonly endColumn: number | null;
}

/** GitHub keeps ten annotations of a level from one step, and drops the rest without a word. */
const MAX_PER_LEVEL = 10;
/** Characters. */
const MESSAGE_LENGTH = 1_000;

/** The findings that count, errors first, at most ten of a level; the last one of a level says how many there are beyond. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const all = [
    ...gapsByReason(blockingGaps(report)).map(({ message }) => gapAnnotation(message)),
    ...newFindings(report).map(annotation),
  ];
  return SEVERITIES.flatMap((level) => bounded(all.filter((one) => one.level === level)));
}

function annotation({ rule, severity, message, help, path, range }: Diagnostic): Annotation {
  const { start, end } = range;
  /** The end is exclusive: one at the start of a line means the end of the line before. */
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const oneLine = endLine === start.line && end.line === start.line;
  return {
    level: severity,
    title: `Plan Check: ${rule}`,
    message: shorten([message, help ?? ''].map(cleanLine).join(' ').trim(), MESSAGE_LENGTH),
    file: path,
    line: start.line,
    endLine,
    column: oneLine ? start.column : null,
    endColumn: oneLine ? Math.max(start.column, end.column - 1) : null,
  };
}

const gapAnnotation = (message: string): Annotation => ({
  level: 'error',
  title: 'Plan Check: incomplete',
  message: shorten(cleanLine(message), MESSAGE_LENGTH),
  file: null,
  line: 1,
  endLine: 1,
  column: null,
  endColumn: null,
});

function bounded(annotations: readonly Annotation[]): readonly Annotation[] {
  const shown = annotations.slice(0, MAX_PER_LEVEL);
  const last = shown.at(-1);
  const rest = annotations.length - shown.length;
  if (last === undefined || rest === 0) return shown;
  const more = `${counted(rest, `more ${last.level}`)} in the job summary.`;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}\n${more}` }];
}
