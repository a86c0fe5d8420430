import type { Plan } from '../plan/plan.ts';

const DAY = /["']?\d{4}-\d{2}-\d{2}["']?/g;

/**
 * Whether nothing differs but white space and the days of the front matter and of lines such as
 * `**Last Updated:** 2026-03-02`. A moved row of a table or milestone is a change of the plan.
 */
export const onlyDatesMoved = (base: Plan, head: Plan): boolean => withoutDates(base) === withoutDates(head);

const withoutDates = ({ text, frontMatter: { lineCount } }: Plan): string =>
  text
    .split('\n')
    .map((line, index) => (index < lineCount || line.startsWith('**') ? line.replace(DAY, '') : line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
