import type { Diagnostic } from '../rules/diagnostic.ts';
import { counted } from './counted.ts';
import { findingsBesideStates } from './findings-beside-states.ts';
import { issueRows } from './issue-rows.ts';
import { stalenessInWords } from './issue-words.ts';
import { type Paint, painter, SEVERITY_STYLES } from './paint.ts';
import type { PlanResult, Report } from './report.ts';
import { plain } from './say.ts';
import { closing, gapLines, restingLines } from './text.ts';

/** Of each list; the JSON report has them all. */
const MAX_ROWS = 50;
/** Characters as shown. */
const TEXT_LENGTH = 200;
const PATH_LENGTH = 160;
const OWNER_LENGTH = 40;
const MAX_OWNERS = 3;

/** A scan for the terminal: what has gone stale, worst first, then the findings that are about something else, a line each. Ends with a line feed. */
export function renderScanText(report: Report, { colors }: { readonly colors: boolean }): string {
  const paint = painter(colors);
  const stale = issueRows(report, null).flatMap(({ plan }) => (plan === null ? [] : [plan]));
  const findings = findingsBesideStates(report);
  const parts = [
    bounded(
      stale.map((plan) => staleLine(plan, paint)),
      'stale plan',
    ),
    bounded(
      findings.map(
        (finding) =>
          `${paint(SEVERITY_STYLES[finding.severity], `${finding.severity}[${finding.rule}]`)} ${findingLine(finding)}`,
      ),
      'finding',
    ),
    gapLines(report, paint).join('\n'),
    restingLines(report, paint),
    closing(report, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** `expired: plans/a.md, expired 10 days ago, on 2026-02-20; was never reviewed (@team)` */
function staleLine({ path, owner, staleness }: PlanResult, paint: Paint): string {
  const state = staleness.state === null ? [] : [`${paint('bold', stalenessInWords(staleness.state))}: `];
  const reasons = staleness.reasons.map(({ text }) => plain(text, TEXT_LENGTH)).join('; ');
  const owners = owner.slice(0, MAX_OWNERS).map((name) => plain(name, OWNER_LENGTH));
  const whose = owners.length === 0 ? '' : ` (${owners.join(', ')})`;
  return `${state.join('')}${plain(path, PATH_LENGTH)}, ${reasons}${whose}`;
}

const findingLine = ({ path, range, message }: Diagnostic): string =>
  `${plain(path, PATH_LENGTH)}:${range.start.line}: ${plain(message, TEXT_LENGTH)}`;

function bounded(lines: readonly string[], noun: string): string {
  const rest = lines.length - MAX_ROWS;
  const more = rest > 0 ? [`And ${counted(rest, `more ${noun}`)}; "--format json" has them all.`] : [];
  return [...lines.slice(0, MAX_ROWS), ...more].join('\n');
}
