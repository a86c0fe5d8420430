import type { FrontMatterProblem } from './front-matter.ts';

/**
 * Tells a forgotten closing fence from broken YAML: the "front matter" then runs through Markdown up to the
 * next thematic break, and the first thing YAML cannot read stands below a heading. `block` begins on line 1.
 */
export function closingFenceIsForgotten(block: string, problems: readonly FrontMatterProblem[]): boolean {
  const lines = block.split('\n').map((line) => line.trimEnd());
  const heading = lines.findIndex((line, index) => /^#{1,6} \S/.test(line) && lines[index - 1] === '');
  const broken = Math.min(...problems.map(({ range }) => range.start.line)) - 1;
  return heading !== -1 && broken > heading && !/^(?:[\w-]+:|\s|- )/.test(lines[broken] ?? '');
}
