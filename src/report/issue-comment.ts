import type { CalendarDate } from '../plan/calendar-date.ts';
import { counted } from './counted.ts';
import type { EnteredPlan } from './issue-memory.ts';
import { planName } from './issue-parts.ts';
import type { IssueRow } from './issue-rows.ts';
import { stalenessInWords } from './issue-words.ts';
import type { Links } from './links.ts';
import { text } from './markdown.ts';
import { mention } from './mention.ts';

/** More are counted: a comment is read in a mail, and nobody wants to call a whole company together. */
const MAX_PLANS = 20;
const MAX_OWNERS = 3;
const OWNER_LENGTH = 60;
/** Different people and teams that one comment calls; those after them are named all the same. */
const MAX_MENTIONS = 10;

/** Instead of the other one, where nobody can tell what is new. */
export const FORGOTTEN_COMMENT =
  'The hidden line in which Plan Check remembers what this issue said could not be read any more, so the issue was written anew. What is new or gone this time, and since when plans without a date of their own need a decision, is lost. What stood between our lines is in the history of the edits.';

/** The comment about plans that entered a state: at most one a scan. */
export function renderIssueComment(
  rows: readonly IssueRow[],
  entered: readonly EnteredPlan[],
  links: Links,
  { since, mentionOwners }: { readonly since: CalendarDate; readonly mentionOwners: boolean },
): string {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const show = mentionOwners ? mentionsUpTo(MAX_MENTIONS) : (owner: string) => text(owner, OWNER_LENGTH);
  const lines = entered.slice(0, MAX_PLANS).flatMap(({ path, states }) => {
    const row = byPath.get(path);
    if (row === undefined) return [];
    const owners = (row.plan?.owner ?? []).slice(0, MAX_OWNERS).map((owner) => show(owner));
    return [
      `- ${planName(row, links)}: ${states.map(stalenessInWords).join(', ')}${owners.map((owner) => ` · ${owner}`).join('')}`,
    ];
  });
  const more = entered.length - lines.length;
  const enter = entered.length === 1 ? 'entered a state that wants' : 'entered states that want';
  return [
    `Since ${since}, ${counted(entered.length, 'plan')} ${enter} a decision:\n`,
    ...lines,
    ...(more > 0 ? [`- and ${counted(more, 'plan')} more`] : []),
  ].join('\n');
}

/** A plan is written by anybody whose change was merged, so that what it calls is bounded: an owner twice calls once. */
function mentionsUpTo(limit: number): (owner: string) => string {
  const called = new Set<string>();
  return (owner) => {
    const handle = owner.trim().toLowerCase();
    if (!called.has(handle) && called.size === limit) return text(owner, OWNER_LENGTH);
    const shown = mention(owner);
    if (shown === owner.trim() && shown.startsWith('@')) called.add(handle);
    return shown;
  };
}
