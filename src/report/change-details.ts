import type { Delta, ItemChange } from '../progress/delta.ts';
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

const blockerLines = ({ blockers: { opened, closed } }: Delta): readonly string[] => [
  ...listOf(
    'Blocker opened',
    opened.map((blocker) => text(blocker, TEXT_LENGTH)),
  ),
  ...listOf(
    'Blocker closed',
    closed.map((blocker) => text(blocker, TEXT_LENGTH)),
  ),
];

function itemLines(plan: PlanResult, { tasks }: Delta, links: Links): readonly string[] {
  const here = (item: ItemChange): string =>
    `${text(item.text, TEXT_LENGTH)} (${link(`line ${item.line}`, links.file(plan.path, item.line))})`;
  return [
    ...listOf('Ticked', tasks.ticked.map(here)),
    ...listOf('Unticked', tasks.unticked.map(here)),
    ...listOf('Added', tasks.added.map(here)),
    // It has no line at the head.
    ...listOf(
      'Removed',
      tasks.removed.map((item) => text(item.text, TEXT_LENGTH)),
    ),
    ...listOf(
      'Moved',
      tasks.moved.map((item) =>
        item.from === '' || item.phase === ''
          ? here(item)
          : `${here(item)} from ${text(item.from, PHASE_LENGTH)} to ${text(item.phase, PHASE_LENGTH)}`,
      ),
    ),
  ];
}

const dateLines = ({ dates }: Delta): readonly string[] =>
  listOf(
    'Date',
    dates.map(
      ({ field, from, to }) =>
        `${text(field.replaceAll('_', ' '), PHASE_LENGTH)} ${from ?? 'none'} → ${to ?? 'none'}`,
    ),
  );

function listOf(label: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `- ${label}: ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `- ${label}: ${rest} more`] : shown;
}
