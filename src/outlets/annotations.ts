import * as core from '@actions/core';
import type { Annotation } from '../report/annotations.ts';

const EMIT = { error: core.error, warning: core.warning, notice: core.notice } as const;

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
  return { title, file, startLine: line, endLine, ...columns };
}
