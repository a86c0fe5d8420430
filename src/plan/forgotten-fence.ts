import type { FrontMatterProblem } from './front-matter.ts';

/**
 * Tells a forgotten closing fence from broken YAML: the "front matter" then runs through Markdown up to the
 * next thematic break, and the first thing YAML cannot read stands below a heading. `block` begins on line 1.
 */
export function closingFenceIsForgotten(block: string, problems: readonly FrontMatterProblem[]): boolean {
  const lines = linesOf(block);
  const heading = headingIn(lines);
  const broken = Math.min(...problems.map(({ range }) => range.start.line)) - 1;
  if (heading === -1) return false;
  if (broken > heading && !/^(?:[\w-]+:|\s|- )/.test(lines[broken] ?? '')) return true;
  // All keys stand above it, and what breaks is no line of theirs: YAML takes a heading for a comment.
  const last = lines.findLastIndex((line, index) => index < heading && line !== '');
  return broken > last && !lines.some((line, index) => index > heading && /^[\w-]+:(?:\s|$)/.test(line));
}

/** The 1-based line below which the fence is missing: the last one above the first heading; null without a heading. */
export function lastLineOfKeys(text: string): number | null {
  const lines = linesOf(text);
  const heading = headingIn(lines);
  const last = lines.findLastIndex((line, index) => index < heading && line !== '');
  return last < 1 ? null : last + 1;
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trimEnd());

/** Of Markdown; -1 where there is none. */
const headingIn = (lines: readonly string[]): number =>
  lines.findIndex((line, index) => /^#{1,6} \S/.test(line) && lines[index - 1] === '');
