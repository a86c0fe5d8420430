import { findFence } from '../plan/front-matter-fence.ts';
import { FILE_START } from '../plan/position.ts';
import { defineRule } from './rule.ts';

export const frontMatterMissing = defineRule({
  id: 'front-matter-missing',
  description: 'A plan begins with front matter.',
  concern: 'syntax',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'hint',
  waivable: false,
  messages: {
    missing: 'The plan has no front matter: begin the file with its keys between two lines "---".',
    late: 'The front matter begins on line {{line}} and is read from the first one alone: take the empty lines above it away.',
  },
  *check(plan, { today }) {
    if (plan.frontMatter.state !== 'missing') return;
    const above = emptyLinesAbove(plan.text);
    if (above > 0) {
      const range = { start: { line: above + 1, column: 1 }, end: { line: above + 1, column: 4 } };
      yield { messageId: 'late', data: { line: above + 1 }, range, subject: 'missing' };
      return;
    }
    yield {
      messageId: 'missing',
      range: FILE_START,
      help: `Write, one a line: type: plan · title: ${JSON.stringify(plan.title.replace(/\.md$/i, ''))} · lifecycle: draft · created: ${today} · last_updated: ${today}`,
    };
  },
});

const EMPTY_LINES = /^(?:[ \t]*\r?\n)+/;

/** Above what would be front matter if it stood at the top; 0 where nothing would. */
function emptyLinesAbove(text: string): number {
  const empty = EMPTY_LINES.exec(text)?.[0] ?? '';
  const fence = findFence(text.slice(empty.length));
  return fence.kind === 'closed' && /^\w+:/m.test(fence.block) ? empty.split('\n').length - 1 : 0;
}
