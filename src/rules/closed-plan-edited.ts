import { isClosed } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { lifecycleRange } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';

/** Lines: who corrects a word does not rewrite history. */
const FEW = 3;

export const closedPlanEdited = defineRule({
  id: 'closed-plan-edited',
  description: 'A closed plan stays as it was when it was closed.',
  concern: 'lifecycle',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    edited:
      'The plan is {{lifecycle}}, and {{lines}} lines of it change: reopen it, or write a new plan that supersedes it.',
  },
  *check(plan, { base }) {
    const { lifecycle } = plan;
    // Who archives a completed plan says why.
    if (base === null || lifecycle === null || lifecycle !== base.lifecycle || !isClosed(lifecycle)) return;
    const before = readLines(base);
    const after = readLines(plan);
    const added = without(after, before);
    const lines = Math.max(added.length, without(before, after).length);
    if (lines <= FEW) return;
    yield {
      messageId: 'edited',
      data: { lifecycle, lines },
      range: added[0]?.range ?? lifecycleRange(plan),
      help: 'What was learnt since may stand in a section "Retrospective".',
    };
  },
});

interface Line {
  /** Its letters and digits. */
  readonly text: string;
  readonly range: Range;
}

/** What is written after the end, and about it. */
const AFTERWARDS =
  /^(?:post[ -]?mortem|retrospective|retro|lessons|outcomes?|results?|what we learn|follow[ -]?ups?|aftermath|closing notes?|completion (?:notes?|summary)|update log|change ?log|history)(?!\p{L})/iu;
const HEADING = /^(#{1,6})[ \t]+[^\p{L}\p{N}]*(.*)$/u;
/** Whoever closes what was left open does what the rule about open items asks for. */
const BOX = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[^\]\n]?\]/;
const LABEL = /^\s*(?:[-*+]\s+)?\*\*[^*\n]{1,60}(?::\*\*|\*\*:)/;

/** The lines of the body that tell what was planned: neither boxes nor labels, nor what was written afterwards. */
function readLines({ text, frontMatter: { lineCount } }: Plan): readonly Line[] {
  const lines: Line[] = [];
  let skipped = Number.POSITIVE_INFINITY;
  for (const [index, written] of text.split('\n').entries()) {
    if (index < lineCount) continue;
    const line = written.replace(/\r$/, '');
    const [, marks, name = ''] = HEADING.exec(line) ?? [];
    if (marks !== undefined && marks.length <= skipped) {
      skipped = AFTERWARDS.test(name) ? marks.length : Number.POSITIVE_INFINITY;
    }
    const said =
      skipped === Number.POSITIVE_INFINITY && !BOX.test(line) && !LABEL.test(line) ? wordsOf(line) : '';
    if (said === '') continue;
    const at = index + 1;
    lines.push({
      text: said,
      range: { start: { line: at, column: 1 }, end: { line: at, column: line.length + 1 } },
    });
  }
  return lines;
}

/** Letters and digits, without where links lead. */
const wordsOf = (line: string): string =>
  line
    .replace(/\]\([^()\n]*\)/g, ']')
    .replace(/^\s*\[[^\]\n]*\]:.*$/, '')
    .replace(/https?:\/\/[^\s)>\]]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The lines of one side that the other has not as often; in any order. */
function without(lines: readonly Line[], others: readonly Line[]): readonly Line[] {
  const left = new Map<string, number>();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return lines.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}
