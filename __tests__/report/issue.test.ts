import { describe, expect, test } from '@jest/globals';
import { type IssueOptions, isSameIssue, renderIssue } from '../../src/report/issue.ts';
import type { IssueBody } from '../../src/report/issue-body.ts';
import type { CoverageGap, PlanResult } from '../../src/report/report.ts';
import { expectGolden } from './golden-file.ts';
import { everyState, links, partsOf, reason, scan, stale } from './issue-scene.ts';
import { day, finding, plan } from './sample-report.ts';

const RUN = {
  key: 'default',
  run: 100,
  attempt: 1,
  runUrl: 'https://github.com/acme/harbour/actions/runs/100',
};

const render = (
  plans: readonly PlanResult[],
  before: IssueBody | null = null,
  { options = {}, ...parts }: Parameters<typeof scan>[1] & { readonly options?: Partial<IssueOptions> } = {},
) => renderIssue(scan(plans, parts), links, before, { ...RUN, ...options });

/** The issue as the first scan left it. */
const opened = (plans: readonly PlanResult[]): IssueBody => partsOf(render(plans).body);

const gap = (parts: Partial<CoverageGap>): CoverageGap => ({
  ...{ what: 'plan-files', message: 'The list of files was cut.', blocking: true, ...parts },
});

const expired = stale('a', [reason('expired', '2026-11-01')]);
const fine = stale('a', []);
const SNOOZE = { until: day('2026-12-31'), reason: 'Waits for the *new* law.' };

describe('the body', () => {
  test('has a row for each plan that needs a decision, the worst state first, in it the oldest', () => {
    const { title, body, entered, gone } = render(everyState);
    expect(title).toBe('Plans that need a decision');
    expectGolden('issue.md', body ?? '');
    expect(entered).toHaveLength(9);
    expect(gone).toEqual([]);
  });

  test('says after a day what is new and what is gone', () => {
    const before = opened(everyState);
    const after = everyState
      .filter(({ title }) => title !== 'dates')
      .concat(
        stale('dates', [], { staleness: { state: null, reasons: [], isSnoozed: true, snooze: SNOOZE } }),
      )
      .filter(({ title }) => title !== 'younger')
      .map((one) => {
        if (one.title === 'older')
          return { ...one, lifecycle: 'archived' as const, staleness: fine.staleness };
        if (one.title === 'fine') return stale('fine', [reason('expiring-soon', '2026-11-23')]);
        return one.title === 'soon' ? { ...one, staleness: fine.staleness } : one;
      });
    const { body, entered, gone } = render(after, before, { today: day('2026-11-23') });
    expectGolden('issue-next-day.md', body ?? '');
    expect(entered).toEqual([{ path: 'docs/plans/active/fine.md', states: ['expiring-soon'] }]);
    expect(gone).toEqual([
      { path: 'docs/plans/active/older.md', now: 'archived' },
      { path: 'docs/plans/active/younger.md', now: 'no plan there any more' },
      { path: 'docs/plans/active/soon.md', now: 'up to date' },
      { path: 'docs/plans/active/dates.md', now: 'snoozed' },
    ]);
  });

  test('is the same on later days without a change, whatever run and commit', () => {
    const first = opened(everyState);
    const second = partsOf(
      render([...everyState, stale('b', [reason('expired', '2026-11-22')])], first).body,
    );
    const later = render([...everyState, stale('b', [reason('expired', '2026-11-22')])], second, {
      ...{ today: day('2026-12-24'), options: { run: 107 } },
      trigger: { kind: 'scan', event: 'schedule', base: null, head: 'b'.repeat(40) },
    });
    expect(isSameIssue(second, later.body ?? '')).toBe(true);
    expect(isSameIssue(first, later.body ?? '')).toBe(false);
    expect(later.entered).toEqual([]);
  });

  test('tells a plan that entered another state, and no plan that left one of two', () => {
    const before = opened([stale('a', [reason('expired', '2026-11-01'), reason('dormant', '2026-11-02')])]);
    const { entered, gone } = render(
      [stale('a', [reason('expired', '2026-11-01'), reason('unreviewed', null)])],
      before,
    );
    expect(entered).toEqual([{ path: expired.path, states: ['unreviewed'] }]);
    expect(gone).toEqual([]);
  });

  test('says that no plan needs a decision', () => {
    const { body, rows } = render([fine], opened([expired]));
    expect(rows).toEqual([]);
    expect(partsOf(body).section).toMatch(
      /^\*\*No plan needs a decision\.\*\*\n\n\*\*Gone since 2026-11-22\*\*\n/,
    );
  });

  test('counts the errors of plans, and links the scan', () => {
    const broken = { ...expired, diagnostics: [finding({ rule: 'front-matter-schema' })] };
    expect(render([broken]).body).toContain(
      'Checked 1 of 1 plan · 1 error in plans · [the scan that found this](https://github.com/acme/harbour/actions/runs/100)',
    );
  });

  test('suggests to stagger plans, five or more of which end on one day to come', () => {
    const ending = (index: number): PlanResult =>
      plan({ path: `docs/plans/active/${index}.md`, dates: { ...fine.dates, expires: day('2026-12-31') } });
    const four = [expired, ...[1, 2, 3, 4].map(ending)];
    expect(render(four).body).not.toContain('stagger');
    expect(render([...four, ending(5)]).body).toContain('5 plans expire on 2026-12-31: stagger them');
  });
});

