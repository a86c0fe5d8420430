import { expect, test } from '@jest/globals';
import { readPhaseHeading } from '../../src/plan/phase-heading.ts';

test.each([
  ['Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['Phase 2.2 - Consumers', 'phase', '2.2', 'Consumers'],
  ['Step 4b — Cut-over', 'step', '4b', 'Cut-over'],
  ['Track A. Producers', 'track', 'A', 'Producers'],
  ['Part IV: The end', 'part', 'IV', 'The end'],
  ['phase #3:Reader', 'phase', '3', 'Reader'],
  ['Wave 7', 'wave', '7', ''],
  ['Stage 8 ✅', 'stage', '8', ''],
  ['Milestone 9 (Weeks 1-2)', 'milestone', '9', ''],
  ['✅ Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['‚úÖ Phase 1: Foundations', 'phase', '1', 'Foundations'],
  [':white_check_mark: **Phase 1:** Foundations', 'phase', '1', 'Foundations'],
  ['[x] Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['✅ [x] Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['[DONE] Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['[P1] (Backend) Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['[not skipped] Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['(may be skipped) Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['(never abandoned) Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['(Optional – may be skipped) Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['(skipped in v1, now wanted) Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['Phase 1 (skipped in v1, now wanted): Foundations', 'phase', '1', 'Foundations'],
  ['[n/a yet] Phase 1: Foundations', 'phase', '1', 'Foundations'],
  ['Phase 1: Foundations ✅ COMPLETE (2026-01-23)', 'phase', '1', 'Foundations'],
  ['Phase 1: Foundations [COMPLETED]', 'phase', '1', 'Foundations'],
  ['Phase 1: Foundations - DONE', 'phase', '1', 'Foundations'],
  ['Phase 1: Foundations (Weeks 1-2) (in progress)', 'phase', '1', 'Foundations'],
  ['Phase 1: Foundations (TDD)', 'phase', '1', 'Foundations (TDD)'],
  ['Phase 1: What is [done] here', 'phase', '1', 'What is [done] here'],
  ['Phase 2 (Weeks 5-8): Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 ✅: Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 ✅ DONE — Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 ✅ Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 (✅ Complete): Write queue', 'phase', '2', 'Write queue'],
  ['**Phase 2 (done):** Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 (Backend): Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 (Backend)', 'phase', '2', 'Backend'],
  ['Phase 2 [x]: Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 {#p2}', 'phase', '2', ''],
  ['Phase 2 {#p2}: Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 100%: Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2 | Write queue', 'phase', '2', 'Write queue'],
  ['Phase Two: Write queue', 'phase', '2', 'Write queue'],
  ['STEP TWELVE - Write queue', 'step', '12', 'Write queue'],
  ['Phase 2: Write queue: DONE', 'phase', '2', 'Write queue'],
  ['Phase 2: Complete', 'phase', '2', ''],
  ['Phase 2: ✅ Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2: [x] Write queue', 'phase', '2', 'Write queue'],
  ['Phase 2: 🚀 Write queue', 'phase', '2', '🚀 Write queue'],
  ['Phase 2: Write queue — 100%', 'phase', '2', 'Write queue'],
  ['Phase 2: Write queue ✅ 100%', 'phase', '2', 'Write queue'],
  ['Phase 2: Write queue (90% complete)', 'phase', '2', 'Write queue'],
  ['Phase 2: Write queue (80% coverage)', 'phase', '2', 'Write queue (80% coverage)'],
  ['Phase 2: Cover 80%', 'phase', '2', 'Cover 80%'],
  ['Phase 2: Write queue ✅ 2026-02-01', 'phase', '2', 'Write queue'],
  ['Phase 2: Freeze until 2026-02-01', 'phase', '2', 'Freeze until 2026-02-01'],
  ['Phase 2: Write queue ✅ {#p2}', 'phase', '2', 'Write queue'],
  ['Phase 2: Write queue [Wk 9 - 12]', 'phase', '2', 'Write queue'],
  ['Task N: [Component Name]', 'task', 'N', '[Component Name]'],
])('"%s" is a phase', (heading, word, number, name) => {
  expect(readPhaseHeading(heading)).toEqual({ word, number, name, dropped: false });
});

test.each([
  '~~Phase 3: Mirror~~',
  '[Dropped] Phase 3: Mirror',
  'Phase 3: Mirror [DROPPED]',
  'Phase 3: Mirror (cancelled)',
  '⏭️ Phase 3: Mirror',
  'Phase 3: Mirror (N/A)',
  'Phase 3 (dropped): Mirror',
  'Phase 3: ⏭️ Mirror',
])('"%s" is dropped', (heading) => {
  expect(readPhaseHeading(heading)).toEqual({ word: 'phase', number: '3', name: 'Mirror', dropped: true });
});

test.each([
  'Phases',
  'Phase out the old queue',
  'Phase 1 of the old plan',
  'Task list',
  'Phase one of the old plan',
  'Phase 1 (TDD) of the old plan',
  'Part Twofold: x',
  'Part of the whole',
  '2026 Phase 1: x',
  'Phaser 1: x',
  'Progress',
  '',
])('"%s" is none', (heading) => {
  expect(readPhaseHeading(heading)).toBeNull();
});

test('among phases a name needs no separator, elsewhere it does', () => {
  expect(readPhaseHeading('Phase 2 Write queue', { isAmongPhases: true })).toMatchObject({
    number: '2',
    name: 'Write queue',
  });
  expect(readPhaseHeading('Phase 2 Write queue')).toBeNull();
  expect(readPhaseHeading('Task 2 is hard', { isAmongPhases: true })).toBeNull();
});
