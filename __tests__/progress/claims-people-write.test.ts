import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { measurePhases } from '../../src/progress/measure-progress.ts';

/** A plan with one phase that is half done. */
const inPhase = (below: string): string =>
  `## Implementation Phases\n\n### Phase 1: Dig\n\n${below}\n\n- [x] Draw\n- [ ] Dig\n`;
const withHeading = (heading: string): string => inPhase('').replace('### Phase 1: Dig', `### ${heading}`);
const withRow = (header: string, row: string): string =>
  `${inPhase('')}\n## Progress Tracking\n\n| ${header} |\n|${'---|'.repeat(header.split('|').length)}\n| ${row} |\n`;

const told = (text: string): string => {
  const plan = parsePlan('plan.md', text);
  const [phase] = measurePhases(plan);
  const { completion } = plan.selfReport;
  return [
    phase?.claim == null ? 'nothing' : `${phase.claim.source} ${phase.claim.state}`,
    ...(completion === null ? [] : [`plan ${completion.percent} %`]),
  ].join(', ');
};

describe('claims as people and language models write them', () => {
  test.each([
    ['behind a bar', withHeading('Phase 1: Dig ██████████ 100%'), 'heading complete'],
    ['behind a bar of signs', withHeading('Phase 1: Dig [##########] 100%'), 'heading complete'],
    ['all of it in bold', inPhase('**Status: ✅ COMPLETE**'), 'label complete'],
    ['in bold, with a day', inPhase('**Status: Complete** (2026-01-12)'), 'label complete'],
    ['in italics', inPhase('*Status: Complete*'), 'label complete'],
    ['alone, in bold', inPhase('**✅ COMPLETE**'), 'label complete'],
    ['alone, with a day', inPhase('✅ **Complete** (2026-01-12)'), 'label complete'],
    ['as a percentage', inPhase('**Progress:** 100%'), 'label complete'],
    ['as a completion', inPhase('**Completion:** 100%'), 'label complete'],
    ['as a share', inPhase('**Progress:** 2/2'), 'label complete'],
    ['below a sign', withRow('Phase | ✅ Status', '1 | Done'), 'table complete'],
    ['below "Current Status"', withRow('Phase | Current Status', '1 | Done'), 'table complete'],
    [
      'in place of what was struck',
      withRow('Phase | Status', '1 | ~~⏳ Not started~~ ✅ Done'),
      'table complete',
    ],
    ['as "all done"', withRow('Phase | Status', '1 | All done'), 'table complete'],
    ['as a share in the table', withRow('Phase | Progress', '1 | 2/2'), 'table complete'],
    ['without its sign', withRow('Phase | % Complete', '1 | 100'), 'table complete'],
    ['of the plan, in bold', `${inPhase('')}\n## Progress\n\n**Progress: 100%**\n`, 'nothing, plan 100 %'],
    ['of its tasks', `${inPhase('')}\n## Progress\n\n**Tasks completed:** 2/2\n`, 'nothing, plan 100 %'],
    [
      'of all tasks',
      `${inPhase('')}\n## Progress\n\n**Progress:** 100% of all tasks\n`,
      'nothing, plan 100 %',
    ],
    ['with another sign behind', withRow('Phase | Status', '1 | ✅ dev, ⏳ QA'), 'table in-progress'],
  ])('are read %s', (_, text, claim) => {
    expect(told(text)).toBe(claim);
  });

  test.each([
    ['a thing that is complete', withHeading('Phase 1: Dig (complete rewrite)')],
    ['goods that are finished', withHeading('Phase 1: Dig (finished goods)')],
    ['a rewrite in a status', inPhase('**Status:** Complete rewrite of the plan')],
    ['a tick for what is well', withRow('Phase | Status', '1 | ✅ On track')],
    ['a tick for what is agreed on', withRow('Phase | Status', '1 | ✅ Approved')],
    ['a tick for what can begin', withRow('Phase | Status', '1 | ✅ Ready to start')],
    ['an aim', withRow('Phase | Status', '1 | Target 100% by March')],
    ['a share of something else', withRow('Phase | Progress', '1 | 100% of the users')],
    ['what was struck', withRow('Phase | Status', '1 | ~~✅ Done~~ reopened')],
    ['a day in a column of completion', withRow('Phase | Completion', '1 | 2026-06-01')],
    ['a sentence', inPhase('✅ Complete the drawing before the digging.')],
    ['a name with a measure', withHeading('Phase 1: Uptime: 100%')],
    ['a measure of the phase', inPhase('**Progress:** 100% parity with the old one')],
    ['a day below "Completed"', withRow('Phase | Completed', '1 | 12/12')],
    ['days of a week', withRow('Phase | Progress', '1 | 5/5 days')],
    ['a rollout', withRow('Phase | Progress', '1 | rollout 100%')],
    ['what went elsewhere', withRow('Phase | Status', '1 | ⏳ Moved to the next plan')],
    ['a day that may be a share', inPhase('**Completion:** 5/12')],
    ['a criterion', `${inPhase('')}\n## Progress\n\n**Completion:** 100% of tests pass\n`],
    ['an API', `${inPhase('')}\n## Progress\n\n**Progress:** 100% of the API is designed\n`],
  ])('are not %s', (_, text) => {
    expect(told(text)).toBe('nothing');
  });
});
