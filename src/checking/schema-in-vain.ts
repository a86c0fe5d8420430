import type { CoverageGap } from '../report/report.ts';
import { schemaDoubts } from '../schema/schema-doubts.ts';
import type { WithinTime } from '../within-time.ts';

/** What a team's schema says and nobody hears: it checks less than it seems to. None of the built-in one. */
export function schemaInVain(
  text: string | null,
  path: string | null,
  withinTime: WithinTime,
): readonly CoverageGap[] {
  if (text === null || path === null) return [];
  const message = withinTime(() => doubtsIn(text, path))?.value ?? null;
  return message === null ? [] : [{ what: 'schema', message, blocking: false }];
}

/** The schema was compiled before; one that is too deep to be compiled in another way as well still counts. */
function doubtsIn(text: string, path: string): string | null {
  try {
    return schemaDoubts(text, path);
  } catch {
    return null;
  }
}
