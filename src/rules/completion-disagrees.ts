import { endsInPercent } from '../plan/percent-mark.ts';
import type { Plan } from '../plan/plan.ts';
import type { PercentClaim } from '../plan/self-report.ts';
import { textPlaces } from '../plan/text-places.ts';
import { countItems, countKind, isCounted } from '../progress/count-items.ts';
import { percentOf } from '../progress/pace.ts';
import type { Count } from '../progress/progress.ts';
import { judgePercent } from '../progress/reconcile.ts';
import { fixOf } from './fix-of.ts';
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
    off: '"Completion" says {{said}}, and {{done}} of {{total}} {{things}} are done: write "{{percent}}%".',
    beyond:
      '"Completion" says {{said}}, and no plan is done by more than 100 %: write how much of it is done.',
    beneath:
      '"Completion" says {{said}}, and no plan is done by less than nothing: write how much of it is done.',
  },
  *check(plan) {
    const { completion } = plan.selfReport;
    if (completion === null) return;
    const { tasks, all } = countsOf(plan);
    const counted = tasks.total > 0 ? tasks : all;
    const said = inWords(plan, completion);
    if (counted.total === 0 && completion.percent > 100) {
      yield { messageId: 'beyond', data: { said }, range: completion.range, subject: 'overclaim' };
    }
    if (counted.total === 0 && completion.percent < 0) {
      yield { messageId: 'beneath', data: { said }, range: completion.range, subject: 'underclaim' };
    }
    // A share without a word may be a day.
    if (completion.of !== undefined && completion.of !== tasks.total && completion.of !== all.total) return;
    const conflict = judgePercent(completion.percent, counted);
    // Of the tasks alone or of every box: the plan does not say which it means.
    if (conflict === 'none' || judgePercent(completion.percent, all) === 'none') return;
    const percent = percentOf({ part: counted.done, whole: counted.total });
    yield {
      messageId: 'off',
      data: {
        said,
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

/** A word, a sign or a share as it is written. */
function inWords({ text }: Plan, { percent, range }: PercentClaim): string {
  const written = textPlaces(text).textIn(range);
  return endsInPercent(written) ? `${percent} %` : `"${written}"`;
}

function countsOf({ phases }: Plan): { readonly tasks: Count; readonly all: Count } {
  const items = phases.flatMap((phase) => phase.items).filter(isCounted);
  return { tasks: countKind(items, 'task'), all: countItems(items) };
}
