import { PlanCheckError } from '../plan-check-error.ts';
import type { FileContent } from '../repository/repository.ts';
import { whyNoText } from './why-no-text.ts';

/**
 * The team's schema as text; null when none is configured.
 * @throws {PlanCheckError} when it is configured and cannot be had.
 */
export function schemaText(path: string | null, content: FileContent | null): string | null {
  if (path === null) return null;
  switch (content?.kind) {
    case 'text':
      return content.text;
    case 'failed':
      throw new PlanCheckError(`The schema "${path}" could not be read: ${content.message}`);
    case 'unreadable':
      throw new PlanCheckError(
        `The schema "${path}" ${whyNoText(content.reason)}; "schema" must name a JSON Schema.`,
      );
    default:
      throw new PlanCheckError(
        `There is no file "${path}"; "schema" must name a JSON Schema inside the repository.`,
      );
  }
}
