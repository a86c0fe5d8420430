import { MAX_COMMENT_LENGTH } from './comment-marker.ts';
import { shrinkToFit } from './fit-to-limit.ts';
import { type IssueBody, joinIssueBody, readIssueBody } from './issue-body.ts';
import { enteredPlans, gonePlans, issueNews } from './issue-changes.ts';
import { issueCoverage } from './issue-coverage.ts';
import { renderIssueMarker } from './issue-marker.ts';
import type { EnteredPlan, GonePlan, IssueMemory } from './issue-memory.ts';
import { followMoves } from './issue-moves.ts';
import { issueParts } from './issue-parts.ts';
import { type IssueRow, issueRows, mayBeThere } from './issue-rows.ts';
import { issueSection } from './issue-section.ts';
import type { Links } from './links.ts';
import type { Report } from './report.ts';
import { whyIncomplete } from './verdict.ts';

export const ISSUE_TITLE = 'Plans that need a decision';

export interface IssueOptions {
  readonly key: string;
  readonly run: number;
  readonly attempt: number;
  /** Of this run; null where it has none. */
  readonly runUrl: string | null;
  /** Characters that GitHub takes. */
  readonly limit?: number;
}

export interface RenderedIssue {
  readonly title: string;
  /** null where people's text leaves no room, not even for a sentence. */
  readonly body: string | null;
  readonly rows: readonly IssueRow[];
  /** What is new against the issue as it was; everything where there was none. */
  readonly entered: readonly EnteredPlan[];
  readonly gone: readonly GonePlan[];
  readonly memory: IssueMemory;
}

/** The report has them all. */
const MAX_RESTING = 50;

/** Characters of the marker; the rest of the body is for readers. */
const MAX_MEMORY = 24_000;

/**
 * The tracking issue for a scan, as GitHub Flavored Markdown. Whole rows are left out until it fits; people's text never is.
 * `before`: the body as it is now; null where there is no issue yet.
 */
export function renderIssue(
  report: Report,
  links: Links,
  before: IssueBody | null,
  options: IssueOptions,
): RenderedIssue {
  const { key, run, attempt, runUrl, limit = MAX_COMMENT_LENGTH } = options;
  const old = before === null ? null : followMoves(report, before.memory, (path) => mayBeThere(report, path));
  const rows = issueRows(report, old);
  const entered = enteredPlans(report, rows, old);
  const gone = gonePlans(report, rows, old);
  const news = issueNews(entered, gone, old);
  const remembering = (count: number): IssueMemory => ({
    key,
    head: report.trigger.head ?? '',
    run,
    attempt,
    day: report.today,
    news,
    plans: rows.slice(0, count).map(({ path, states }) => ({
      path,
      states: states.map(({ state, since }) => ({ state, since })),
    })),
    isCut: count < rows.length,
  });
  const parts = issueParts(report, rows, news, links);
  const tail = [whyIncomplete(report), ...parts.crowded, issueCoverage(report, runUrl)].filter(
    (part) => part !== '',
  );
  const memorable = remembering(memorableCount(rows.length, remembering));
  const body = shrinkToFit(
    {
      gone: parts.gone.length,
      entered: parts.entered.length,
      resting: Math.min(parts.resting.length, MAX_RESTING),
      evidence: parts.evidence.length,
      rows: parts.rows.length,
      tail: tail.length,
      memory: memorable.plans.length,
    },
    ['gone', 'entered', 'resting', 'evidence', 'rows', 'tail', 'memory'],
    (detail) =>
      joinIssueBody({
        memory:
          detail.memory === memorable.plans.length
            ? memorable
            : { ...remembering(detail.memory), news: null },
        section: issueSection(parts, tail, detail),
        above: before?.above ?? '',
        below: before?.below ?? '\n',
      }),
    (text) => text.length <= limit,
  );
  const written = body === null ? null : readIssueBody(body);
  return { title: ISSUE_TITLE, body, rows, entered, gone, memory: written?.memory ?? memorable };
}

/** True where the issue already says what was rendered; when and by which run does not matter. */
export function isSameIssue(before: IssueBody, body: string): boolean {
  const now = readIssueBody(body);
  if (now === null || now.section !== before.section) return false;
  const [left, right] = [before.memory, now.memory].map(({ plans, isCut, news }) =>
    JSON.stringify({ plans, isCut, news }),
  );
  return left === right;
}

/** How many plans the marker has room for. */
function memorableCount(most: number, remembering: (count: number) => IssueMemory): number {
  let count = most;
  while (count > 0 && renderIssueMarker(remembering(count)).length > MAX_MEMORY)
    count = Math.floor(count * 0.8);
  return count;
}
