import type { Phase, Plan } from '../plan/plan.ts';
import type { ClaimSource, ClaimState } from '../plan/self-report.ts';
import type { Delta } from './delta.ts';
import type { Pairs } from './pair-up.ts';
import { phaseState } from './phase-state.ts';
import { CLAIM_SOURCES, claimedState } from './reconcile.ts';

export const shownName = ({ name, number }: Phase): string =>
  name || (number === null ? '' : `Phase ${number}`);

/** In the order of the head; then those that are gone. The one unnamed phase is no phase to speak of. */
export function compareStates(base: Plan, head: Plan, { pairs, left }: Pairs<Phase>): Delta['phases'] {
  const before = new Map(pairs.map(([from, to]) => [to, from]));
  return [
    ...head.phases.filter(isNamed).map((phase) => {
      const from = before.get(phase);
      return {
        name: shownName(phase),
        from: from === undefined ? null : phaseState(from, base.selfReport.blockers),
        to: phaseState(phase, head.selfReport.blockers),
      };
    }),
    ...left.filter(isNamed).map((phase) => ({
      name: shownName(phase),
      from: phaseState(phase, base.selfReport.blockers),
      to: null,
    })),
  ].filter(({ from, to }) => from !== to);
}

/** Place by place, so that a claim that another one stands before is no change of either. */
export function compareClaims(head: Plan, { pairs }: Pairs<Phase>): Delta['claims'] {
  const before = new Map(pairs.map(([from, to]) => [to, from]));
  return head.phases.flatMap((phase) => {
    const from = before.get(phase);
    if (from === undefined) return [];
    return CLAIM_SOURCES.map((source) => ({
      name: shownName(phase),
      source,
      from: claimAt(from, source),
      to: claimAt(phase, source),
    })).filter((change) => change.from !== change.to);
  });
}

function claimAt({ claims }: Phase, source: ClaimSource): ClaimState | null {
  const here = claims.filter((claim) => claim.source === source);
  const claim = here.find(({ state }) => state !== null) ?? here[0];
  return claim === undefined ? null : claimedState(claim);
}

const isNamed = ({ name, number }: Phase): boolean => name !== '' || number !== null;
