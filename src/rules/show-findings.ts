import type { Plan } from '../plan/plan.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Judged } from './judge-findings.ts';
import { countOf, helpOf, messageOf } from './message.ts';
import type { Finding, Rule } from './rule.ts';
import { bySeverity } from './severity.ts';
import type { TextEdit } from './text-edit.ts';
import { waivedBy } from './waiving.ts';

/**
 * The findings of one rule about one plan as they are shown: up to the rule's limit, what is beyond counted in the last.
 * Those that count are never shown as one with those that do not, nor with those that do not for another reason.
 */
export function showFindings(rule: Rule, plan: Plan, judged: readonly Judged[]): readonly Diagnostic[] {
  const limit = rule.limit ?? 1;
  const groups = Map.groupBy(judged, ({ isNew, waiver, isWaiverNew, known, severity }) =>
    [
      isNew,
      waiver === null ? '' : plan.waivers.entries.indexOf(waiver),
      isWaiverNew,
      known,
      ...(limit > 1 ? [] : [severity]),
    ].join(' '),
  );
  return [...groups.values()].flatMap((group) => shown(rule, plan, group, limit));
}

/** The first findings of a group; the last of them stands for the rest too. */
function shown(
  rule: Rule,
  { path, frontMatter: { nameOf } }: Plan,
  group: readonly Judged[],
  limit: number,
): readonly Diagnostic[] {
  const sorted = group.toSorted(
    (a, b) => bySeverity(a.severity, b.severity) || byStart(a.finding.range, b.finding.range),
  );
  return sorted.slice(0, limit).map(({ finding, severity, isNew, waiver, isWaiverNew, known }, index) => {
    const others = index === limit - 1 ? sorted.slice(limit).map((one) => one.finding) : [];
    return {
      rule: rule.id,
      severity,
      message: messageOf(rule, finding, others, nameOf),
      path,
      range: finding.range,
      help: helpOf(rule, finding, others, nameOf),
      isNew,
      count: countOf([finding, ...others]),
      fix: fixOf([finding, ...others]),
      waived: waivedBy(waiver, { isNew: isWaiverNew }),
      known,
    };
  });
}

/** Edits of findings that are shown as one. Fixing goes on until nothing is left to fix, so that more of them come later. */
const MAX_EDITS = 5_000;

/** What can be fixed of findings that are shown as one. */
function fixOf(findings: readonly Finding[]): Diagnostic['fix'] {
  const edits: TextEdit[] = [];
  for (const { fix = [] } of findings) {
    // What is fixed of one finding is fixed as a whole; the next round of fixes has the rest.
    if (edits.length + fix.length > MAX_EDITS) break;
    edits.push(...fix);
  }
  const needsChange = findings.some((finding) => finding.fix !== undefined && finding.fixNeedsChange);
  return edits.length === 0 ? null : { edits, ...(needsChange ? { needsChange } : {}) };
}

export const byStart = (a: Finding['range'], b: Finding['range']): number =>
  a.start.line - b.start.line || a.start.column - b.start.column;
