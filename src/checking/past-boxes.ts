import type { CalendarDate } from '../plan/calendar-date.ts';
import { parsePlan, withBody } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Touch } from '../repository/history.ts';
import type { Repository } from '../repository/repository.ts';
import type { Settings } from '../settings/settings.ts';

/** Plans that are read as they were; those beyond count as not known. */
const MAX_READ = 200;

/** Every box of a plan with its mark, in an order of its own: equal texts, equal boxes. */
export function boxesOf(plan: Plan, today: CalendarDate): string {
  const { phases, otherItems } = withBody(plan, today);
  const items = [...phases.flatMap((phase) => phase.items), ...otherItems];
  return items
    .map(({ state, text }) => `${state} ${text}`)
    .sort()
    .join('\n');
}

/** The boxes of plans before commits, in the order asked for; null where there was no plan yet. */
export async function readBoxesBefore(
  repository: Repository,
  touches: readonly Touch[],
  { today }: Pick<Settings, 'today'>,
): Promise<readonly (string | null)[]> {
  const contents = await repository.readBefore(touches.slice(0, MAX_READ));
  return touches.map(({ path }, index) => {
    const content = contents[index] ?? null;
    switch (content?.kind) {
      case 'text':
        return boxesOf(parsePlan(path, content.text), today);
      case 'missing':
        return null;
      default:
        return 'unknown';
    }
  });
}
