import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';

/** Whether the template's text still stands on a line of the range: then only that is said of it. */
export const isTemplateAt = ({ placeholders }: Plan, { start, end }: Range): boolean =>
  placeholders.some(({ range }) => range.start.line >= start.line && range.start.line <= end.line);
