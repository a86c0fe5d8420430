import { lastLineOfKeys } from '../plan/forgotten-fence.ts';
import type { FrontMatterProblem } from '../plan/front-matter.ts';
import type { Range } from '../plan/position.ts';
import { defineRule } from './rule.ts';

export const frontMatterSyntax = defineRule<FrontMatterProblem['kind']>({
  id: 'front-matter-syntax',
  description: 'The front matter can be read.',
  concern: 'syntax',
  severity: { changes: 'error', scan: 'error' },
  minimal: true,
  fixable: 'hint',
  waivable: false,
  messages: {
    unclosed: 'The front matter is never closed: add a line "---" after its last key.',
    'other-language':
      'The front matter is written in "{{detail}}", which is never run: write YAML between two lines "---".',
    tab: 'YAML may not be indented with a tab: use spaces.',
    conflict:
      'The front matter holds the marks of a merge conflict: keep one side, and take the lines of "<<<<<<<", "=======" and ">>>>>>>" away.',
    'merge-key': 'The key "<<" merges nothing here: write the keys themselves in its place.',
    'duplicate-key': 'The key "{{detail}}" stands there twice: keep one of the two.',
    'at-sign': 'Put quotes around "{{detail}}": YAML keeps the sign "@" for itself.',
    colon: 'Put quotes around the value of "{{detail}}": it has a colon and a space in it.',
    'too-complex':
      'The front matter is too complex to be read ({{detail}}): write it shorter, without aliases.',
    'not-a-mapping': 'The front matter must be keys with values, one a line, as in "type: plan".',
    syntax: 'In the front matter, {{detail}}.',
  },
  *check({ frontMatter, text }) {
    for (const { kind, detail, range } of frontMatter.problems) {
      const help = helpFor(kind, text, range);
      yield {
        messageId: kind,
        data: { detail: detail.replace(/[.\s]+$/, '') },
        range,
        subject: `${kind} ${detail}`,
        ...(help === null ? {} : { help }),
      };
    }
  },
});

/** What to write, where that is certain. */
function helpFor(kind: FrontMatterProblem['kind'], text: string, range: Range): string | null {
  if (kind === 'unclosed') {
    const line = lastLineOfKeys(text);
    return line === null ? null : `Write it below line ${line}.`;
  }
  const line = rightLine(kind, text, range);
  return line === null ? null : `Write: ${line}`;
}

function rightLine(kind: FrontMatterProblem['kind'], text: string, range: Range): string | null {
  switch (kind) {
    case 'at-sign':
    case 'colon':
      return lineInQuotes(text, range);
    case 'tab':
      return withoutTabs(lineOf(text, range));
    default:
      return null;
  }
}

const lineOf = (text: string, { start }: Range): string => (text.split('\n')[start.line - 1] ?? '').trimEnd();

/** Two spaces for a tab of the indentation, shown as they are to be counted. */
function withoutTabs(line: string): string | null {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const spaces = indent.replaceAll('\t', '  ').length;
  return indent.includes('\t') ? `${spaces} spaces, then ${line.slice(indent.length)}` : null;
}

/** The line as it should be written, with its value in quotes. */
function lineInQuotes(text: string, { start, end }: Range): string {
  const line = lineOf(text, { start, end });
  const value =
    end.line === start.line ? line.slice(start.column - 1, end.column - 1) : line.slice(start.column - 1);
  const [bare, comment] = splitComment(value);
  const before = line.slice(0, start.column - 1).trimStart();
  const after = line.slice(start.column - 1 + value.length);
  // Further handles of a list are told in the same breath.
  return `${before}${JSON.stringify(bare)}${comment}${after.replace(/@[^\s,\]}]+/g, (handle) => `"${handle}"`)}`;
}

/** YAML takes what follows a space and a number sign for a comment. */
function splitComment(value: string): readonly [string, string] {
  const index = value.search(/\s#/);
  return index === -1 ? [value, ''] : [value.slice(0, index).trimEnd(), ` ${value.slice(index).trim()}`];
}
