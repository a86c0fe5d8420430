import { describe, expect, test } from '@jest/globals';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Delta, ItemChange, ItemCounts } from '../../src/progress/delta.ts';
import { renderComment } from '../../src/report/comment.ts';
import { planResult } from '../../src/report/plan-result.ts';
import { readReport } from '../../src/report/read-report.ts';
import type { PhaseResult, Report } from '../../src/report/report.ts';
import { MAX_LISTED, shortenDelta } from '../../src/report/shorten-delta.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { count, day, delta, finding, item, links, phase, plan, progress, report } from './sample-report.ts';

const times = <Made>(length: number, make: (index: number) => Made): readonly Made[] =>
  Array.from({ length }, (_, index) => make(index));
const kinds = (tasks: number, deliverables = 0, gates = 0): ItemCounts => ({ tasks, deliverables, gates });
const NONE = kinds(0);
const NOTHING = {
  tasks: { ticked: NONE, unticked: NONE, added: NONE, removed: NONE, moved: NONE },
  phases: 0,
  claims: { spoken: 0, others: 0 },
  blockers: { opened: 0, closed: 0 },
};
const NOTHING_OF_PHASE = {
  ...{ ticked: NONE, unticked: NONE, added: NONE, removed: NONE },
  ...{ movedIn: NONE, movedOut: NONE },
};

describe('a list of a delta', () => {
  const ticking = (length: number): Delta =>
    delta({ tasks: { ticked: times(length, (index) => item(`Task ${index}`)) } });

  test.each([0, 1, MAX_LISTED - 1, MAX_LISTED])('is whole with %d entries', (length) => {
    const moved = { phases: [phase('1', 'Bookings')], delta: ticking(length) };
    expect(shortenDelta(moved)).toEqual(moved);
  });

  test.each([1, 2, 39_000])('says the number of entries beyond the bound: %d', (more) => {
    const { ticked } = ticking(MAX_LISTED).tasks;
    const unlisted = { ...NOTHING, tasks: { ...NOTHING.tasks, ticked: kinds(more) } };
    const moved = { phases: [phase('1', 'Bookings'), phase('2', 'Gone')], delta: ticking(MAX_LISTED + more) };
    expect(shortenDelta(moved)).toEqual({
      phases: [
        { ...phase('1', 'Bookings'), unlisted: { ...NOTHING_OF_PHASE, ticked: kinds(more) } },
        phase('2', 'Gone'),
      ],
      delta: { ...delta({ tasks: { ticked } }), unlisted },
    });
  });

  const KINDS = ['task', 'task', 'deliverable', 'gate', 'task'] as const;
  const mixed = times(MAX_LISTED + 12, (index) =>
    item(`Item ${index}`, { kind: KINDS[index % 5] ?? 'task' }),
  );
  test.each(['ticked', 'unticked', 'added', 'removed'] as const)('of %s items says them by kind', (list) => {
    expect(shortenDelta({ phases: [], delta: delta({ tasks: { [list]: mixed } }) }).delta.unlisted).toEqual({
      ...NOTHING,
      tasks: { ...NOTHING.tasks, [list]: kinds(8, 2, 2) },
    });
  });

  test('of moved items says what came into a phase and what left it', () => {
    const moved = mixed.map((one) => ({ ...one, phase: 'B', from: 'A' }));
    const { phases, delta: shortened } = shortenDelta({
      phases: [phase('1', 'A'), phase('2', 'B')],
      delta: delta({ tasks: { moved } }),
    });
    expect(shortened.unlisted?.tasks.moved).toEqual(kinds(8, 2, 2));
    expect(phases.map(({ unlisted }) => unlisted)).toEqual([
      { ...NOTHING_OF_PHASE, movedOut: kinds(8, 2, 2) },
      { ...NOTHING_OF_PHASE, movedIn: kinds(8, 2, 2) },
    ]);
  });

  test('of phases, of what is said of them and of blockers is counted as well', () => {
    const { delta: shortened } = shortenDelta({
      phases: times(1_200, (index) =>
        phase(`${index}`, `Phase ${index}`, { state: index % 2 ? 'untracked' : 'blocked' }),
      ),
      delta: delta({
        phases: times(1_003, (index) => ({ name: `Phase ${index}`, from: 'not-started', to: 'complete' })),
        claims: times(1_011, (index) => ({
          ...{ name: `Phase ${index}`, source: 'table' },
          ...{ from: null, to: index === 1_001 ? null : 'complete' },
        })),
        blockers: {
          opened: times(1_002, (index) => `${index}`),
          closed: times(1_001, (index) => `${index}`),
        },
      }),
    });
    expect(shortened.unlisted).toEqual({
      ...NOTHING,
      phases: 3,
      claims: { spoken: 4, others: 7 },
      blockers: { opened: 2, closed: 1 },
    });
    const { phases, claims, blockers } = shortened;
    expect([phases, claims, blockers.opened, blockers.closed].map(({ length }) => length)).toEqual(
      times(4, () => MAX_LISTED),
    );
  });

  test('has the length that the schema of reports allows', () => {
    const { tasks, phases, claims, blockers } = schema.$defs.delta.properties;
    const lists = [
      ...[...Object.values(tasks.properties), ...Object.values(blockers.properties)],
      ...[phases, claims],
    ];
    expect(lists.map(({ maxItems }) => maxItems)).toEqual(times(9, () => MAX_LISTED));
  });
});

