import { addDays, type CalendarDate } from '../plan/calendar-date.ts';
import { isUnresolved } from '../plan/is-unresolved.ts';
import type { Plan } from '../plan/plan.ts';
import { stateIn } from '../plan/plan-fields.ts';
import { measureHealth } from '../progress/measure-health.ts';
import { measureProgress } from '../progress/measure-progress.ts';
import { lifecycleRange, stateLine } from './lifecycle-key.ts';
import { listed } from './message.ts';
import { defineRule } from './rule.ts';
import { replacementOf } from './superseded-but-active.ts';

/** Days for which a scan lets a plan rest after its last touch: someone may be about to close it. */
const GRACE = 7;

export const doneButActive = defineRule({
  id: 'done-but-active',
  description: 'A plan in which everything is done is closed.',
  concern: 'lifecycle',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'hint',
  messages: {
    done: 'Everything in the plan is done, deferred or dropped, and it is still active: write {{lines}}, or add what is left to do.',
    besides:
      'All tasks are done, deferred or dropped, the plan is still active, and other boxes of it are open ({{open}}): write {{lines}}, or add what is left to do.',
  },
  *check(plan, { run, today, relations, folderSaysClosed }) {
    if (plan.lifecycle !== 'active' || folderSaysClosed || isPartlyCounted(plan) || isBlocked(plan)) return;
    // A plan that another one replaces is to be closed in another way.
    const { named, successor } = replacementOf(plan, relations);
    if (named !== null || successor !== null) return;
    // What its author calls late or blocked is not done, and what a fence hides may be open.
    if (measureHealth(plan, measureProgress(plan), { today }).status !== 'COMPLETE') return;
    const touched = lastTouch(plan);
    if (run === 'scan' && touched !== null && addDays(touched, GRACE) >= today) return;
    const lines = listed(linesOf(plan), 'and');
    const range = lifecycleRange(plan);
    const { length } = plan.otherItems.filter(isUnresolved);
    // Boxes outside the phases do not count, and yet not everything is done.
    yield length === 0
      ? { messageId: 'done', data: { lines }, range }
      : { messageId: 'besides', data: { lines, open: length }, range };
  },
});

/** What is not counted may be open. */
const isPartlyCounted = ({ bodyProblem, malformedBoxes, uncountedPhases }: Plan): boolean =>
  bodyProblem !== null || malformedBoxes.length > 0 || uncountedPhases.length > 0;

const isBlocked = ({ selfReport: { blockers } }: Plan): boolean => blockers.some(({ isClosed }) => !isClosed);

/** The latest day on which the plan says that it was changed or reviewed. */
const lastTouch = ({ dates, selfReport }: Plan): CalendarDate | null =>
  [dates.lastUpdated, dates.reviewed, ...selfReport.updates.map(({ date }) => date)]
    .filter((date) => date !== null)
    .toSorted()
    .at(-1) ?? null;

/** What is to stand where the state stands, once or twice. */
const linesOf = (plan: Plan): readonly string[] =>
  (['lifecycle', 'status'] as const)
    .filter((key) => stateIn(plan.frontMatter.data[key]) !== null)
    .map((key) => `"${stateLine(plan, 'completed', key)}"`);
