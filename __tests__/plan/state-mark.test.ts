import { describe, expect, test } from '@jest/globals';
import { headingClaims } from '../../src/plan/heading-claims.ts';
import { readPercent } from '../../src/plan/percent-mark.ts';
import { readStateMark } from '../../src/plan/state-mark.ts';

/** The state, and the text that says it. */
const markIn = (text: string): readonly [string, string] | null => {
  const mark = readStateMark(text);
  return mark === null ? null : [mark.state, text.slice(mark.index, mark.index + mark.length)];
};

describe('a mark', () => {
  test.each([
    ['✅', 'complete', '✅'],
    ['✔️ merged', 'complete', '✔️'],
    ['done', 'complete', 'done'],
    ['Completed on Friday', 'complete', 'Completed'],
    ['Shipped', 'complete', 'Shipped'],
    ['✓', 'complete', '✓'],
    ['✔', 'complete', '✔'],
    ['[x]', 'complete', '[x]'],
    ['[X] done', 'complete', '[X] done'],
    ['[ ]', 'not-started', '[ ]'],
    ['`✅`', 'complete', '✅'],
    ['`done`', 'complete', 'done'],
    ['<b>Done</b>', 'complete', 'Done'],
    ['✅ <b>Done</b>', 'complete', '✅ <b>Done'],
    ['🔄', 'in-progress', '🔄'],
    ['In-Progress', 'in-progress', 'In-Progress'],
    ['ongoing', 'in-progress', 'ongoing'],
    ['WIP', 'in-progress', 'WIP'],
    ['partially done', 'in-progress', 'partially'],
    ['not complete', 'in-progress', 'not complete'],
    ['⏳', 'not-started', '⏳'],
    ['Not started', 'not-started', 'Not started'],
    ['pending review', 'not-started', 'pending'],
    ['todo', 'not-started', 'todo'],
    ['❌', 'blocked', '❌'],
    ['blocked', 'blocked', 'blocked'],
    ['Failed', 'blocked', 'Failed'],
    ['⏭️', 'dropped', '⏭️'],
    ['cancelled', 'dropped', 'cancelled'],
    ['❌ Cancelled', 'dropped', '❌ Cancelled'],
    ['Skipped – nobody asks for it', 'dropped', 'Skipped'],
    ['Skipped – still open', 'in-progress', 'Skipped'],
    ['Dropped into QA', 'in-progress', 'Dropped'],
    ['Fully complete', 'complete', 'Fully complete'],
    ['Everything done', 'complete', 'Everything done'],
  ])('%j says %s', (text, state, said) => {
    expect(markIn(text)).toEqual([state, said]);
  });

  test.each([
    [':white_check_mark: Done', 'complete'],
    [':arrows_counterclockwise:', 'in-progress'],
    [':hourglass_flowing_sand:', 'not-started'],
    [':x:', 'blocked'],
    ['‚úÖ', 'complete'],
    ['\uF8FFüîÑ', 'in-progress'],
    ['üîÑ', 'in-progress'],
    ['‚è≥', 'not-started'],
    ['‚ùå', 'blocked'],
  ])('may be spelt %j', (text, state) => {
    expect(markIn(text)).toEqual([state, text]);
  });

  test('may stand in emphasis and brackets, and takes with it what it opens', () => {
    expect(markIn('**Done**')).toEqual(['complete', 'Done']);
    expect(markIn('[COMPLETED]')).toEqual(['complete', 'COMPLETED']);
    expect(markIn('✅ **Complete** (2026-01-23)')).toEqual(['complete', '✅ **Complete**']);
    expect(markIn('🚀 **Done**')).toEqual(['complete', 'Done']);
  });

  test.each([
    ['Not started → Complete', 'complete', 'Complete'],
    ['Not started -> **Complete**', 'complete', 'Complete'],
    ['⏳ → 🔄 → ✅ Done', 'complete', '✅ Done'],
    ['✅ Done → 🔄 Reopened', 'in-progress', '🔄'],
    ['Complete => Blocked', 'blocked', 'Blocked'],
    ['→ Complete', 'complete', 'Complete'],
    ['Done → see Phase 2', 'complete', 'Done'],
  ])('with arrows is the last: %j', (text, state, said) => {
    expect(markIn(text)).toEqual([state, said]);
  });

  test('says the least of what it says', () => {
    expect(markIn('✅ In progress')?.[0]).toBe('in-progress');
    expect(markIn('🔄 Done')?.[0]).toBe('in-progress');
    expect(markIn('Done, except the docs')?.[0]).toBe('in-progress');
    expect(markIn('❌ Done')?.[0]).toBe('blocked');
    expect(markIn('✅ except docs')?.[0]).toBe('in-progress');
    expect(markIn('[x] except docs')?.[0]).toBe('in-progress');
    expect(markIn('Done in part')?.[0]).toBe('in-progress');
    expect(markIn('**Done**?')?.[0]).toBe('in-progress');
    expect(markIn('✅?')?.[0]).toBe('in-progress');
    expect(markIn('✅ nothing remaining')?.[0]).toBe('complete');
  });

  test.each([
    'Complete, nothing pending',
    'Complete – no longer pending',
    'Complete (remaining work: 0)',
    'Complete – not a single bug',
    '✅ No pending reviews',
  ])('is no less for %j', (text) => {
    expect(markIn(text)?.[0]).toBe('complete');
  });

  test.each([
    '',
    '75%',
    '🚀',
    '✅/🔄/⏳/❌',
    '[✅/🔄/⏳/❌]',
    '✅ or 🔄'.replace(' or', ''),
    'Donegal',
    'Merged',
    'Fully complete rewrite',
    '❌ Won’t do',
    '⏳ Moved to the next plan',
  ])('is not in %j', (text) => {
    expect(markIn(text)).toBeNull();
  });
});

