import { describe, expect, test } from '@jest/globals';
import { renderIssue } from '../../src/report/issue.ts';
import type { CoverageGap, PlanResult } from '../../src/report/report.ts';
import { links, partsOf, reason, scan, stale } from './issue-scene.ts';

const RUN = { key: 'default', run: 100, attempt: 1, runUrl: null };

const FROM = 'docs/plans/active/search.md';
const TO = 'docs/plans/active/2026/search.md';
const expired = stale('search', [reason('expired', '2026-11-01')]);
const at = (path: string, plan: PlanResult = expired): PlanResult => ({ ...plan, path });

/** What a scan finds new and gone after one that saw the others. */
function news(
  before: readonly PlanResult[],
  now: readonly PlanResult[],
  coverage: readonly CoverageGap[] = [],
) {
  const opened = partsOf(renderIssue(scan(before), links, null, RUN).body);
  const { entered, gone, rows, memory } = renderIssue(scan(now, { coverage }), links, opened, RUN);
  const isEntered = entered.map(({ path }) => path);
  return { entered: isEntered, gone, rows: rows.map(({ path }) => path), news: memory.news };
}

describe('a plan that moved and kept its name', () => {
  test('is neither new nor gone', () => {
    expect(news([at(FROM)], [at(TO)])).toEqual({ entered: [], gone: [], rows: [TO], news: null });
  });

  test('is told by what it became', () => {
    const archived = at('docs/plans/archived/search.md', stale('search', [], { lifecycle: 'archived' }));
    expect(news([at(FROM)], [archived])).toMatchObject({
      ...{ entered: [], rows: [] },
      gone: [{ path: 'docs/plans/archived/search.md', now: 'archived' }],
    });
  });

  test('enters a state that it was not in', () => {
    const more = stale('search', [reason('expired', '2026-11-01'), reason('dormant', '2026-11-20')]);
    expect(news([at(FROM)], [at(TO, more)])).toMatchObject({ entered: [TO], gone: [] });
  });

  test('keeps the day since when, where the plan has none of its own', () => {
    const unreviewed = stale('search', [reason('unreviewed', null)]);
    const opened = partsOf(renderIssue(scan([at(FROM, unreviewed)]), links, null, RUN).body);
    const memory = {
      ...opened.memory,
      plans: [{ path: FROM, states: [{ state: 'unreviewed', since: opened.memory.day }] }],
    } as const;
    const { body } = renderIssue(scan([at(TO, unreviewed)]), links, { ...opened, memory }, RUN);
    expect(body).toContain(`| ${opened.memory.day} |`);
  });
});

describe('another plan is another one', () => {
  const gone = [{ path: FROM, now: 'no plan there any more' }];
  const other = stale('search', [reason('expired', '2026-11-02')]);

  test.each<readonly [string, readonly PlanResult[], readonly string[]]>([
    ['whose state began on another day', [at(TO, other)], [TO]],
    ['of another name', [at('docs/plans/active/find.md')], ['docs/plans/active/find.md']],
    ['beside a third of its name', [at(TO), at('b/search.md', stale('search', []))], [TO]],
  ])('%s', (_, now, entered) => {
    expect(news([at(FROM)], now)).toMatchObject({ entered, gone });
  });

  test('where two of its name are gone', () => {
    const second = 'docs/plans/active/old/search.md';
    expect(news([at(FROM), at(second)], [at(TO)]).entered).toEqual([TO]);
  });

  test('whose name says nothing', () => {
    expect(news([at('a/README.md')], [at('b/README.md')]).entered).toEqual(['b/README.md']);
  });

  test('that had a row before', () => {
    const both = [at(FROM), at(TO, stale('search', [reason('no-expiry', null)]))];
    expect(news(both, both.slice(1))).toMatchObject({ entered: [], gone });
  });

  test('as long as the first one may still be where it was', () => {
    const cut: CoverageGap = { what: 'plan-files', message: 'The list was cut.', blocking: true };
    expect(news([at(FROM)], [at(TO)], [cut])).toMatchObject({ entered: [TO], gone: [], rows: [TO, FROM] });
  });
});
