import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Item, ItemKind, ItemState, Phase, Plan } from '../../src/plan/plan.ts';
import { FILE_START } from '../../src/plan/position.ts';
import {
  type Blocker,
  type ClaimSource,
  type ClaimState,
  NOTHING_REPORTED,
  type OnTrackClaim,
  type PhaseClaim,
  type PhaseTime,
} from '../../src/plan/self-report.ts';
import { day } from '../report/sample-report.ts';

const STATES: Readonly<Record<string, ItemState>> = {
  x: 'done',
  '.': 'open',
  '/': 'in-progress',
  '>': 'deferred',
  '-': 'cancelled',
};

/** A phase by its boxes: `x` done, `.` open, `/` in progress, `>` deferred, `-` cancelled. */
export interface PhaseSketch {
  readonly number?: string | null;
  readonly name?: string;
  readonly tasks?: string;
  readonly deliverables?: string;
  readonly gates?: string;
  readonly dropped?: boolean;
  readonly claims?: readonly PhaseClaim[];
  /** `2026-01-01..2026-01-31`; either may be missing. */
  readonly time?: string;
  readonly timeBy?: PhaseTime['source'];
}

export function phaseOf(sketch: PhaseSketch): Phase {
  return {
    name: sketch.name ?? 'Dig',
    number: sketch.number === undefined ? '1' : sketch.number,
    range: FILE_START,
    dropped: sketch.dropped ?? false,
    items: [
      ...itemsOf('task', sketch.tasks ?? ''),
      ...itemsOf('deliverable', sketch.deliverables ?? ''),
      ...itemsOf('gate', sketch.gates ?? ''),
    ],
    claims: sketch.claims ?? [],
    time: timeOf(sketch),
    files: [],
    dependsOn: [],
  };
}

const itemsOf = (kind: ItemKind, marks: string): readonly Item[] =>
  [...marks].map((mark, index) => ({
    kind,
    state: STATES[mark] ?? 'open',
    text: `${kind} ${index}`,
    mark,
    dependsOn: [],
    range: FILE_START,
  }));

function timeOf({ time, timeBy = 'table' }: PhaseSketch): PhaseTime | null {
  if (time === undefined) return null;
  const [start = '', end = ''] = time.split('..');
  return {
    start: start === '' ? null : day(start),
    end: end === '' ? null : day(end),
    source: timeBy,
    range: FILE_START,
  };
}

/** `complete`, `80%`, or both. */
export const claim = (
  source: ClaimSource,
  state: ClaimState | null,
  percent: number | null = null,
): PhaseClaim => ({
  source,
  state,
  percent,
  range: FILE_START,
});

export const blocker = (text: string, parts: Partial<Blocker> = {}): Blocker => ({
  text,
  impact: null,
  owner: null,
  eta: null,
  isClosed: false,
  phase: null,
  range: FILE_START,
  ...parts,
});

export interface PlanSketch {
  readonly lifecycle?: Plan['lifecycle'];
  readonly phases?: readonly PhaseSketch[];
  /** `2026-01-01..2026-12-31`: created and expires. */
  readonly valid?: string;
  /** `2026-01-01..2026-12-31`, of the header. */
  readonly timeline?: string;
  readonly milestones?: readonly (readonly [day: string, text: string])[];
  readonly estimatedEnd?: string;
  readonly onTrack?: OnTrackClaim['word'];
  readonly blockers?: readonly Blocker[];
}

/** A plan with what matters to a test, and nothing else. */
export function planOf(sketch: PlanSketch): Plan {
  const valid = timeOf({ time: sketch.valid ?? '..' });
  const timeline = timeOf({ time: sketch.timeline ?? '..' });
  return {
    ...parsePlan('docs/plans/plan.md', ''),
    lifecycle: sketch.lifecycle === undefined ? 'active' : sketch.lifecycle,
    dates: {
      created: valid?.start ?? null,
      lastUpdated: null,
      reviewed: null,
      expires: valid?.end ?? null,
    },
    phases: (sketch.phases ?? []).map(phaseOf),
    selfReport: {
      ...NOTHING_REPORTED,
      onTrack: sketch.onTrack === undefined ? null : { word: sketch.onTrack, range: FILE_START },
      timeline: {
        start: timeline?.start ?? null,
        end: timeline?.end ?? null,
        range: null,
        milestones: (sketch.milestones ?? []).map(([date, text]) => ({
          date: day(date),
          text,
          range: FILE_START,
        })),
        estimatedEnd:
          sketch.estimatedEnd === undefined
            ? null
            : { date: day(sketch.estimatedEnd), label: 'Current estimated completion', range: FILE_START },
      },
      blockers: sketch.blockers ?? [],
    },
  };
}
