import type { PhaseProgress } from '../progress/progress.ts';
import { tally, tallyInWords } from './counted.ts';
import { phaseStateInWords } from './delta-words.ts';
import { findingInPlan } from './finding-line.ts';
import type { Links } from './links.ts';
import { fold, link, text } from './markdown.ts';
import { movedItems } from './moved-items.ts';
import { hasNumbers, planTitle } from './plan-row.ts';
import { countInWords, isEmpty, progressBar } from './progress-words.ts';
import { counts, type PlanResult, type Report } from './report.ts';

const NAME_LENGTH = 80;
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
  const parts = [
    findings.map((finding) => findingInPlan(finding, links)).join('\n'),
    detail.items && plan.delta !== null ? movedItems(plan, plan.delta, links) : '',
    detail.phases ? phaseTable(plan, links) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const title = `${planTitle(plan)}: ${tallyInWords(tally(findings)) || 'progress'}`;
  return fold(title, [...parts, facts(report, plan)].filter((part) => part !== '').join('\n\n'));
}

/** True when the fold of a plan grows by a phase table. */
const hasPhaseTable = (plan: PlanResult): boolean => plan.phases.some(({ name }) => name !== '');

function phaseTable(plan: PlanResult, links: Links): string {
  if (!hasPhaseTable(plan)) return '';
  const withDeliverables = plan.phases.some(({ deliverables }) => !isEmpty(deliverables));
  const columns = ['Phase', 'State', 'Tasks', ...(withDeliverables ? ['Deliverables'] : []), 'Gates'];
  const rows = plan.phases.map((phase) => [
    phaseName(phase, plan, links),
    phaseStateInWords(phase.state),
    phase.tasks.total > 0
      ? `\`${progressBar(phase.tasks)}\` ${countInWords(phase.tasks)}`
      : countInWords(phase.tasks),
    ...(withDeliverables ? [countInWords(phase.deliverables)] : []),
    countInWords(phase.gates),
  ]);
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function phaseName({ name, number, line }: PhaseProgress, plan: PlanResult, links: Links): string {
  const shown = text(name, NAME_LENGTH);
  const label = number === null ? shown : `${text(number, NAME_LENGTH)}. ${shown}`;
  return link(label, links.file(plan.path, line));
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
  const shown = owners.slice(0, MAX_OWNERS).map((owner) => text(owner, NAME_LENGTH));
  const rest = owners.length - shown.length;
  return `Owner: ${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`;
}
