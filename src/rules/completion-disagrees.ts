import type { Plan } from '../plan/plan.ts';
import { countItems, countKind, isCounted } from '../progress/count-items.ts';
import { percentOf } from '../progress/pace.ts';
import type { Count } from '../progress/progress.ts';
import { judgePercent } from '../progress/reconcile.ts';
import { fixOf } from './front-matter-edit.ts';
import { setPercent } from './rewrite-claim.ts';
import { defineRule } from './rule.ts';

export const completionDisagrees = defineRule({
  id: 'completion-disagrees',
  description: 'The percentage that a plan gives of itself is that of its boxes.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  messages: {
    off: '"Completion" says {{said}} %, and {{done}} of {{total}} {{things}} are done: write "{{percent}}%".',
  },
  *check(plan) {
    const { completion } = plan.selfReport;
    if (completion === null) return;
    const { tasks, all } = countsOf(plan);
    const counted = tasks.total > 0 ? tasks : all;
    const conflict = judgePercent(completion.percent, counted);
    // Of the tasks alone or of every box: the plan does not say which it means.
    if (conflict === 'none' || judgePercent(completion.percent, all) === 'none') return;
    const percent = percentOf({ part: counted.done, whole: counted.total });
    yield {
      messageId: 'off',
      data: {
        said: completion.percent,
        done: counted.done,
        total: counted.total,
        things: tasks.total > 0 ? 'tasks' : 'boxes',
        percent,
      },
      range: completion.range,
      subject: conflict,
      ...fixOf(setPercent(plan, completion.range, percent)),
      ...(conflict === 'underclaim' ? { atMost: 'notice' } : {}),
    };
  },
});

function countsOf({ phases }: Plan): { readonly tasks: Count; readonly all: Count } {
  const items = phases.flatMap((phase) => phase.items).filter(isCounted);
  return { tasks: countKind(items, 'task'), all: countItems(items) };
}
