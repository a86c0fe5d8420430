import { describe, expect, test } from '@jest/globals';
import { annotationsOf } from '../../src/report/annotations.ts';
import { finding, plan, report } from './sample-report.ts';

const PATH = 'docs/plans/active/berth-booking.md';
const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});

describe('annotations', () => {
  test('a finding stands on its columns, both ends included', () => {
    const one = finding({
      rule: 'expired',
      message: 'Renew it.',
      help: 'Or archive it.',
      range: at(9, 10, 9, 20),
    });
    expect(annotationsOf(report({ plans: [plan({ diagnostics: [one] })] }))).toEqual([
      {
        level: 'error',
        title: 'Plan Check: expired',
        message: 'Renew it. Or archive it.',
        file: PATH,
        line: 9,
        endLine: 9,
        column: 10,
        endColumn: 19,
      },
    ]);
  });

  test.each([
    ['lines', at(2, 3, 4, 5), { line: 2, endLine: 4, column: null, endColumn: null }],
    ['up to the start of a line', at(2, 3, 3, 1), { line: 2, endLine: 2, column: null, endColumn: null }],
    ['nothing wide', at(1, 1, 1, 1), { line: 1, endLine: 1, column: 1, endColumn: 1 }],
  ])('over %s', (_, range, expected) => {
    const plans = [plan({ diagnostics: [finding({ rule: 'expired', range })] })];
    expect(annotationsOf(report({ plans }))).toEqual([expect.objectContaining(expected)]);
  });

  test('old findings have none; findings of other files do', () => {
    const changed = report({
      plans: [plan({ diagnostics: [finding({ rule: 'expired', isNew: false })] })],
      diagnostics: [finding({ rule: 'related-code-touched', severity: 'notice', path: 'docs/plans/x.md' })],
    });
    expect(annotationsOf(changed).map(({ file }) => file)).toEqual(['docs/plans/x.md']);
  });

  test('at most ten of a level, errors first, the rest counted in the last one', () => {
    const diagnostics = [
      ...Array.from({ length: 12 }, (_, line) =>
        finding({ rule: 'expired', severity: 'warning', range: at(line + 1, 1, line + 1, 2) }),
      ),
      ...Array.from({ length: 13 }, (_, line) =>
        finding({ rule: 'expired', message: 'E.', range: at(line + 1, 1, line + 1, 2) }),
      ),
    ];
    const annotations = annotationsOf(report({ plans: [plan({ diagnostics })] }));
    expect(annotations.map(({ level, line }) => `${level} ${line}`)).toEqual([
      ...Array.from({ length: 10 }, (_, line) => `error ${line + 1}`),
      ...Array.from({ length: 10 }, (_, line) => `warning ${line + 1}`),
    ]);
    expect(annotations[8]?.message).toBe('E.');
    expect(annotations[9]?.message).toBe('E.\n3 more errors in the job summary.');
    expect(annotations[19]?.message).toContain('\n2 more warnings in the job summary.');
  });

  test('what makes the result incomplete is an error about no file', () => {
    const coverage = [
      { what: 'changed-files', message: 'The list is short.', blocking: true },
      { what: 'references', message: 'Not computed.', blocking: false },
    ] as const;
    expect(annotationsOf(report({ coverage }))).toEqual([
      expect.objectContaining({
        level: 'error',
        title: 'Plan Check: incomplete',
        message: 'The list is short.',
        file: null,
      }),
    ]);
  });
});