describe('a percentage', () => {
  const percentIn = (text: string): readonly [number, string] | null => {
    const mark = readPercent(text);
    return mark === null ? null : [mark.percent, text.slice(mark.index, mark.index + mark.length)];
  };

  test.each([
    ['75%', 75, '75%'],
    ['Progress 50–100%', 50, '50–100%'],
    ['50-100 %', 50, '50-100 %'],
    ['50 – 100%', 50, '50 – 100%'],
    ['50 to 100%', 50, '50 to 100%'],
    ['50% – 100%', 50, '50%'],
    ['Week 3 – 60%', 60, '60%'],
    ['2026-02-10-60%', 60, '60%'],
    ['Q1-60%', 60, '60%'],
    ['**100**%', 100, '100**%'],
    ['`100` %', 100, '100` %'],
    ['<b>100</b>%', 100, '100</b>%'],
    ['100&percnt;', 100, '100&percnt;'],
    ['100&#37; overall', 100, '100&#37;'],
    ['**100** **%**', 100, '100** **%'],
    ['100\\%', 100, '100\\%'],
    ['100&nbsp;%', 100, '100&nbsp;%'],
    ['100<!-- so -->%', 100, '100<!-- so -->%'],
    ['&#49;0&#x30;%', 100, '&#49;0&#x30;%'],
    ['-5%', -5, '-5%'],
    ['**-5%**', -5, '-5%'],
    ['Done -5%', 5, '5%'],
  ])('of %j is the lowest it says', (text, percent, said) => {
    expect(percentIn(text)).toEqual([percent, said]);
  });
});

describe('the heading of a phase', () => {
  const claimsOf = (text: string): readonly string[] =>
    headingClaims({ line: 7, column: 5, text }).map(({ source, state, percent, range }) => {
      expect({ source, percent, lines: [range.start.line, range.end.line] }).toEqual({
        source: 'heading',
        percent: null,
        lines: [7, 7],
      });
      return `${state}: ${text.slice(range.start.column - 5, range.end.column - 5)}`;
    });

  test.each([
    ['✅ Phase 1: Dig', ['complete: ✅']],
    ['[x] Phase 1: Dig', ['complete: [x]']],
    ['[ ] Phase 1: Dig', ['not-started: [ ]']],
    ['✅ [x] Phase 1: Dig', ['complete: ✅', 'complete: [x]']],
    ['**[DONE]** Phase 1: Dig', ['complete: DONE']],
    ['[P1] (wip) Phase 1: Dig', ['in-progress: wip']],
    ['Phase 1: Dig ✅', ['complete: ✅']],
    ['Phase 1: Dig ✅ COMPLETE (2026-01-23)', ['complete: ✅ COMPLETE']],
    ['Phase 1: Dig (Weeks 1-2) [COMPLETED]', ['complete: COMPLETED']],
    ['Phase 1: Dig 🔄 (Weeks 1-2)', ['in-progress: 🔄']],
    ['Phase 1: Dig ❌ BLOCKED', ['blocked: ❌ BLOCKED']],
    ['Phase 1: Dig - DONE', ['complete: DONE']],
    ['Phase 1: Dig – In Progress', ['in-progress: In Progress']],
    ['**Phase 1: Dig ✅ Done**', ['complete: ✅ Done']],
    ['Phase 1: Dig ✅ **COMPLETE** - 2026-01-23', ['complete: ✅ **COMPLETE**']],
    ['Phase 1: Dig ‚úÖ COMPLETE', ['complete: ‚úÖ COMPLETE']],
    ['Phase 1: Dig :white_check_mark:', ['complete: :white_check_mark:']],
    ['~~Phase 1: Dig~~ (dropped)', ['dropped: dropped']],
    ['⏳ Phase 1: Dig ✅', ['not-started: ⏳', 'complete: ✅']],
  ])('%j says %j', (text, claims) => {
    expect(claimsOf(text)).toEqual(claims);
  });

  test.each([
    'Phase 1: Dig',
    'Phase 1: Complete the move',
    'Phase 1: What is done',
    'Phase 1: Dig (TDD)',
    'Phase 1: Dig 🚀',
    '🚀 Phase 1: Dig (Weeks 1-2)',
    'Phase 1: ✅ and ❌ as signs',
  ])('%j says nothing', (text) => {
    expect(claimsOf(text)).toEqual([]);
  });
});
