import { isClosed } from '../plan/lifecycle.ts';
import { isAlwaysLoaded } from './agent-setting.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { defineRule } from './rule.ts';

const PATH = ['ai', 'context_load'] as const;

export const aiLoadClosed = defineRule({
  id: 'ai-load-closed',
  description: 'No agent is made to read a closed plan every time.',
  // Only of closed plans, and so it is judged as what closed plans are held to.
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'safe',
  messages: {
    always:
      'The plan is {{lifecycle}}, and agents still read it every time: write "context_load: never" below "ai".',
  },
  *check(plan) {
    const { lifecycle } = plan;
    if (lifecycle === null || !isClosed(lifecycle) || !isAlwaysLoaded(plan)) return;
    yield {
      messageId: 'always',
      data: { lifecycle },
      range: plan.frontMatter.rangeOf(PATH, 'value'),
      ...fixOf(setValue(plan, PATH, 'never')),
    };
  },
});
