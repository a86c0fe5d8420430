import { findFence } from '../plan/front-matter-fence.ts';
import { FILE_START } from '../plan/position.ts';
import { keysToWrite } from './keys-to-write.ts';
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
    'line-ends':
      'The lines of the file end in a carriage return alone, so that all of it is one line and no front matter: save it with the line ends of Unix or Windows.',
    late: 'The front matter begins on line {{line}} and is read from the first one alone: take the empty lines above it away.',
  },
  *check(plan, { today, requiredKeys }) {
    if (plan.frontMatter.state !== 'missing') return;
    const above = emptyLinesAbove(plan.text);
    if (above > 0) {
      const range = { start: { line: above + 1, column: 1 }, end: { line: above + 1, column: 4 } };
      yield { messageId: 'late', data: { line: above + 1 }, range, subject: 'missing' };
      return;
    }
    if (/^---[ \t]*\r(?!\n)/.test(plan.text)) {
      yield { messageId: 'line-ends', range: FILE_START, subject: 'missing' };
      return;
    }
    const keys = keysToWrite(plan, today, requiredKeys);
    yield {
      messageId: 'missing',
      range: FILE_START,
      ...(keys.length === 0 ? {} : { help: `Write, one a line: ${keys.join(' · ')}` }),
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
