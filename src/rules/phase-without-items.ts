import type { Phase } from '../plan/plan.ts';
import { isNamed, phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';
import { isTemplateAt } from './template-at.ts';

export const phaseWithoutItems = defineRule({
  id: 'phase-without-items',
  description: 'Of each phase of an active plan one can see how far it is.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  messages: {
    empty:
      'Nothing shows how far {{names}} got: list the tasks as check boxes, or give the state in the phase table.',
  },
  *check(plan) {
    const { phases, lifecycle, bodyProblem } = plan;
    // What was not read may say how far a phase is.
    if (lifecycle !== 'active' || bodyProblem !== null) return;
    // Such a plan keeps its check lists outside of its phases.
    if (phases.some((phase) => !isNamed(phase) && phase.items.length > 0)) return;
    for (const phase of phases) {
      if (!isNamed(phase) || showsProgress(phase) || isTemplateAt(plan, phase.range)) continue;
      yield {
        messageId: 'empty',
        data: { name: phaseName(phase) },
        range: phase.range,
        subject: phaseName(phase),
      };
    }
  },
});

const showsProgress = ({ dropped, items, claims }: Phase): boolean =>
  dropped || claims.length > 0 || items.some(({ kind }) => kind !== 'other');
