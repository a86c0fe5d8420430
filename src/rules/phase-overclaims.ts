import type { Phase, Plan } from '../plan/plan.ts';
import type { PhaseClaim } from '../plan/self-report.ts';
import { countItems, countKind, isCounted } from '../progress/count-items.ts';
import { percentOf } from '../progress/pace.ts';
import { phaseState } from '../progress/phase-state.ts';
import type { PhaseState } from '../progress/progress.ts';
import { judgeClaim } from '../progress/reconcile.ts';
import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';

export const phaseOverclaims = defineRule({
  id: 'phase-overclaims',
  description: 'A plan says no more of a phase than its boxes prove, and no less.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  messages: {
    over: 'The boxes prove less than is said of {{names}}: tick what is done, or correct what is said.',
    under: 'The boxes prove more than is said of {{names}}: correct what is said.',
  },
  *check(plan) {
    for (const phase of plan.phases) {
      for (const claim of phase.claims) {
        const conflict = judgeClaim(claim, phase);
        if (conflict === 'none') continue;
        const isOver = conflict === 'overclaim';
        const name = phaseName(phase);
        yield {
          messageId: isOver ? 'over' : 'under',
          data: { name },
          range: claim.range,
          subject: `${conflict} ${claim.source} ${name}`,
          help: proofOf(plan, phase, claim),
          ...(isOver ? {} : { atMost: 'notice' }),
        };
      }
    }
  },
});

/** How many boxes are open, and what to write in the place of the claim. */
function proofOf(plan: Plan, phase: Phase, { state }: PhaseClaim): string {
  const counted = phase.items.filter(isCounted);
  const all = countItems(counted);
  const tasks = countKind(counted, 'task');
  const { done, total } = tasks.total > 0 ? tasks : all;
  const right =
    state === null
      ? `${percentOf({ part: done, whole: total })}%`
      : WORDS[phaseState(phase, plan.selfReport.blockers)];
  return `${all.done} of ${all.total} boxes of "${phaseName(phase)}" are ticked: write "${right}".`;
}

/** What each state is called in the phase table of the template. */
const WORDS = {
  'not-started': '⏳ Not Started',
  'in-progress': '🔄 In Progress',
  blocked: '❌ Blocked',
  'gate-pending': '🔄 In Progress',
  complete: '✅ Complete',
  untracked: '⏳ Not Started',
  dropped: '⏭️ Dropped',
} as const satisfies Record<PhaseState, string>;
