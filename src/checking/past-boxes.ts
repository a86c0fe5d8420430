import type { CalendarDate } from '../plan/calendar-date.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Touch } from '../repository/history.ts';
import type { FileContent, Repository } from '../repository/repository.ts';
import type { Settings } from '../settings/settings.ts';

/** Plans that are read as they were; those beyond count as not known. Where GitHub is asked for them, far fewer. */
const MAX_READ = 10_000;
const MAX_READ_REMOTELY = 200;
/** Texts that are held at once. */
const BATCH = 200;

/** Every box of a plan that was read whole with its mark, in an order of its own: equal texts, equal boxes. */
export function boxesOf({ phases, otherItems }: Plan): string {
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
  const most = repository.isHistoryRemote ? MAX_READ_REMOTELY : MAX_READ;
  const boxes: (string | null)[] = [];
  for (let start = 0; start < Math.min(touches.length, most); start += BATCH) {
    const batch = touches.slice(start, Math.min(start + BATCH, most));
    const contents = await repository.readBefore(batch);
    boxes.push(...batch.map(({ path }, at) => boxesIn(path, contents[at], today)));
  }
  return touches.map((_, at) => (at < boxes.length ? (boxes[at] ?? null) : 'unknown'));
}

function boxesIn(path: string, content: FileContent | undefined, today: CalendarDate): string | null {
  switch (content?.kind) {
    case 'text':
      return boxesOf(parsePlan(path, content.text, { today }));
    case 'missing':
      return null;
    default:
      return 'unknown';
  }
}
