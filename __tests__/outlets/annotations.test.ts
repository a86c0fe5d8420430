import { afterEach, expect, jest, test } from '@jest/globals';
import { emitAnnotations } from '../../src/outlets/annotations.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { finding, plan, report } from '../report/sample-report.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('annotations are workflow commands that no text can break out of', () => {
  const written: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  const sly = finding({ rule: 'expired', message: 'a\n::error::b', path: 'docs/a,b:c.md' });
  const wide = finding({
    rule: 'template-text',
    severity: 'notice',
    message: '100 %.',
    range: { start: { line: 2, column: 3 }, end: { line: 4, column: 1 } },
  });
  const coverage = [{ what: 'base', message: 'No base.', blocking: true }] as const;
  emitAnnotations(annotationsOf(report({ plans: [plan({ diagnostics: [sly, wide] })], coverage })));
  expect(written.join('')).toBe(
    [
      '::error title=Plan Check%3A incomplete::No base.',
      '::error title=Plan Check%3A expired,file=docs/a%2Cb%3Ac.md,line=9,endLine=9,col=10,endColumn=19::a ::error::b',
      '::notice title=Plan Check%3A template-text,file=docs/plans/active/berth-booking.md,line=2,endLine=3::100 %25.',
      '',
    ].join('\n'),
  );
});
