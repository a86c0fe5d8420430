import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { MAX_WAIVERS } from '../../src/plan/waivers.ts';

const waiversOf = (...lines: readonly string[]) => parsePlan('plans/a.md', lines.join('\n')).waivers;

const keys = (...lines: readonly string[]) => waiversOf('---', 'type: plan', ...lines, '---', '# A');

/** `line:column-line:column`. */
const place = ({ start, end }: { start: Spot; end: Spot }): string =>
  `${start.line}:${start.column}-${end.line}:${end.column}`;
type Spot = { readonly line: number; readonly column: number };

describe('the key "check"', () => {
  test('has waivers, with a reason and a last day', () => {
    const { entries, snooze, misread } = keys(
      'check:',
      '  ignore:',
      '    - { rule: expired, reason: The team is away., until: 2026-04-01 }',
      '    - rule: no-expiry',
      '      reason: It stands for ever.',
    );
    expect(entries.map(({ range, ...entry }) => ({ ...entry, at: place(range) }))).toEqual([
      {
        rule: 'expired',
        reason: 'The team is away.',
        until: { kind: 'day', day: '2026-04-01' },
        lines: null,
        at: '5:7-5:70',
      },
      {
        rule: 'no-expiry',
        reason: 'It stands for ever.',
        until: { kind: 'none' },
        lines: null,
        at: '6:7-7:34',
      },
    ]);
    expect({ snooze, misread }).toEqual({ snooze: null, misread: [] });
  });

  test('may have one waiver without a list', () => {
    const { entries } = keys('check:', '  ignore:', '    rule: expired', '    until: soon');
    expect(entries).toMatchObject([
      { rule: 'expired', reason: null, until: { kind: 'unreadable', text: 'soon' } },
    ]);
  });

  test.each(['', '~', 'null', '""', '[]'])('has no waiver without end where "until" is %j', (value) => {
    const { entries, snooze } = keys(
      'check:',
      '  ignore:',
      '    - rule: expired',
      '      reason: Agreed',
      `      until: ${value}`,
      '  snooze:',
      `    until: ${value}`,
      '    reason: Trials',
    );
    const until = { kind: 'unreadable', text: '' };
    expect(entries).toMatchObject([{ rule: 'expired', until }]);
    expect(snooze).toMatchObject({ until });
  });

  test('has a snooze', () => {
    const { snooze } = keys('check:', '  snooze: { until: 2026-07-01, reason: Trials }');
    expect(snooze).toMatchObject({ reason: 'Trials', until: { kind: 'day', day: '2026-07-01' } });
    expect(keys('check:').snooze).toBeNull();
  });

  test.each([
    ['is no mapping', ['check: off'], [{ kind: 'shape', path: ['check'] }]],
    ['has another key', ['check: { ignored: x }'], [{ kind: 'key', path: ['check', 'ignored'] }]],
    [
      'names a rule alone',
      ['check: { ignore: [expired] }'],
      [{ kind: 'shape', path: ['check', 'ignore', 0] }],
    ],
    [
      'snoozes with a day alone',
      ['check: { snooze: 2026-07-01 }'],
      [{ kind: 'shape', path: ['check', 'snooze'] }],
    ],
  ])('tells that it %s', (_, lines, misread) => {
    expect(keys(...lines).misread).toMatchObject(misread);
  });

  test('has no waiver that a misspelt key makes endless', () => {
    const { entries, misread } = keys(
      'check:',
      '  ignore: { rule: expired, reason: Away, untill: 2026-04-01 }',
    );
    expect(entries).toEqual([]);
    expect(misread).toMatchObject([
      { kind: 'key', path: ['check', 'ignore', 'untill'], allowed: ['rule', 'reason', 'until'] },
    ]);
  });

  test('is read up to a number of waivers', () => {
    const one = '    - { rule: expired, reason: Away }';
    const { entries, misread } = keys('check:', '  ignore:', ...Array<string>(MAX_WAIVERS + 1).fill(one));
    expect(entries).toHaveLength(MAX_WAIVERS);
    expect(misread).toMatchObject([{ kind: 'many', range: { start: { line: 5 + MAX_WAIVERS } } }]);
  });
});

