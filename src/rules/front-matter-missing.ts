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
  },
  *check(plan, { today }) {
    if (plan.frontMatter.state !== 'missing') return;
    yield {
      messageId: 'missing',
      range: FILE_START,
      help: `Write, one a line: type: plan · title: ${JSON.stringify(plan.title.replace(/\.md$/i, ''))} · lifecycle: draft · created: ${today} · last_updated: ${today}`,
    };
  },
});
