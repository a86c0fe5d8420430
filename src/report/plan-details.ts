import { changeDetails } from './change-details.ts';
import { tally, tallyInWords } from './counted.ts';
import { findingInPlan } from './finding-line.ts';
import type { Links } from './links.ts';
import { fold, text } from './markdown.ts';
import { phaseTable } from './phase-table.ts';
import { hasNumbers, planTitle } from './plan-row.ts';
import { countInWords, isEmpty } from './progress-words.ts';
import { counts, type PlanResult, type Report } from './report.ts';
import { HEALTH_WORDS, isBehind, reasonsInWords } from './state-words.ts';
import { changeTitle } from './trigger-words.ts';

const OWNER_LENGTH = 80;
const MAX_OWNERS = 5;

/** How much of a plan's fold is shown. */
export interface PlanDetail {
  readonly phases: boolean;
  /** The items that the change moved, one by one. */
  readonly items: boolean;
}

/** What is known of one plan beyond its row, folded; null when the row says it all. */
export function planDetails(
  report: Report,
  plan: PlanResult,
  links: Links,
  detail: PlanDetail,
): string | null {
  const findings = plan.diagnostics.filter(counts);
  const read = hasNumbers(report, plan);
  const parts = [
    findings.map((finding) => findingInPlan(finding, links)).join('\n'),
    read && isBehind(plan) ? health(plan) : '',
    changeDetails(plan, links, detail),
    detail.phases && read ? phaseTable(plan, links, changeTitle(report.trigger)) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const title = `${planTitle(plan)}: ${tallyInWords(tally(findings)) || 'progress'}`;
  const asides = [read && !isBehind(plan) ? health(plan) : '', facts(report, plan)];
  return fold(title, [...parts, ...asides].filter((part) => part !== '').join('\n\n'));
}

/** `**At risk:** …` with the reasons; nothing of a plan that is not at work, and nothing good of one in no known state. */
function health(plan: PlanResult): string {
  const { status } = plan.health;
  if (status === 'INACTIVE' || (plan.lifecycle === null && !isBehind(plan))) return '';
  const words = HEALTH_WORDS[status];
  return `**${words.slice(0, 1).toUpperCase()}${words.slice(1)}:** ${reasonsInWords(plan, text)}`;
}

/** Who owns the plan, and the boxes that the row does not show. */
function facts(report: Report, plan: PlanResult): string {
  const { deliverables, other } = plan.progress;
  const read = hasNumbers(report, plan);
  return [
    ownersInWords(plan.owner),
    read && !isEmpty(deliverables) ? `deliverables ${countInWords(deliverables)}` : '',
    read && !isEmpty(other) ? `other boxes ${countInWords(other)}` : '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function ownersInWords(owners: readonly string[]): string {
  if (owners.length === 0) return '';
  const shown = owners.slice(0, MAX_OWNERS).map((owner) => text(owner, OWNER_LENGTH));
  const rest = owners.length - shown.length;
  return `Owner: ${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`;
}
