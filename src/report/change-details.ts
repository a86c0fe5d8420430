import type { Delta, ItemChange } from '../progress/delta.ts';
import { sumOfKinds } from './count-moves.ts';
import type { Links } from './links.ts';
import { link, text } from './markdown.ts';
import type { PlanResult } from './report.ts';

/** Lines of each kind before the rest is counted. */
const MAX_LINES = 10;
/** Characters as shown. */
const TEXT_LENGTH = 160;
const PHASE_LENGTH = 40;

/** What a change moved, one by one, as a Markdown list: the blockers, and with `items` the items and every date; empty when nothing did. */
export function changeDetails(
  plan: PlanResult,
  links: Links,
  { items }: { readonly items: boolean },
): string {
  const { delta } = plan;
  if (delta === null) return '';
  const lines = [
    ...blockerLines(delta),
    ...(items ? [...itemLines(plan, delta, links), ...dateLines(delta)] : []),
  ];
  return lines.length === 0 ? '' : ['**What moved**\n', ...lines].join('\n');
}

function blockerLines({ blockers, unlisted }: Delta): readonly string[] {
  const lines = (label: string, list: keyof Delta['blockers']): readonly string[] =>
    listOf(label, blockers[list], (blocker) => text(blocker, TEXT_LENGTH), unlisted?.blockers[list]);
  return [...lines('Blocker opened', 'opened'), ...lines('Blocker closed', 'closed')];
}

function itemLines(plan: PlanResult, { tasks, unlisted }: Delta, links: Links): readonly string[] {
  const left = (list: keyof Delta['tasks']): number =>
    unlisted === undefined ? 0 : sumOfKinds(unlisted.tasks[list]);
  const here = (item: ItemChange): string =>
    `${text(item.text, TEXT_LENGTH)} (${link(`line ${item.line}`, links.file(plan.path, item.line))})`;
  return [
    ...listOf('Ticked', tasks.ticked, here, left('ticked')),
    ...listOf('Unticked', tasks.unticked, here, left('unticked')),
    ...listOf('Added', tasks.added, here, left('added')),
    // It has no line at the head.
    ...listOf('Removed', tasks.removed, (item) => text(item.text, TEXT_LENGTH), left('removed')),
    ...listOf(
      'Moved',
      tasks.moved,
      (item) =>
        item.from === '' || item.phase === ''
          ? here(item)
          : `${here(item)} from ${text(item.from, PHASE_LENGTH)} to ${text(item.phase, PHASE_LENGTH)}`,
      left('moved'),
    ),
  ];
}

const dateLines = ({ dates }: Delta): readonly string[] =>
  listOf(
    'Date',
    dates,
    ({ field, from, to }) =>
      `${text(field.replaceAll('_', ' '), PHASE_LENGTH)} ${from ?? 'none'} → ${to ?? 'none'}`,
  );

/** @param left entries that the list itself leaves out. */
function listOf<Entry>(
  label: string,
  entries: readonly Entry[],
  line: (entry: Entry) => string,
  left = 0,
): readonly string[] {
  const shown = entries.slice(0, MAX_LINES).map((entry) => `- ${label}: ${line(entry)}`);
  const rest = entries.length + left - shown.length;
  return rest > 0 ? [...shown, `- ${label}: ${rest} more`] : shown;
}