describe('what is shown of a plan in which very much moved', () => {
  const STATES = ['in-progress', 'untracked', 'blocked'] as const;
  const before = {
    state: 'not-started',
    tasks: count(700, 900),
    deliverables: count(200, 300),
    gates: count(100, 300),
  } as const;
  /** The last two share a name. */
  const phases: readonly PhaseResult[] = times(12, (index) =>
    phase(`${index + 1}`, `Part ${Math.min(index, 10)}`, {
      state: STATES[index % 3] ?? 'blocked',
      tasks: count(800, index % 2 ? 900 : 1_000),
      deliverables: count(200, 300),
      gates: count(90, 300),
      before: index === 4 ? null : before,
    }),
  );
  const KINDS = ['task', 'gate', 'task', 'task', 'deliverable'] as const;
  const items = (length: number, step: number): readonly ItemChange[] =>
    times(length, (index) =>
      item(`Item ${index}`, { kind: KINDS[index % 5] ?? 'task', phase: `Part ${(index * step) % 11}` }),
    );
  const whole = delta({
    tasks: {
      ticked: items(4_321, 1),
      unticked: items(2_345, 3),
      added: items(1_234, 5),
      removed: items(1_111, 7),
      moved: items(1_717, 4).map((one, index) => ({ ...one, from: `Part ${index % 11}` })),
    },
    phases: times(1_500, (index) => ({ name: `Part ${index}`, from: 'not-started', to: 'complete' })),
    claims: times(2_600, (index) => ({
      ...{ name: `Part ${index % 13}`, source: 'table', from: null, to: 'complete' },
    })),
    blockers: {
      opened: times(1_300, (index) => `Wait ${index}`),
      closed: times(1_400, (index) => `Go ${index}`),
    },
    progress: { from: progress({ tasks: count(1, 5_000) }), to: progress({ tasks: count(1_500, 5_100) }) },
  });
  const shortened = shortenDelta({ phases, delta: whole });
  const of = (moved: Pick<typeof shortened, 'phases' | 'delta'>, isWell: boolean): Report =>
    report({
      plans: [
        plan({ ...moved, title: 'Much', diagnostics: isWell ? [] : [finding({ rule: 'expired' })] }),
        plan({ path: 'docs/plans/active/b.md', delta: delta({ tasks: { ticked: [item('One')] } }) }),
        ...times(3, (index) => plan({ path: `docs/plans/active/c${index}.md` })),
      ],
    });

  test.each([true, false])('is the same as with whole lists, all being well: %s', (isWell) => {
    const [short, long] = [shortened, { phases, delta: whole }].map((moved) => of(moved, isWell));
    if (short === undefined || long === undefined) throw new Error('No reports.');
    const comment = (one: Report): string => renderComment(one, links, { limit: 65_536 });
    expect(comment(short)).toBe(comment(long));
    expect(renderSummary(short, links)).toBe(renderSummary(long, links));
    const text = (one: Report): string => renderText(one, { sourceOf: () => null, colors: false });
    expect(text(short)).toBe(text(long));
  });

  test('is said with the exact numbers', () => {
    const summary = renderSummary(of(shortened, false), links);
    for (const words of [
      '1717 items moved',
      '1300 blockers opened, 1400 blockers closed',
      '- Ticked: 4311 more',
      '- Unticked: 2335 more',
      '- Added: 1224 more',
      '- Removed: 1101 more',
      '- Moved: 1707 more',
      '- Blocker opened: 1290 more',
      '- Blocker closed: 1390 more',
    ]) {
      expect(summary).toContain(words);
    }
    expect(renderComment(of(shortened, true), links, { limit: 65_536 })).toContain('+2594 tasks');
  });

  test('is read again from its JSON as it is', () => {
    const written = of(shortened, true);
    expect(readReport(JSON.stringify(written), '1.json')).toEqual(written);
  });
});

test('a plan of equal boxes is listed up to the bound, and told in full', () => {
  const boxes = (mark: string): string => `## Phases\n### Phase 1: One\n\n${`- [${mark}] x\n`.repeat(1_500)}`;
  const result = planResult(
    { path: 'a.md', previousPath: null, change: 'modified' },
    parsePlan('a.md', boxes('x')),
    parsePlan('a.md', boxes(' ')),
    [],
    { today: day('2026-06-15'), reviewEvery: 90, expiringWithin: 14 },
  );
  expect(result.delta?.tasks.ticked).toHaveLength(MAX_LISTED);
  expect(result.delta?.unlisted).toEqual({
    ...NOTHING,
    tasks: { ...NOTHING.tasks, ticked: kinds(500) },
  });
  expect(result.phases.map(({ unlisted }) => unlisted)).toEqual([
    { ...NOTHING_OF_PHASE, ticked: kinds(500) },
  ]);
  expect(renderComment(report({ plans: [result] }), links, { limit: 65_536 })).toContain('+1500 tasks');
});
