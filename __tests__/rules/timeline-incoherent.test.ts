import { phases, phaseTable } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const BOX = '- [ ] Build the index';
const withPhase = (header: string, heading: string, ...rest: readonly string[]): string =>
  planText(
    ACTIVE,
    ['# Faster search', header, '## Implementation Phases', `### ${heading}`, BOX, ...rest]
      .filter((block) => block !== '')
      .map((block) => `${block}\n`)
      .join('\n'),
  );
const HEADER = '**Timeline:** 2026-01-05 to 2026-05-29';
const row = (start: string, end: string): string => phaseTable(['Phase 1', '', '', start, end]);

const reversed = (names: string): string =>
  `The end is before the start: ${names}; correct the one that is wrong.`;
const outside = (names: string): string =>
  `Not within the time of the plan, 2026-01-05 to 2026-05-29: ${names}; correct the days of the one or the other.`;
const late = (names: string): string =>
  `After the day on which the plan expires, 2026-06-30: ${names}; set "expires" to a later day, or bring this forward.`;

testRule('timeline-incoherent', {
  valid: {
    'days that fit together': {
      text: withPhase(HEADER, 'Phase 1: Index', row('2026-01-05', '2026-05-29')),
    },
    'a phase of one day': { text: withPhase(HEADER, 'Phase 1: Index', row('2026-01-05', '2026-01-05')) },
    'weeks that end with the week of the end': { text: withPhase(HEADER, 'Phase 1: Index (Weeks 1-21)') },
    'a plan without a timeline that ends on its last day': {
      text: withPhase('', 'Phase 1: Index', row('2025-12-01', '2026-06-30')),
    },
    'a plan without an end': {
      text: planText(
        withKeys(ACTIVE, { expires: null }),
        phases(`### Phase 1: Index\n\n${BOX}`, row('2026-01-05', '2027-01-05')),
      ),
    },
    'a closed plan': {
      text: withPhase(HEADER, 'Phase 1: Index', row('2026-03-05', '2026-01-05')).replace(
        'active',
        'archived',
      ),
    },
  },
  invalid: {
    'a timeline that ends before it begins, and nothing that follows from it': {
      text: withPhase(
        '**Timeline:** 2026-05-29 to 2026-01-05',
        'Phase 1: Index',
        row('2026-01-05', '2026-02-05'),
      ),
      said: [{ severity: 'warning', at: '14:1-14:39', message: reversed('"Timeline"') }],
    },
    'a phase that ends before it begins': {
      text: withPhase(HEADER, 'Phase 1: Index', row('2026-03-05', '2026-02-05')),
      said: [{ severity: 'warning', at: '28:1-28:44', message: reversed('"Index"') }],
    },
    'a phase that begins before the plan, on a scan': {
      text: withPhase(HEADER, 'Phase 1: Index', row('2026-01-04', '2026-02-05')),
      run: 'scan',
      said: [{ severity: 'notice', at: '28:1-28:44', message: outside('"Index"') }],
    },
    'a phase without a start that ends before the plan': {
      text: withPhase(HEADER, 'Phase 1: Index', row('', '2026-01-04')),
      said: [{ severity: 'warning', at: '28:1-28:34', message: outside('"Index"') }],
    },
    'a phase that ends after the plan': {
      text: withPhase(HEADER, 'Phase 1: Index', row('2026-01-05', '2026-05-30')),
      said: [{ severity: 'warning', at: '28:1-28:44', message: outside('"Index"') }],
    },
    'weeks that go on after the plan': {
      text: withPhase(HEADER, 'Phase 1: Index (Weeks 20-22)'),
      said: [{ severity: 'warning', at: '18:21-18:32', message: outside('"Index"') }],
    },
    'a phase that ends after the plan expires, where there is no timeline': {
      text: withPhase('', 'Phase 1: Index', row('2026-01-05', '2026-07-01')),
      said: [{ severity: 'warning', at: '26:1-26:44', message: late('"Index"') }],
    },
    'a timeline, a milestone and an estimate after the plan expires': {
      text: withPhase(
        '**Timeline:** 2026-01-05 to 2026-07-03',
        'Phase 1: Index',
        '## Timeline',
        '**Key milestones:**',
        '- **2026-03-20:** The index is built\n- **2026-07-01:** It is fast',
        '## Progress Tracking',
        '**Current estimated completion:** 2026-07-10 (was 2026-06-26)',
      ),
      said: [
        {
          severity: 'warning',
          at: '14:1-14:39',
          message: late('"Timeline", "It is fast" and "Current estimated completion"'),
          help: 'And 2 more, on lines 27 and 31.',
          count: 3,
        },
      ],
    },
  },
});
