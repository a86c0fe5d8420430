import { type IssueMemory, memoryText } from './issue-memory.ts';

/** What every marker of ours has in it, whatever became of its other signs. */
export const MARKER_NAME = 'plan-check-issue';
export const MARKER_START = `<!-- ${MARKER_NAME} `;
export const MARKER_CLOSE = ' -->';
/** Below it everything is people's. */
export const ISSUE_END = `<!-- ${MARKER_NAME}-end -->`;

/** The first line, without its line feed. Nothing in it can end the HTML comment early, mention or refer. */
export function renderIssueMarker(memory: IssueMemory): string {
  const inert = memoryText(memory).replace(/[<>@#]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return MARKER_START + inert + MARKER_CLOSE;
}
