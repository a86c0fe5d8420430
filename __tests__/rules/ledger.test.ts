import { describe, expect, test } from '@jest/globals';
import { FILE_START } from '../../src/plan/position.ts';
import { RULES } from '../../src/rules/index.ts';
import { type BaselineEntry, baselineText, openLedger } from '../../src/rules/ledger.ts';
import { ACTIVE, day, planText, runScene, type Scene, withKeys } from './rule-test.ts';

const entry = (more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  path: 'plans/a.md',
  rule: 'marks',
  text: '!a',
  count: 1,
  ...more,
});
const asked = (more: Partial<BaselineEntry & { previousPath: string }> = {}) => ({
  previousPath: null,
  ...entry(more),
});

describe('a ledger', () => {
  test('knows a finding by its file, its rule and its text', () => {
    for (const other of [{ path: 'plans/b.md' }, { rule: 'expired' }, { text: '!b' }]) {
      expect(openLedger([entry()]).take(asked(other))).toBe(false);
    }
    expect(openLedger([entry()]).take(asked())).toBe(true);
  });

  test('knows each place once', () => {
    const ledger = openLedger([entry({ count: 2 })]);
    expect([1, 2, 3].map(() => ledger.take(asked()))).toEqual([true, true, false]);
  });

  test('does not know a finding that grew', () => {
    expect(openLedger([entry({ count: 5 })]).take(asked({ count: 6 }))).toBe(false);
    expect(openLedger([entry({ count: 5 })]).take(asked({ count: 4 }))).toBe(true);
  });

  test('knows a plan under the name that it had', () => {
    const moved = asked({ path: 'plans/b.md', previousPath: 'plans/a.md' });
    expect(openLedger([entry()]).take(moved)).toBe(true);
    const since = new Map([['plans/c.md', 'plans/a.md']]);
    expect(openLedger([entry()], since).take(asked({ path: 'plans/c.md' }))).toBe(true);
  });

  test('tells what stands, once a file, rule and text, and what does not', () => {
    const ledger = openLedger([entry({ count: 3 }), entry({ text: '!gone' }), entry({ path: 'b' })]);
    for (const finding of [asked({ path: 'b' }), asked({ text: '!b' }), asked(), asked()]) {
      ledger.take(finding);
    }
    expect(ledger.standing()).toEqual([entry({ path: 'b' }), entry({ count: 2 }), entry({ text: '!b' })]);
    expect(ledger.left()).toEqual([entry(), entry({ text: '!gone' })]);
  });
});

describe('the text of a finding', () => {
  const finding = { messageId: 'past', range: FILE_START };

  test('is its subject, else its kind, with the day that it hangs on', () => {
    expect(baselineText(finding)).toBe('past');
    expect(baselineText({ ...finding, subject: 'a\n b' })).toBe('a b');
    expect(baselineText({ ...finding, day: day('2026-03-01') })).toBe('past 2026-03-01');
  });

  test('is bounded', () => {
    expect(baselineText({ ...finding, subject: 'x'.repeat(5_000) })).toHaveLength(200);
  });
});

describe('findings that are known', () => {
  const BOXES = '- [] One\n- [] Two\n';
  const written = (scene: Scene) => {
    const ledger = openLedger([]);
    runScene({ ...scene, ledger }, RULES);
    return ledger.standing();
  };
  const found = (scene: Scene, entries: readonly BaselineEntry[]) =>
    runScene({ ...scene, ledger: openLedger(entries) }, RULES).map(({ rule, range, known, count }) => ({
      rule,
      line: range.start.line,
      known,
      count,
    }));
  const before = { text: planText(ACTIVE, BOXES) };

  test('stay so while their lines move, and swallow no new one', () => {
    const entries = written(before);
    expect(entries.map(({ rule, text }) => [rule, text])).toEqual([
      ['malformed-checkbox', '- [] One'],
      ['malformed-checkbox', '- [] Two'],
    ]);
    const after = { text: planText(ACTIVE, `# A\n\n- [] New\n${BOXES}`) };
    expect(found(after, entries)).toEqual([
      { rule: 'malformed-checkbox', line: 14, known: false, count: 1 },
      { rule: 'malformed-checkbox', line: 15, known: true, count: 2 },
    ]);
  });

  test('are found again when a new date passes as well', () => {
    const past = { text: planText(withKeys(ACTIVE, { expires: '2026-03-01' })) };
    const later = { text: planText(withKeys(ACTIVE, { expires: '2026-03-20' })), today: '2026-03-21' };
    const entries = written(past);
    expect(found({ ...past, today: '2026-03-15' }, entries)).toMatchObject([
      { rule: 'expired', known: true },
    ]);
    expect(found(later, entries)).toMatchObject([{ rule: 'expired', known: false }]);
  });

  test('are none that a waiver hides', () => {
    const ignore = ['check:', '  ignore: {rule: malformed-checkbox, reason: So it is}'];
    expect(written({ text: planText([...ACTIVE, ...ignore], BOXES) })).toEqual([]);
  });
});
