import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import type { PercentClaim, PhaseClaim } from '../plan/self-report.ts';
import { isCounted } from './count-items.ts';
import { claimedState } from './reconcile.ts';

/** Something that a plan itself calls unfinished, and no box is there that could prove it. */
export interface UnfinishedClaim {
  /** Of a phase, as it is named in its heading or its row; else the label. */
  readonly name: string;
  /** The sign or words that say so. */
  readonly range: Range;
}

/** A row that sums up the others is none of work. */
const TOTAL = /^\W{0,5}(?:total|overall)\W{0,5}$/i;

/**
 * Phases without boxes, rows of the phase table without a phase, and the completion of a plan without boxes: they are
 * believed when they say that they are over, and so they are when they say that they are not.
 */
export function unfinishedClaims({ phases, selfReport }: Plan): readonly UnfinishedClaim[] {
  const hasBoxes = phases.some(({ items }) => items.some(isCounted));
  const { completion, otherRows } = selfReport;
  return [
    ...phases.flatMap(({ name, number, dropped, items, claims }): readonly UnfinishedClaim[] => {
      const claim = dropped || items.some(isCounted) ? undefined : unfinishedAmong(claims);
      return claim === undefined ? [] : [{ name: name || `Phase ${number}`, range: claim.range }];
    }),
    ...otherRows.flatMap(({ name, claims }) => {
      const claim = TOTAL.test(name) ? undefined : unfinishedAmong(claims);
      return claim === undefined ? [] : [{ name, range: claim.range }];
    }),
    ...(completion === null || mayBeDay(completion) || completion.percent >= 100 || hasBoxes
      ? []
      : [{ name: 'Completion', range: completion.range }]),
  ];
}

const mayBeDay = ({ of, isShare }: PercentClaim): boolean => of !== undefined && isShare !== true;

/** What was given up stays at the percentage that it had: `⏭️ Skipped | 0%`. */
function unfinishedAmong(claims: readonly PhaseClaim[]): PhaseClaim | undefined {
  const sources = new Set(
    claims.flatMap(({ source, state, isGivenUp }) =>
      state === 'dropped' || isGivenUp === true ? [source] : [],
    ),
  );
  if (sources.has('table')) return undefined;
  return claims.find((claim) => !(sources.has('label') && claim.source === 'label') && isUnfinished(claim));
}

function isUnfinished(claim: PhaseClaim): boolean {
  const state = claimedState(claim);
  // "❌ Old way" stands in lists of all kinds, beside "⏳ …" it speaks of work.
  if (claim.source === 'bullets' && state === 'blocked') return claim.hasOpen === true;
  return state === 'not-started' || state === 'in-progress' || state === 'blocked';
}
