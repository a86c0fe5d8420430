import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Plan } from '../plan/plan.ts';
import { datesIn } from '../plan/spoken-date.ts';
import { ourField } from '../plan/vocabulary.ts';
import type { Finding } from './rule.ts';
import { scalarText } from './scalar-text.ts';
import { keyName } from './schema-words.ts';
import { misspelt } from './unknown-field.ts';

/** What to write for a missing key, where there is one answer alone; nothing where somebody has to decide. */
export function hintForMissing(plan: Plan, key: string, today: CalendarDate): Pick<Finding, 'help'> {
  const { title, frontMatter, vocabulary } = plan;
  const slip = misspelt(plan).find(
    ({ path, nearest }) => path.length === 1 && ourField(nearest, vocabulary) === key,
  );
  if (slip !== undefined) return { help: `Write "${slip.nearest}" in place of "${keyName(slip.path)}".` };
  const answers: Readonly<Record<string, string>> = {
    type: 'plan',
    title: scalarText(title.replace(/\.md$/i, ''), ''),
    last_updated: today,
  };
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return answer === undefined ? {} : { help: `Write: ${frontMatter.nameOf(key)}: ${answer}` };
}

/** The one day that a text names in another way: `2026/03/01`, `1 March 2026`. */
export function hintForDay(key: string, actual: string): Pick<Finding, 'help'> {
  const [day, ...others] = datesIn(actual);
  return day === undefined || others.length > 0 ? {} : { help: `Write: ${key}: ${day.date}` };
}
