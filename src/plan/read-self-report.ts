import { readBlockers } from './blockers.ts';
import { readOtherRows } from './phase-table.ts';
import { completionIn, currentPhaseIn, firstIn, headerLabel, onTrackIn } from './plan-claims.ts';
import type { PlanLabel } from './plan-labels.ts';
import { dated, readTimeline } from './plan-timeline.ts';
import { readUpdates } from './plan-updates.ts';
import { readRisks } from './risks.ts';
import type { Section } from './sections.ts';
import type { SelfReport } from './self-report.ts';

/** What a plan says of itself as a whole; `labels` are those of the sections. The template's own text says nothing. */
export function readSelfReport(sections: readonly Section[], labels: readonly PlanLabel[]): SelfReport {
  return {
    completion: completionIn(labels),
    onTrack: onTrackIn(labels),
    currentPhase: currentPhaseIn(labels),
    status: headerLabel(labels, 'status'),
    owner: headerLabel(labels, 'owner'),
    updates: readUpdates(sections, labels),
    nextReview: firstIn(
      labels.filter(({ name }) => name === 'next review'),
      ({ value }) => dated(value, 'Next review'),
    ),
    timeline: readTimeline(sections, labels),
    blockers: readBlockers(sections),
    risks: readRisks(sections),
    otherRows: readOtherRows(sections),
  };
}
