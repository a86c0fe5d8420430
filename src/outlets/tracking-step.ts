import { isSameIssue, type RenderedIssue, renderIssue } from '../report/issue.ts';
import type { IssueBody } from '../report/issue-body.ts';
import { FORGOTTEN_COMMENT, renderIssueComment } from '../report/issue-comment.ts';
import { blockingGaps } from '../report/verdict.ts';
import type { OwnIssue } from './own-issues.ts';
import type { TrackingRequest } from './tracking-request.ts';
import type { TrackingResult } from './tracking-result.ts';

export type TrackingStep =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'updated' | 'closed' | 'reopened';
      /** null where people's text leaves no room. */
      readonly body: string | null;
      readonly comment: string | null;
    };

/** What is to be done about an issue of ours, as it is. */
export function nextStep(request: TrackingRequest, { parts, isOpen, isForgotten }: OwnIssue): TrackingStep {
  const { report, links, mentionOwners } = request;
  const rendered = renderFor(request, parts, request.run);
  const needsNone = rendered.rows.length === 0;
  // What could not be looked at may need a decision: only a whole scan closes.
  const isOver = needsNone && blockingGaps(report).length === 0;
  if (!isOpen && needsNone) return { kind: 'unchanged' };
  // The link to the run would make every scan a change.
  const asBefore = renderFor(request, parts, parts.memory.run).body;
  const isSame = asBefore !== null && isSameIssue(parts, asBefore);
  if (isOpen && !isOver && isSame) return { kind: 'unchanged' };
  const since = parts.memory.day;
  const entered =
    rendered.entered.length === 0
      ? null
      : renderIssueComment(rendered.rows, rendered.entered, links, { since, mentionOwners });
  return {
    kind: isOver ? 'closed' : isOpen ? 'updated' : 'reopened',
    body: rendered.body,
    comment: isForgotten && !isOver ? FORGOTTEN_COMMENT : entered,
  };
}

/** The issue as this scan would write it. `run`: the one that it links. */
export function renderFor(request: TrackingRequest, before: IssueBody | null, run: number): RenderedIssue {
  const { report, links, key, attempt, urlOfRun } = request;
  return renderIssue(report, links, before, {
    key,
    run: request.run,
    attempt,
    runUrl: urlOfRun(run),
  });
}

export function stepInWords(
  step: TrackingStep,
): Pick<Extract<TrackingResult, { kind: 'dry-run' }>, 'would' | 'body' | 'comment'> {
  if (step.kind === 'unchanged') return { would: 'nothing', body: '', comment: null };
  const would = { updated: 'update', closed: 'close', reopened: 'reopen' } as const;
  return { would: would[step.kind], body: step.body ?? '', comment: step.comment };
}
