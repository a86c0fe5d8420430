import * as core from '@actions/core';
import type { Annotation } from '../report/annotations.ts';

const EMIT = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** Colours, moves or turns what a terminal or a log shows; a runner could decode none of them, so they cannot be escaped either. */
const UNSAFE = /(?![\t\r\n])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** Writes the annotations as workflow commands, which `@actions/core` escapes. */
export function emitAnnotations(annotations: readonly Annotation[]): void {
  for (const annotation of annotations) EMIT[annotation.level](annotation.message, propertiesOf(annotation));
}

function propertiesOf({
  title,
  file,
  line,
  endLine,
  column,
  endColumn,
}: Annotation): core.AnnotationProperties {
  if (file === null) return { title };
  const columns = column === null || endColumn === null ? {} : { startColumn: column, endColumn };
  // A name that holds none of them is written as it is: GitHub annotates no other file.
  const name = file.toWellFormed().replace(UNSAFE, '\ufffd');
  return { title, file: name, startLine: line, endLine, ...columns };
}