describe('a comment', () => {
  const COMMENT = '<!-- plan-check-ignore duplicate-phase: Two teams count alike. -->';
  const linesOf = (...lines: readonly string[]) => waiversOf(...lines).entries.map((entry) => entry.lines);

  test('waives with its rule and its reason', () => {
    const { entries, misread } = waiversOf('# A', '', `${COMMENT}\r`, '## Phase 1: Build\r', '');
    expect(entries).toEqual([
      {
        rule: 'duplicate-phase',
        reason: 'Two teams count alike.',
        until: { kind: 'none' },
        range: { start: { line: 3, column: 1 }, end: { line: 3, column: 67 } },
        lines: { from: 4, to: 4 },
      },
    ]);
    expect(misread).toEqual([]);
  });

  test.each([
    ['a heading', ['', '## Phase 1', 'Text'], { from: 3, to: 3 }],
    ['a paragraph', ['One', 'two', '', 'three'], { from: 2, to: 3 }],
    ['a table', ['| a |', '| - |', '| b |', ''], { from: 2, to: 4 }],
    ['an entry of a list, with what is below it', ['- [ ] a', '  - [ ] b', '- [ ] c'], { from: 2, to: 3 }],
    ['code', ['```', 'a', '', 'b'], { from: 2, to: 5 }],
    [
      'what stands below further comments',
      ['<!-- plan-check-ignore x: y -->', '', '# B'],
      { from: 4, to: 4 },
    ],
    ['nothing, at the end of the file', ['', ''], { from: 4, to: 4 }],
  ])('holds for %s', (_, lines, held) => {
    expect(linesOf(COMMENT, ...lines)[0]).toEqual(held);
  });

  test('may stand between the entries of a list', () => {
    expect(linesOf('- a', '  - b', `  ${COMMENT}`, '  - c', '  - d')).toEqual([{ from: 4, to: 4 }]);
    expect(linesOf('- a', COMMENT, '- b', '- c')).toEqual([{ from: 3, to: 3 }]);
  });

  test('may have lines, and a colon in its reason', () => {
    const { entries } = waiversOf('<!-- plan-check-ignore', '  expired: see the log:', '  3 May -->', '# A');
    expect(entries).toMatchObject([
      { rule: 'expired', reason: 'see the log: 3 May', lines: { from: 4, to: 4 } },
    ]);
  });

  test.each([
    ['<!-- plan-check-ignore -->', { rule: null, reason: null }],
    ['<!-- plan-check-ignore expired -->', { rule: 'expired', reason: null }],
    ['<!-- plan-check-ignore : why -->', { rule: null, reason: 'why' }],
  ])('that lacks something is read as far as it goes: %s', (comment, entry) => {
    expect(waiversOf(comment, '# A').entries).toMatchObject([entry]);
  });

  test.each([
    ['in a fence', ['```', COMMENT, '```']],
    ['in code', [`Write \`${COMMENT}\` above it.`]],
    ['that never ends', ['<!-- plan-check-ignore a: b', 'c']],
  ])('is none %s', (_, lines) => {
    expect(waiversOf(...lines)).toEqual({ entries: [], snooze: null, misread: [] });
  });

  test('may be written in capitals', () => {
    const { entries, misread } = waiversOf('# A', '', '<!-- Plan-Check-Ignore expired: agreed -->', 'Text.');
    expect(entries).toMatchObject([{ rule: 'expired', reason: 'agreed', lines: { from: 4, to: 4 } }]);
    expect(misread).toEqual([]);
  });

  test('to us with another word is told, wherever it stands in its block', () => {
    const { entries, misread } = waiversOf(
      '- one',
      '  <!-- plan-check-disable expired: agreed -->',
      '',
      '<!-- a note -->',
      '<!-- plan-check-ignore-next-line expired: agreed -->',
      '<!-- plan-checks -->',
      '```',
      '<!-- plan-check-off -->',
      '```',
    );
    expect(entries).toEqual([]);
    expect(misread.map(({ range, ...part }) => ({ ...part, at: place(range) }))).toEqual([
      { kind: 'comment', word: 'plan-check-disable', at: '2:3-2:26' },
      { kind: 'comment', word: 'plan-check-ignore-next-line', at: '5:1-5:33' },
    ]);
  });

  test('that shares its line with text is told', () => {
    const { entries, misread } = waiversOf('# A', '', `## Phase 1 ${COMMENT}`);
    expect(entries).toEqual([]);
    expect(misread).toMatchObject([{ kind: 'place', range: { start: { line: 3, column: 12 } } }]);
  });
});
