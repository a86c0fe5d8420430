import { expect, test } from '@jest/globals';
import { fixableInWords } from '../../src/report/fixable-words.ts';
import { renderText } from '../../src/report/text.ts';
import { finding, plan, report } from './sample-report.ts';

const FIX = { edits: [] };
const MOVED = finding({ rule: 'reference-missing', fix: FIX });
const EXPIRED = finding({ rule: 'expired' });
const quoted = (command: string): string => `"${command}"`;

test('the fixes of findings that count are told', () => {
  const fixable = report({
    plans: [plan({ diagnostics: [MOVED, EXPIRED] })],
    diagnostics: [finding({ rule: 'reference-missing', fix: FIX, isNew: false })],
  });

  expect(fixableInWords(fixable, quoted)).toBe('1 of 2 can be fixed by "plan-check fix"');
  expect(renderText(fixable, { sourceOf: () => null, colors: false })).toContain(
    ': 2 errors. 1 of 2 can be fixed by "plan-check fix". 1 finding',
  );
});

test('fixes that the command cannot find are not told', () => {
  const changed = finding({ rule: 'last-updated-stale', fix: { edits: [], needsChange: true } });

  expect(fixableInWords(report({ plans: [plan({ diagnostics: [changed] })] }), quoted)).toBe('');
  expect(fixableInWords(report({ plans: [plan({ diagnostics: [changed, MOVED] })] }), quoted)).toBe(
    '1 of 2 can be fixed by "plan-check fix"',
  );
});

test('nothing is told where people decide', () => {
  const waived = { reason: 'It comes back.', until: null };
  const decided = report({
    plans: [plan({ diagnostics: [EXPIRED, { ...MOVED, waived }, { ...MOVED, known: true }] })],
  });

  expect(fixableInWords(decided, quoted)).toBe('');
});
