import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { cpuSeconds } from '../cpu-seconds.ts';
import { ACTIVE, planText } from '../rules/rule-test.ts';

const read = (body: string): Plan => parsePlan('docs/plans/active/a.md', planText(ACTIVE, body));

const itemsOf = (item: string, heading = '#### Tasks'): readonly string[] =>
  read(
    `## Implementation Phases\n\n### Phase 1: Index\n\n${heading}\n\n- [x] Begin\n${item}\n`,
  ).phases.flatMap(({ items }) => items.map(({ kind, state }) => `${kind} ${state}`));

describe('what GitHub does not show says nothing', () => {
  test.each([
    '- [ ] Finish [](deferred)',
    '- [ ] Finish ![](deferred)',
    '- [ ] Finish ![(deferred)](a.png)',
    '- [ ] Finish <a title="(N/A) - x"></a>',
    '- [ ] [Finish](n/a)',
    '- [ ] [Finish](https://example.com "(deferred): y")',
    '- [ ] [Finish](x "q\\" (deferred): y")',
    '- [ ] [Finish](x\\) (deferred))',
    '- [ ] [Finish](x&#41; (deferred))',
    '- [ ] [Finish][n/a]\n\n[n/a]: https://example.com',
    '- [ ] ~~<a></a>~~ – Finish',
    '- [ ] ~~&#8203;~~ – Finish',
  ])('of an item: %j is open', (item) => {
    expect(itemsOf(item)).toEqual(['task done', 'task open']);
  });

  test.each(['(deferred?)', '(deferred no longer, must ship)', '(N/A for now, still needed)', '[N/A?]'])(
    'of an item: %j is not settled',
    (remark) => {
      expect(itemsOf(`- [ ] Finish ${remark}`)).toEqual(['task done', 'task open']);
    },
  );

  test.each(['✅ Done<br>pending QA', '✅ Done<br/>needs QA', '✅ Done</p>not deployed'])(
    'of a cell: %j is open',
    (cell) => {
      expect(
        read(`| Task | Status |\n|---|---|\n| A | ${cell} |\n`).phases.flatMap(({ items }) => items),
      ).toMatchObject([{ state: 'open' }]);
    },
  );

  test.each([
    ['- [ ] Finish ([deferred](plan-b.md))', 'task deferred'],
    ['- [ ] Finish (deferred to [v2](x.md))', 'task deferred'],
    ['- [ ] ~~[Finish](x.md)~~', 'task cancelled'],
    ['- [ ] [N/A] Finish', 'task cancelled'],
  ])('of an item: what is shown does, %j is a %s', (item, said) => {
    expect(itemsOf(item)).toEqual(['task done', said]);
  });

  test.each([
    '#### Tasks <a title=">manual testing<"></a>',
    '#### Tasks [](x "a (b) manual testing")',
    '**Work <a title=">manual testing<"></a>**',
  ])('of a heading: below %j are tasks', (heading) => {
    expect(itemsOf('- [ ] Finish', heading)).toEqual(['task done', 'task open']);
  });

  test.each([
    '- The vendor is late <a title="> - resolved on 1<"></a>',
    '- <a title=">none.<"></a> The vendor is late',
    '- ~~<a></a>~~ The vendor is late',
    '- The vendor is late <a title="x\n  status: resolved\n  "></a>',
  ])('of a blocker: %j is in the way', (blocker) => {
    const { blockers } = read(`## Current Blockers\n\n${blocker}\n`).selfReport;
    expect(blockers.map(({ isClosed }) => isClosed)).toEqual([false]);
  });

  test('of "On track"', () => {
    expect(read('**On track:** <a title="Yes">No</a>\n').selfReport.onTrack).toMatchObject({
      word: 'no',
      range: { start: { column: 30 } },
    });
  });

  test.each(['[', '](', '<a ', '<a title="', '![a](b "', '[a][', '~~'])(
    'in time linear in many of %j',
    (unit) => {
      const text = (count: number) => `- [ ] ${unit.repeat(300)}\n`.repeat(count);
      read(text(10));
      const [small, large] = [100, 800].map((count) => cpuSeconds(() => read(text(count)))) as [
        number,
        number,
      ];
      expect(large).toBeLessThan(16 * small + 0.5);
    },
  );
});

describe('where our parser and that of GitHub differ', () => {
  test.each([
    '<!a\n- [ ] Finish\n>',
    '<!a\n\n- [ ] Finish\n\n>',
    '<search title="\n- [ ] Finish\n">',
    'Note\n<search>\n- [ ] Finish',
    'Note\n</SEARCH>\n- [ ] Finish',
    'Note\n<source>\n- [x] Finished\n\nMore',
  ])('%j is not read', (text) => {
    expect(read(`- [x] Begin\n\n${text}\n`).bodyProblem).toMatch(
      /^The plan is not read from line \d+ on: HTML/,
    );
  });

  test.each(['<!DOCTYPE a>\n- [ ] Finish', '<search>\n\n- [ ] Finish', '`<search>`\n- [ ] Finish'])(
    '%j is read',
    (text) => {
      const { bodyProblem, phases } = read(`- [x] Begin\n\n${text}\n`);
      expect(bodyProblem).toBeNull();
      expect(phases.flatMap(({ items }) => items.map(({ state }) => state))).toEqual(['done', 'open']);
    },
  );

  test.each(['2. [ ] Finish', '2) [ ] Finish', '12. [x] Finish'])('%j below code is told', (line) => {
    const { malformedBoxes } = read(`text\n\n    code\n${line}\n`);
    expect(malformedBoxes.map(({ text, fixed }) => ({ text, fixed }))).toEqual([
      { text: line.slice(0, line.indexOf(']') + 1), fixed: null },
    ]);
  });
});