describe('what a scan could not look at', () => {
  const before = opened([expired, stale('b', [reason('drifting', '2026-11-02')])]);
  const rowsOf = (plans: readonly PlanResult[], coverage: readonly CoverageGap[]) =>
    render(plans, before, { coverage }).rows.map(({ path, states }) => [
      path.slice('docs/plans/active/'.length),
      ...states.map(({ state, isKnown }) => `${state}${isKnown ? '' : '?'}`),
    ]);

  test('stays when the list of files was cut, and goes when it was whole', () => {
    expect(rowsOf([], [gap({})])).toEqual([
      ['a.md', 'expired?'],
      ['b.md', 'drifting?'],
    ]);
    expect(rowsOf([], [gap({ what: 'schema' })])).toEqual([]);
    expect(rowsOf([], [])).toEqual([]);
  });

  test('stays when its own file could not be read', () => {
    const coverage = [gap({ what: 'file', path: expired.path })];
    expect(rowsOf([fine, stale('b', [])], coverage)).toEqual([['a.md', 'expired?']]);
    const { body, gone } = render([fine, stale('b', [])], before, { coverage });
    expect(body).toContain('| **expired** (not looked at) | 2026-11-01 | – |');
    expect(gone).toEqual([{ path: 'docs/plans/active/b.md', now: 'up to date' }]);
  });

  test('stays when the history was not asked', () => {
    const staleness = { state: null, reasons: [], isPastUnknown: true } as const;
    expect(rowsOf([fine, stale('b', [], { staleness })], [])).toEqual([['b.md', 'drifting?']]);
    expect(rowsOf([stale('b', [], { lifecycle: 'completed' })], [])).toEqual([]);
  });

  test('goes when only the history of others was not asked', () => {
    const coverage = [gap({ what: 'history', blocking: false })];
    expect(rowsOf([fine, stale('b', [])], coverage)).toEqual([]);
  });

  test('stays when the plan says no state of its life that is known', () => {
    const unknown = stale('a', [], { lifecycle: null });
    expect(rowsOf([unknown], [])).toEqual([['a.md', 'expired?']]);
    expect(render([unknown]).body).toContain(
      'Checked 1 of 1 plan · 1 in no known state, for which no date counts · ',
    );
  });
});

describe("people's text", () => {
  const ours = render([expired]).body ?? '';

  test('above and below is kept byte for byte, with the line ends that GitHub’s editor made', () => {
    const edited = `Before you decide:\r\n\r\n${ours.replaceAll('\n', '\r\n')}\r\n- [ ] Ask Ines \u2028 |<b>\r\n`;
    const before = partsOf(edited);
    const { body } = render([expired], before);
    expect(isSameIssue(before, body ?? '')).toBe(true);
    expect(body?.startsWith('Before you decide:\r\n\r\n<!-- plan-check-issue {')).toBe(true);
    expect(body?.endsWith('<!-- plan-check-issue-end -->\r\n\r\n- [ ] Ask Ines \u2028 |<b>\r\n')).toBe(true);
  });

  test('is never lost when the end of our part was deleted', () => {
    const before = partsOf(`${ours.replace('<!-- plan-check-issue-end -->', '')}Ours!\n`);
    const { body } = render([expired], before);
    expect(body?.endsWith('Ours!\n')).toBe(true);
    expect(partsOf(body).section).toBe(partsOf(ours).section);
  });

  test('takes the room that it needs, and ours shrinks by whole rows, to a sentence at last', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      stale(`plan-${index}`, [reason('expired', '2026-11-01')]),
    );
    const whole = partsOf(render(many).body);
    const table = whole.section.split('\n').filter((line) => line.startsWith('| [plan-'));
    expect(render(many).body?.length).toBeLessThanOrEqual(65_536);
    expect(whole.section).toContain(`_Left out for want of room: the rows of ${300 - table.length} plans.`);
    expect(table.every((line) => line.endsWith(' |'))).toBe(true);

    const below = 'x'.repeat(64_000);
    const squeezed = render(many, { ...whole, below }).body ?? '';
    expect(squeezed.length).toBeLessThanOrEqual(65_536);
    expect(squeezed.endsWith(below)).toBe(true);
    expect(squeezed).toContain('**300 plans need a decision:** 300 expired.');
    expect(render(many, { ...whole, below: 'x'.repeat(65_500) }).body).toBeNull();
  });

  test('that was cut from memory makes nothing new', () => {
    const many = Array.from({ length: 900 }, (_, index) =>
      stale(`plan-${String(index).padStart(3, '0')}`, [reason('expired', '2026-11-01')]),
    );
    const before = opened(many);
    expect(before.memory.isCut).toBe(true);
    const { body, entered, gone } = render(many, before);
    expect({ entered, gone, isSame: isSameIssue(before, body ?? '') }).toEqual({
      entered: [],
      gone: [],
      isSame: true,
    });
  });

  test('that was cut from memory does not hide what began since', () => {
    const many = Array.from({ length: 900 }, (_, index) =>
      stale(`plan-${String(index).padStart(3, '0')}`, [reason('expired', '2026-11-01')]),
    );
    const tomorrow = day('2026-11-23');
    const late = stale('zebra', [reason('expired', '2026-11-23'), reason('unreviewed', '2026-01-01')]);
    const odd = stale('yak', [reason('unreviewed', '2027-01-01')]);
    const { body, entered } = render([...many, odd, late], opened([...many, odd]), { today: tomorrow });
    expect(entered).toEqual([{ path: late.path, states: ['expired'] }]);
    const again = render([...many, odd, late], partsOf(body), { today: tomorrow });
    expect(again.entered).toEqual([]);
  });
});
