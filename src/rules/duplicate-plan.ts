import { typeAsRead } from '../plan/declared-type.ts';
import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { FILE_START } from '../plan/position.ts';
import { groupedOnce } from './grouped-once.ts';
import { listed } from './message.ts';
import type { Relations } from './relations.ts';
import { defineRule } from './rule.ts';
import { fileName, isGenericName, MAX_NAMESAKES, sameNamed } from './same-named.ts';

/** A path that a shell takes as it stands. */
const PLAIN_PATH = /^[\w./-]+$/;
const MAX_SHOWN = 2;

export const duplicatePlan = defineRule({
  id: 'duplicate-plan',
  description: 'A plan lies in one place.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  messages: {
    copied: 'The same plan also lies in {{others}}: keep one of them and remove the rest.',
  },
  // A plan that stays where it was has the copies that it had.
  needsFiles: (plan, { base, isAdded }) =>
    (isAdded || (base !== null && base.path !== plan.path)) && !isGenericName(plan.path),
  *check(plan, { relations }) {
    const copies = copiesOf(plan, relations);
    if (copies.length === 0) return;
    // A path is of use only when it is whole.
    const shown = copies.slice(0, MAX_SHOWN).map(({ path }) => `"${path}"`);
    if (copies.length > MAX_SHOWN) shown.push(`${copies.length - MAX_SHOWN} more`);
    const [kept = plan, ...older] = [plan, ...copies].toSorted(byWhatToKeep);
    const isPlain = older.every((other) => PLAIN_PATH.test(other.path) && byWhatToKeep(kept, other) < 0);
    yield {
      messageId: 'copied',
      data: { others: listed(shown, 'and') },
      range: FILE_START,
      subject: copies.map(({ path }) => path).join(' '),
      ...(isPlain ? { help: `git rm ${older.map(({ path }) => path).join(' ')}` } : {}),
    };
  },
});

/** A repository may hold thousands of plans that were created on one day. */
const byBirth = groupedOnce((plan: Plan) => birthOf(plan));

const birthOf = ({ title, dates }: Plan): string | null =>
  dates.created === null ? null : `${dates.created} ${titleKey(title)}`;

function copiesOf(plan: Plan, relations: Relations): readonly Plan[] {
  const paths = relations.planFiles ?? relations.plans.map(({ path }) => path);
  const namesakes = sameNamed(plan.path, paths).flatMap((path) => relations.planAt(path) ?? []);
  const birth = birthOf(plan);
  const sameBirth = birth === null ? [] : byBirth(relations.plans).get(birth);
  const alike = (sameBirth ?? []).filter((other) => other.path !== plan.path && isSameByTitle(plan, other));
  // What many have in common they have from a template.
  const sameTitle = alike.length > MAX_NAMESAKES ? [] : alike;
  return [...new Set([...namesakes.filter((other) => !differs(plan, other)), ...sameTitle])]
    .filter(isPlan)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** A title that names the kind of text, or is the file's name for want of one, is no sign. */
const isSameByTitle = ({ title }: Plan, other: Plan): boolean =>
  !isGenericName(titleKey(title).replaceAll(' ', '-')) && title !== fileName(other.path);

/** Two plans of one name that say in two ways that they are not the same. */
const differs = (plan: Plan, { title, dates }: Plan): boolean =>
  titleKey(title) !== titleKey(plan.title) &&
  (dates.created === null || plan.dates.created === null || dates.created !== plan.dates.created);

const titleKey = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();

const isPlan = (plan: Plan): boolean => (typeAsRead(plan) ?? 'plan') === 'plan';

/** A closed plan comes before an open one, since a plan is closed last; then the one that was updated last. */
const byWhatToKeep = (a: Plan, b: Plan): number =>
  Number(isClosed(b.lifecycle)) - Number(isClosed(a.lifecycle)) ||
  (b.dates.lastUpdated ?? '').localeCompare(a.dates.lastUpdated ?? '');
