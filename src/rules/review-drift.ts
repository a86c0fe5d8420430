import type { DriftEvidence } from '../progress/staleness.ts';
import { defineRule } from './rule.ts';
import { staleReason } from './stale-state.ts';

/** Entries of `related_code` that are told one by one. */
const MAX_ENTRIES = 3;

export const reviewDrift = defineRule({
  id: 'review-drift',
  description: 'A plan keeps up with the code that it is about.',
  concern: 'calendar',
  severity: { changes: 'notice', scan: 'warning' },
  minimal: false,
  messages: {
    drifting:
      'Since its review on {{date}} the code of the plan moved on without it: compare the two, and set "reviewed" to the day.',
  },
  *check(plan, context) {
    const { reviewed } = plan.dates;
    const reason = staleReason(plan, context, 'drifting');
    if (reason === null || reviewed === null) return;
    const [first] = reason.evidence;
    const entry = plan.relatedCode.find(({ pattern }) => pattern === first?.path);
    yield {
      messageId: 'drifting',
      data: { date: reviewed },
      range: entry?.range ?? plan.frontMatter.rangeOf(['related_code'], 'value'),
      help: inWords(reason.evidence),
      day: reviewed,
    };
  },
});

function inWords(evidence: readonly DriftEvidence[]): string {
  const told = evidence
    .slice(0, MAX_ENTRIES)
    .map(
      ({ path, commits, lastSubject }) => `"${path}": ${inCommits(commits)}, the last one "${lastSubject}".`,
    );
  const rest = evidence.length - told.length;
  return [...told, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

const inCommits = (count: number): string => `${count} ${count === 1 ? 'commit' : 'commits'}`;
