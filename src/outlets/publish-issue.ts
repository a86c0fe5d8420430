import * as core from '@actions/core';
import { gitHubLinks } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import type { GitHubClient } from '../repository/github/client.ts';
import type { RunContext } from '../run-context.ts';
import { oneLine } from '../schema/one-line.ts';
import type { Settings, TrackingMode } from '../settings/settings.ts';
import { printUntrusted } from './print-untrusted.ts';
import { tellUnwritten } from './tell-unwritten.ts';
import { updateTrackingIssue } from './tracking-issue.ts';
import type { TrackingResult } from './tracking-result.ts';

/** Characters of a branch's name in a notice. */
const MAX_REF = 100;

export interface IssuePublication {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly settings: Settings;
  /** The branch or tag that was scanned, where it is not the default branch. */
  readonly aside: string | null;
  /** An input wants the issue written all the same: the workflow is trusted, a file of that branch is not. */
  readonly isWantedAside: boolean;
  readonly dryRun: boolean;
}

/** Brings the tracking issue up to date, where this run keeps one, and says what could not be done. */
export async function publishIssue(
  report: Report,
  { client, context, settings, aside, isWantedAside, dryRun }: IssuePublication,
): Promise<{ readonly number: number; readonly url: string } | null> {
  if (!isKept(settings.trackingIssue, report.trigger)) return null;
  if (aside !== null && !isWantedAside) {
    const but =
      settings.trackingIssue === 'always' ? ', and its own configuration cannot have that changed' : '';
    core.notice(
      `This scan is about "${oneLine(aside, MAX_REF)}" and not about the default branch, so the tracking issue was left alone${but}; set the input "tracking-issue" to always if it is to be written all the same.`,
    );
    return null;
  }
  const { serverUrl, owner, repo, runId: run, attempt } = context;
  const result = await updateTrackingIssue(client, {
    owner,
    repo,
    run,
    attempt,
    report,
    dryRun,
    // To the newest commit: links to the one that was scanned would change with each.
    links: gitHubLinks({ serverUrl, owner, repo, head: 'HEAD', rulesUrl: null }),
    key: settings.commentKey,
    labels: settings.trackingIssueLabels,
    mentionOwners: settings.mentionOwners,
    urlOfRun: (id) => `${serverUrl}/${owner}/${repo}/actions/runs/${id}`,
  });
  tell(result);
  return 'number' in result ? result : null;
}

/** The events that are meant for looking at all plans. */
const SCANNING: readonly string[] = ['schedule', 'workflow_dispatch'];

function isKept(mode: TrackingMode, { kind, event }: Report['trigger']): boolean {
  if (kind !== 'scan' || mode === 'never') return false;
  return mode === 'always' || SCANNING.includes(event);
}

function tell(result: TrackingResult): void {
  switch (result.kind) {
    case 'forbidden':
    case 'failed':
      tellUnwritten(result);
      return;
    case 'stale':
      core.notice('A newer scan has already written the tracking issue, so this one left it alone.');
      break;
    case 'dry-run':
      if (result.would === 'nothing') return;
      printUntrusted(`The tracking issue that a run without "dry-run" would ${result.would}:`, result.body);
      if (result.comment !== null) printUntrusted('Its comment:', result.comment);
      return;
    case 'absent':
      return;
    default:
      result.kind satisfies 'opened' | 'updated' | 'unchanged' | 'closed' | 'reopened';
  }
  for (const remark of result.remarks) core.notice(remark);
}
