import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { sourceExcerpt } from '../../src/report/source-excerpt.ts';
import { renderText } from '../../src/report/text.ts';
import { auditLog } from './sample-plans.ts';
import { report as changed, finding, plan } from './sample-report.ts';

/** Plans as they stand: what a change moved has a test of its own. */
const report = (parts: Parameters<typeof changed>[0] = {}): Report =>
  changed({ trigger: { kind: 'changes', event: 'check', base: null, head: null }, ...parts });

const SOURCE = ['---', 'title: Berth booking', 'ai:', '  priority: hihg', '---'].join('\n');
const quiet = { sourceOf: () => SOURCE, colors: false };

const priority = finding({
  rule: 'front-matter-schema',
  message: '"ai.priority" must be one of critical, high, medium, low; did you mean "high"?',
  range: { start: { line: 4, column: 13 }, end: { line: 4, column: 17 } },
});
const expired = finding({
  rule: 'expired',
  severity: 'warning',
  message: 'Renew "expires", or archive the plan.',
  help: 'It was valid through 2026-06-30.',
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  count: 2,
});

describe('text for the terminal', () => {
  test('a finding shows its line, and the last line sums up', () => {
    const standing = report({
      plans: [plan({ diagnostics: [expired, priority, { ...expired, isNew: false }] }), auditLog],
      coverage: [{ what: 'references', message: 'References were not computed.', blocking: false }],
      skipped: 1,
    });
    expect(renderText(standing, quiet)).toBe(
      `error[front-matter-schema]: "ai.priority" must be one of critical, high, medium, low; did you mean "high"?
  docs/plans/active/berth-booking.md:4:13
    4 |   priority: hihg
      |             ^^^^

warning[expired]: Renew "expires", or archive the plan. (2 places)
  docs/plans/active/berth-booking.md:1:1
  help: It was valid through 2026-06-30.

note: References were not computed.

Checked 2 of 2 plans: 1 error, 1 warning. 1 finding was there before and is not counted. 1 file skipped that says it is no plan.
`,
    );
  });

  test('nothing found, nothing checked, not everything read', () => {
    expect(renderText(report({ plans: [auditLog] }), quiet)).toBe('Checked 1 of 1 plan: no finding.\n');
    expect(renderText(report(), quiet)).toBe('No plan was found.\n');
    const incomplete = report({
      coverage: [{ what: 'changed-files', message: 'The list is short.', blocking: true }],
    });
    expect(renderText(incomplete, quiet)).toBe(
      'incomplete: The list is short.\n\nNo plan was checked: no finding. The result is incomplete.\n',
    );
  });

  test('without a source there is no excerpt', () => {
    expect(
      renderText(report({ plans: [plan({ diagnostics: [priority] })] }), {
        sourceOf: () => null,
        colors: false,
      }),
    ).toBe(
      `error[front-matter-schema]: ${priority.message}
  docs/plans/active/berth-booking.md:4:13

Checked 1 of 1 plan: 1 error.
`,
    );
  });

  test('a change says what it moved before it sums up', () => {
    const text = renderText(changed({ plans: [plan({ diagnostics: [expired] }), auditLog] }), quiet);
    expect(text.slice(text.indexOf('PLAN'))).toBe(`PLAN           STATE           TASKS          GATES  PHASES
Berth booking  active          no check list  –      –
Audit log      draft → active  no check list  –      0/3 (3 untracked)
  moved from future/, activated

Checked 2 of 2 changed plans: 1 warning.
`);
    expect(renderText(changed(), quiet)).toBe('This pull request changes no plan.\n');
  });

  test('colours are wrapped around the same words', () => {
    const both = changed({ plans: [plan({ diagnostics: [priority, expired] })] });
    const coloured = renderText(both, { ...quiet, colors: true });
    expect(coloured).toContain('\u001b[31merror[front-matter-schema]\u001b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that were added.
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(both, quiet));
  });

  test('a plan cannot move the cursor or reorder the screen', () => {
    const sly = finding({
      rule: 'expired',
      message: 'a\u001b[2J\u202eb',
      path: 'a\u0007\n.md',
      help: '\u009b1m',
    });
    const text = renderText(report({ plans: [plan({ diagnostics: [sly] })] }), {
      sourceOf: () => `${'\n'.repeat(8)}expires: \u001b[2J\u202e!`,
      colors: false,
    });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('    9 | expires: \ufffd[2J\ufffd!\n      |          ^^^^^^');
  });
});

describe('an excerpt', () => {
  const at = (line: number, column: number, endLine: number, endColumn: number) => ({
    start: { line, column },
    end: { line: endLine, column: endColumn },
  });

  test.each([
    ['a word', 'ab cd', at(1, 4, 1, 6), ['    1 | ab cd', '      |    ^^']],
    ['after a tab', '\tab', at(1, 2, 1, 4), ['    1 |  ab', '      |  ^^']],
    ['after wide characters', '漢字 x', at(1, 4, 1, 5), ['    1 | 漢字 x', '      |      ^']],
    ['more than one line', 'ab\ncd', at(1, 2, 2, 2), ['    1 | ab', '      |  ^']],
    ['a line ended by CRLF', 'ab\r\ncd\r\n', at(2, 1, 2, 9), ['    2 | cd', '      | ^^']],
    ['past the end of the line', 'ab', at(1, 3, 1, 9), ['    1 | ab', '      |   ^']],
    ['an empty range', 'ab', at(1, 1, 1, 1), null],
    ['a line that is not there', 'ab', at(2, 1, 2, 2), null],
  ])('%s', (_, source, range, expected) => {
    expect(sourceExcerpt(source, range)).toEqual(expected);
  });

  test('a long line is shown around the place', () => {
    const line = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const [code, carets] = sourceExcerpt(line, at(1, 501, 1, 505)) ?? ['', ''];
    expect(code.length).toBe('    1 | '.length + 120);
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });
});
