import type { Phase, Plan } from '../plan/plan.ts';
import type { PhaseClaim } from '../plan/self-report.ts';
import { countItems, isCounted } from '../progress/count-items.ts';
import { judgeClaim } from '../progress/reconcile.ts';
import { type ClaimConflict, correctClaims, rightClaim } from './correct-claims.ts';
import { fixOf } from './fix-of.ts';
import { phaseName } from './phase-name.ts';
import { defineRule } from './rule.ts';

export const phaseOverclaims = defineRule({
  id: 'phase-overclaims',
  description: 'A plan says no more of a phase than its boxes prove, and no less.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'notice' },
  minimal: false,
  fixable: 'safe',
  messages: {
    over: 'The boxes prove less than is said of {{names}}: tick what is done, or correct what is said.',
    under: 'The boxes prove more than is said of {{names}}: correct what is said.',
  },
  *check(plan) {
    const conflicts = plan.phases.flatMap((phase) =>
      phase.claims.flatMap((claim): readonly ClaimConflict[] => {
        const conflict = judgeClaim(claim, phase);
        return conflict === 'none' ? [] : [{ phase, claim, isOver: conflict === 'overclaim' }];
      }),
    );
    const fixes = correctClaims(plan, conflicts);
    for (const { phase, claim, isOver } of conflicts) {
      const name = phaseName(phase);
      yield {
        messageId: isOver ? 'over' : 'under',
        data: { name },
        range: claim.range,
        subject: `${isOver ? 'overclaim' : 'underclaim'} ${claim.source} ${name}`,
        help: proofOf(plan, phase, claim),
        ...fixOf(fixes.get(claim) ?? null),
        ...(isOver ? {} : { atMost: 'notice' }),
      };
    }
  },
});

/** How many boxes are open, and what to write in the place of the claim. */
function proofOf(plan: Plan, phase: Phase, claim: PhaseClaim): string {
  const { done, total } = countItems(phase.items.filter(isCounted));
  return `${done} of ${total} boxes of "${phaseName(phase)}" are ticked: write "${rightClaim(plan, phase, claim)}".`;
}
