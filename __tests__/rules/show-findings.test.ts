import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Range } from '../../src/plan/position.ts';
import type { Judged } from '../../src/rules/judge-findings.ts';
import { malformedCheckbox } from '../../src/rules/malformed-checkbox.ts';
import { showFindings } from '../../src/rules/show-findings.ts';

const rangeOn = (line: number): Range => ({ start: { line, column: 1 }, end: { line, column: 5 } });

test('findings that are shown as one carry so many edits at most, and are all counted', () => {
  const judged = Array.from({ length: 3_000 }, (_, index): Judged => {
    const range = rangeOn(index + 1);
    const edit = { range, text: '- [ ]' };
    return {
      finding: {
        messageId: Object.keys(malformedCheckbox.messages)[0] ?? '',
        data: { name: '- [ ]' },
        range,
        fix: [edit, edit],
      },
      severity: 'warning',
      isNew: true,
      waiver: null,
      isWaiverNew: false,
      known: false,
    };
  });
  const [shown, ...more] = showFindings(malformedCheckbox, parsePlan('p.md', ''), judged);
  expect(more).toEqual([]);
  expect([shown?.count, shown?.fix?.edits.length]).toEqual([3_000, 5_000]);
});
