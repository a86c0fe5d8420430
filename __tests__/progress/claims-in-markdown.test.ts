import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measurePhases } from '../../src/progress/measure-progress.ts';

/** The places where a plan can say how far a phase is. */
interface Places {
  /** Behind the name in the phase's heading. */
  readonly heading?: string;
  readonly status?: string;
  readonly bullets?: string;
  /** Of the phase table: `Status | Progress`. */
  readonly row?: string;
  /** A blocker among the active ones. */
  readonly blocker?: string;
}

const planText = (boxes: string, { heading = '', status = '', bullets = '', row, blocker }: Places): string =>
  [
    `## Implementation Phases\n\n### Phase 1: Dig${heading}`,
    status === '' ? '' : `**Status:** ${status}`,
    `${boxes}\n\n${bullets}`,
    '## Progress Tracking',
    row === undefined
      ? ''
      : `### Phase Status\n\n| Phase | Status | Progress | Start | End |\n|---|---|---|---|---|\n| Phase 1 | ${row} | | |`,
    blocker === undefined ? '' : `### Current Blockers\n\n**Active blockers:**\n\n1. ${blocker}`,
  ].join('\n\n');

const told = (boxes: string, places: Places): string => {
  const [phase] = measurePhases(parsePlan('plan.md', planText(boxes, places)));
  const claim = phase?.claim ?? null;
  const said = claim === null ? 'nothing said' : `${claim.source} says ${claim.state}`;
  return `${phase?.state}, ${said}, ${phase?.conflict}`;
};

const HALF = '- [x] Draw\n- [ ] Dig';
const ALL = '- [x] Draw\n- [x] Dig';
const NONE = '';

describe.each<[Places, string, string, string]>([
  [
    { row: '🔄 | 200%' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, overclaim',
    'untracked, table says in-progress, none',
  ],
  [
    { row: 'Yes | ' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: '**Closed** | ' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: 'No | ' },
    'in-progress, table says in-progress, none',
    'complete, table says in-progress, underclaim',
    'untracked, table says in-progress, none',
  ],
  [
    { row: 'Closed beta | ' },
    'in-progress, nothing said, none',
    'complete, nothing said, none',
    'untracked, nothing said, none',
  ],
  [
    { row: '🟢 | ' },
    'in-progress, nothing said, none',
    'complete, nothing said, none',
    'untracked, nothing said, none',
  ],
  [
    { row: '&#9989; | １００％' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { heading: ' &#x2705;' },
    'in-progress, heading says complete, overclaim',
    'complete, heading says complete, none',
    'untracked, heading says complete, none',
  ],
  [
    { heading: ' (150%)' },
    'in-progress, heading says complete, overclaim',
    'complete, heading says complete, overclaim',
    'untracked, heading says complete, none',
  ],
  [
    { row: '✅ Complete | 100%' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: '100% | 50%' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: '50–100% | ' },
    'in-progress, table says in-progress, none',
    'complete, table says in-progress, none',
    'untracked, table says in-progress, none',
  ],
  [
    { row: '‚úÖ | ' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: ':white_check_mark: | ' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: 'Done | ' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: ' | 100%' },
    'in-progress, table says complete, overclaim',
    'complete, table says complete, none',
    'untracked, table says complete, none',
  ],
  [
    { row: '🔄 In Progress | 50%' },
    'in-progress, table says in-progress, none',
    'complete, table says in-progress, underclaim',
    'untracked, table says in-progress, none',
  ],
  [
    { row: '\uF8FFüîÑ | 100%' },
    'in-progress, table says complete, overclaim',
    'complete, table says in-progress, underclaim',
    'untracked, table says in-progress, none',
  ],
  [
    { row: '⏳ Not Started | 0%' },
    'in-progress, table says not-started, underclaim',
    'complete, table says not-started, underclaim',
    'untracked, table says not-started, none',
  ],
  [
    { row: '❌ Blocked | ' },
    'blocked, table says blocked, none',
    'complete, table says blocked, underclaim',
    'untracked, table says blocked, none',
  ],
  [
    { row: '‚ùå | ' },
    'blocked, table says blocked, none',
    'complete, table says blocked, underclaim',
    'untracked, table says blocked, none',
  ],
  [
    { heading: ' ✅ COMPLETE (2026-01-23)' },
    'in-progress, heading says complete, overclaim',
    'complete, heading says complete, none',
    'untracked, heading says complete, none',
  ],
  [
    { heading: ' [COMPLETED]' },
    'in-progress, heading says complete, overclaim',
    'complete, heading says complete, none',
    'untracked, heading says complete, none',
  ],
  [
    { heading: ' (IN PROGRESS)' },
    'in-progress, heading says in-progress, none',
    'complete, heading says in-progress, underclaim',
    'untracked, heading says in-progress, none',
  ],
  [
    { status: '✅ Complete' },
    'in-progress, label says complete, overclaim',
    'complete, label says complete, none',
    'untracked, label says complete, none',
  ],
  [
    { status: 'Blocked' },
    'blocked, label says blocked, none',
    'complete, label says blocked, underclaim',
    'untracked, label says blocked, none',
  ],
  [
    { bullets: '- ✅ Draw\n- ⏳ Dig' },
    'in-progress, nothing said, none',
    'complete, nothing said, none',
    'untracked, bullets says in-progress, none',
  ],
  [
    { blocker: 'No shovels; phase 1 waits' },
    'blocked, nothing said, none',
    'complete, nothing said, none',
    'untracked, nothing said, none',
  ],
  [
    { heading: ' ✅', row: '🔄 | 50%' },
    'in-progress, heading says complete, overclaim',
    'complete, table says in-progress, underclaim',
    'untracked, table says in-progress, none',
  ],
])('a phase that says %j', (places, half, all, none) => {
  test('with half of its boxes ticked', () => expect(told(HALF, places)).toBe(half));
  test('with all of them ticked', () => expect(told(ALL, places)).toBe(all));
  test('without boxes', () => expect(told(NONE, places)).toBe(none));
});
