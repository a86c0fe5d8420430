import { describe, expect, test } from '@jest/globals';
import { fixOnce } from '../../src/fixing/fix-once.ts';
import { untouched } from '../../src/fixing/traced-text.ts';
import type { Diagnostic } from '../../src/rules/diagnostic.ts';
import { defineRule } from '../../src/rules/rule.ts';
import type { TextEdit } from '../../src/rules/text-edit.ts';
import { finding } from '../report/sample-report.ts';

const TEXT = [
  '---',
  'title: Search',
  'status: Active # now',
  'owner: ada',
  '---',
  '# Search',
  '- [] a',
  '',
].join('\n');

const rule = (id: string, parts: { readonly fixedFirst?: boolean } = {}) =>
  defineRule({
    ...parts,
    id,
    description: 'It holds.',
    concern: 'content',
    severity: { changes: 'error', scan: 'error' },
    minimal: false,
    messages: {},
    check: () => [],
  });
const RULES = [rule('first'), rule('second'), rule('boxes', { fixedFirst: true })];

const edit = (line: number, from: number, to: number, text: string): TextEdit => ({
  range: { start: { line, column: from }, end: { line, column: to } },
  text,
});

const found = (rule: string, edits: readonly TextEdit[], parts: Partial<Diagnostic> = {}): Diagnostic =>
  finding({ rule, fix: { edits }, ...parts });

function fixed(...findings: readonly Diagnostic[]) {
  const { text, applied } = fixOnce(untouched(TEXT), findings, RULES);
  return { text: text.text, applied };
}

const STATUS = edit(3, 9, 15, 'active');
const BOX = edit(7, 1, 5, '- [ ]');

describe('one round of fixes', () => {
  test('changes nothing but what they name', () => {
    expect(fixed(found('second', [BOX]), found('first', [STATUS]))).toEqual({
      text: TEXT.replace('Active', 'active').replace('- []', '- [ ]'),
      applied: [
        { rule: 'first', count: 1 },
        { rule: 'second', count: 1 },
      ],
    });
  });

  test('lets a rule that changes what is counted go before all others, once', () => {
    expect(fixed(found('first', [STATUS]), found('boxes', [BOX]))).toEqual({
      text: TEXT.replace('- []', '- [ ]'),
      applied: [{ rule: 'boxes', count: 1 }],
    });
    const nothing = edit(7, 1, 5, '- []');
    expect(fixed(found('first', [STATUS]), found('boxes', [nothing])).applied).toEqual([
      { rule: 'first', count: 1 },
    ]);
  });

  test('lets the rule that stands first in the menu go first, and the other one wait', () => {
    const whole = edit(3, 1, 15, 'status: draft');
    expect(fixed(found('second', [STATUS]), found('first', [whole]))).toEqual({
      text: TEXT.replace('status: Active', 'status: draft'),
      applied: [{ rule: 'first', count: 1 }],
    });
  });

  test('takes a fix as a whole or not at all', () => {
    const both = found('second', [STATUS, BOX]);
    expect(fixed(found('first', [STATUS]), both).applied).toEqual([{ rule: 'first', count: 1 }]);
  });

  test('takes the places of a finding that stands for several one by one', () => {
    const both = found('second', [STATUS, BOX], { count: 2 });
    expect(fixed(found('first', [STATUS]), both).applied).toEqual([
      { rule: 'first', count: 1 },
      { rule: 'second', count: 1 },
    ]);
  });

  test('does not write the same line twice at one place', () => {
    const line = edit(4, 1, 1, 'expires: 2026-05-01\n');
    expect(fixed(found('first', [line]), found('second', [line]))).toEqual({
      text: TEXT.replace('owner', 'expires: 2026-05-01\nowner'),
      applied: [{ rule: 'first', count: 1 }],
    });
  });

  test('leaves alone what somebody puts up with, and what nobody can fix', () => {
    const waived = { reason: 'Later.', until: null };
    expect(
      fixed(
        found('first', [STATUS], { waived }),
        found('first', [BOX], { known: true }),
        finding({ rule: 'first' }),
      ),
    ).toEqual({ text: TEXT, applied: [] });
  });

  test('fixes what was there before the change as well', () => {
    expect(fixed(found('first', [BOX], { isNew: false })).applied).toEqual([{ rule: 'first', count: 1 }]);
  });
});

describe('a fix is dropped, and the others stay, when it', () => {
  test.each<[string, TextEdit]>([
    ['breaks the front matter', edit(2, 8, 14, '"Search')],
    ['changes another key than the one it stands at', edit(3, 9, 21, 'x\ntitle: y')],
    ['writes a key that is there already', edit(5, 1, 1, 'owner: bob\n')],
    ['makes a key of another one', edit(4, 1, 1, '  ')],
    ['closes the front matter', edit(4, 1, 1, '---\n')],
    ['changes nothing', edit(4, 8, 11, 'ada')],
  ])('%s', (_, harmful) => {
    expect(fixed(found('first', [harmful]), found('second', [BOX]))).toEqual({
      text: TEXT.replace('- []', '- [ ]'),
      applied: [{ rule: 'second', count: 1 }],
    });
  });
});
