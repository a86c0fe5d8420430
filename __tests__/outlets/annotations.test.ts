import { afterEach, expect, jest, test } from '@jest/globals';
import { emitAnnotations } from '../../src/outlets/annotations.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { finding, plan, report } from '../report/sample-report.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const writtenBy = (emit: () => void): string => {
  const written: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  emit();
  return written.join('');
};

test.each([
  ['a colour', 'docs/a\u001b[31mb.md', 'docs/a\ufffd[31mb.md'],
  ['a command of eight bits', 'docs/a\u009b2Jb.md', 'docs/a\ufffd2Jb.md'],
  ['a bell and a backspace', 'docs/\u0007\b\u0000.md', 'docs/\ufffd\ufffd\ufffd.md'],
  ['a turned direction', 'docs/a\u202edm.b\u2066', 'docs/a\ufffddm.b\ufffd'],
  ['line separators', 'docs/a\u2028b\u2029.md', 'docs/a\ufffdb\ufffd.md'],
  ['half a character', 'docs/a\ud800.md', 'docs/a\ufffd.md'],
  ['line ends', 'docs/a\r\n::error::b.md', 'docs/a%0D%0A%3A%3Aerror%3A%3Ab.md'],
  ['an ordinary one', 'docs/Pläne 計画/q1 (new) 👩\u200d💻.md', 'docs/Pläne 計画/q1 (new) 👩\u200d💻.md'],
])('a file name with %s is inert', (_, path, shown) => {
  const diagnostics = [finding({ rule: 'expired', path })];
  const annotations = annotationsOf(report({ plans: [plan({ path, diagnostics })] }));
  expect(writtenBy(() => emitAnnotations(annotations))).toBe(
    `::error title=Plan Check%3A expired,file=${shown},line=9,endLine=9,col=10,endColumn=19::Something is not as it should be.\n`,
  );
});

test('annotations are workflow commands that no text can break out of', () => {
  const sly = finding({ rule: 'expired', message: 'a\n::error::b', path: 'docs/a,b:c.md' });
  const wide = finding({
    rule: 'template-text',
    severity: 'notice',
    message: '100 %.',
    range: { start: { line: 2, column: 3 }, end: { line: 4, column: 1 } },
  });
  const coverage = [{ what: 'base', message: 'No base.', blocking: true }] as const;
  const annotations = annotationsOf(report({ plans: [plan({ diagnostics: [sly, wide] })], coverage }));
  expect(writtenBy(() => emitAnnotations(annotations))).toBe(
    [
      '::error title=Plan Check%3A incomplete::No base.',
      '::error title=Plan Check%3A expired,file=docs/a%2Cb%3Ac.md,line=9,endLine=9,col=10,endColumn=19::a ::error::b',
      '::notice title=Plan Check%3A template-text,file=docs/plans/active/berth-booking.md,line=2,endLine=3::100 %25.',
      '',
    ].join('\n'),
  );
});
