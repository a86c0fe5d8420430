import { commitAt, isCommitId, lacks, type NamedPayload, payloadAt } from './event-payload.ts';
import { PlanCheckError } from './plan-check-error.ts';

/** What started the run: a change between two commits, or a scan of everything. */
export type Trigger = ChangesTrigger | ScanTrigger;

export interface ChangesTrigger {
  readonly kind: 'changes';
  /** The event's name, `diff` at the terminal. */
  readonly event: string;
  readonly source: ChangesSource;
  /** A privileged event reads configuration and schema from the base, never from the change. */
  readonly privileged: boolean;
}

/** What a change is, by full commit ids. */
export type ChangesSource =
  | {
      readonly type: 'pull-request';
      readonly number: number;
      /** The commit that GitHub shows the result at; the pull request may have gone on since. */
      readonly head: string;
    }
  /** From what stood there to what stands there now; neither needs to come before the other. */
  | { readonly type: 'range'; readonly base: string; readonly head: string }
  | {
      /** Of a branch that was not there before, or of a tag. */
      readonly type: 'first-push';
      /** The default branch by its name; null where this is it or nobody says. */
      readonly from: string | null;
      readonly head: string;
    };

export interface ScanTrigger {
  readonly kind: 'scan';
  readonly event: string;
  /** Full commit id. */
  readonly head: string;
  /** Said in the result, where the event is not one that was meant for scans; else null. */
  readonly remark: string | null;
}

/** An event after which there is nothing to look at. */
export interface NoTrigger {
  readonly kind: 'nothing';
  readonly event: string;
  /** One sentence. */
  readonly reason: string;
}

export const MODES = ['auto', 'changes', 'scan'] as const;
export type Mode = (typeof MODES)[number];

export interface TriggeringEvent extends NamedPayload {
  /** `GITHUB_SHA`. In privileged events this is the default branch's last commit, so that a scan reads nothing of a stranger's. */
  readonly sha: string;
  readonly mode: Mode;
}

/**
 * What an event asks for.
 * @throws {PlanCheckError} when the payload lacks what the event always has, or when `mode` asks for changes that the event does not have.
 */
export function readTrigger(event: TriggeringEvent): Trigger | NoTrigger {
  const { eventName, mode } = event;
  if (eventName === 'push' && isDeletion(event.payload)) {
    return { kind: 'nothing', event: eventName, reason: 'The push deleted its branch or tag.' };
  }
  if (mode === 'scan') return scan(event, null);

  switch (eventName) {
    case 'pull_request':
      return pullRequest(event, false);
    case 'pull_request_target':
      return pullRequest(event, true);
    case 'merge_group':
      return range(event, {
        base: commitAt(event, 'merge_group', 'base_sha'),
        head: commitAt(event, 'merge_group', 'head_sha'),
      });
    case 'push':
      return push(event);
    default:
      return eventWithoutRange(event);
  }
}

function pullRequest({ eventName, payload }: NamedPayload, privileged: boolean): ChangesTrigger {
  const number = payloadAt(payload, 'pull_request', 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw new PlanCheckError(lacks(eventName, 'pull_request.number'));
  }
  const head = commitAt({ eventName, payload }, 'pull_request', 'head', 'sha');
  return { kind: 'changes', event: eventName, source: { type: 'pull-request', number, head }, privileged };
}

function push(event: TriggeringEvent): ChangesTrigger {
  const base = commitAt(event, 'before');
  // The first push of a branch has no commit before it.
  const isFirst = NO_COMMIT.test(base) || String(payloadAt(event.payload, 'ref')).startsWith('refs/tags/');
  if (!isFirst) return range(event, { base, head: commitAt(event, 'after') });
  // Of a tag with a text of its own the payload names that text, before and after; the runner names the commit.
  const source = { type: 'first-push', from: startOf(event.payload), head: runnersCommit(event) } as const;
  return { kind: 'changes', event: event.eventName, source, privileged: false };
}

/** What a new branch or tag is compared with. */
function startOf(payload: unknown): string | null {
  const main = payloadAt(payload, 'repository', 'default_branch');
  const ref = payloadAt(payload, 'ref');
  const isAside = typeof main === 'string' && typeof ref === 'string' && ref !== `refs/heads/${main}`;
  return isAside ? main : null;
}

/** What stands for a commit where there is none. */
const NO_COMMIT = /^0+$/;

const isDeletion = (payload: unknown): boolean => {
  const after = payloadAt(payload, 'after');
  return payloadAt(payload, 'deleted') === true || (typeof after === 'string' && NO_COMMIT.test(after));
};

const SCANNING: readonly string[] = ['schedule', 'workflow_dispatch'];

function eventWithoutRange(event: TriggeringEvent): ScanTrigger {
  const { eventName, mode } = event;
  if (mode === 'changes') {
    throw new PlanCheckError(
      `"mode" is "changes", but the event "${eventName}" has no range of commits to compare: run on "pull_request", "pull_request_target", "merge_group" or "push", or set "mode" to auto or scan.`,
    );
  }
  const remark = `The event "${eventName}" is not one that Plan Check knows, so every plan was checked; set "mode" to scan if that is what you want.`;
  return scan(event, SCANNING.includes(eventName) ? null : remark);
}

const range = (
  { eventName }: TriggeringEvent,
  commits: { readonly base: string; readonly head: string },
): ChangesTrigger => ({
  kind: 'changes',
  event: eventName,
  source: { type: 'range', ...commits },
  privileged: false,
});

const scan = (event: TriggeringEvent, remark: string | null): ScanTrigger => ({
  kind: 'scan',
  event: event.eventName,
  head: runnersCommit(event),
  remark,
});

function runnersCommit({ sha }: TriggeringEvent): string {
  if (!isCommitId(sha)) {
    throw new PlanCheckError(
      `"GITHUB_SHA" is no full commit id, so it is not known which plans to scan; run Plan Check inside a workflow of GitHub Actions.`,
    );
  }
  return sha;
}
