import { describe, expect, test } from '@jest/globals';
import { inertInLog, inertJson } from '../../src/outlets/inert-in-log.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderFailure } from '../../src/report/failure.ts';
import { renderIssue } from '../../src/report/issue.ts';
import { readIssueBody } from '../../src/report/issue-body.ts';
import { renderIssueComment } from '../../src/report/issue-comment.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderScanText } from '../../src/report/scan-text.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { RULES } from '../../src/rules/index.ts';
import { asGitHub } from './as-github.ts';
import { REFERENCES } from './gfm.ts';
import { ALL_INJECTIONS } from './injections.ts';
import { reportOf } from './report-of.ts';
import { bookings, faxGateway } from './sample-plans.ts';
import { day, links } from './sample-report.ts';

const OPTIONS = {
  key: 'default',
  run: 7,
  attempt: 1,
  runUrl: 'https://github.com/acme/harbour/actions/runs/7',
};

/** Without a limit: what is cut is another shape, and tested where limits are. */
const LIMIT = { limit: Number.POSITIVE_INFINITY };

const issueOf = (report: Report): string =>
  renderIssue(report, links, null, { ...OPTIONS, ...LIMIT }).body ?? '';

function issueCommentOf(report: Report): string {
  const { rows, entered } = renderIssue(report, links, null, OPTIONS);
  return renderIssueComment(rows, entered, links, { since: day('2026-11-01'), mentionOwners: false });
}

/** A sentence of an error holds what the configuration, a schema, an API or git said. */
const failureOf = ({ plans }: Report): string =>
  renderFailure(
    plans
      .flatMap(({ title, owner }) => [`"${title}" is no input.`, ...owner.map((name) => `No ${name}`)])
      .map((sentence) => sentence.replace(/[\r\n]+/g, ' '))
      .join('\n'),
  );

/** Each shows a report's fields as Markdown. */
const OUTLETS = [
  ['comment', (report: Report) => renderComment(report, links, LIMIT)],
  ['job summary', (report: Report) => renderSummary(report, links, LIMIT)],
  ['tracking issue', (report: Report) => issueOf(scan(report))],
  ['comment of the tracking issue', (report: Report) => issueCommentOf(scan(report))],
  ['comment of a run that failed', failureOf],
] as const;

const scan = (report: Report): Report => ({
  ...report,
  trigger: { kind: 'scan', event: 'schedule', base: null, head: 'a'.repeat(40) },
});

const OURS = /^https:\/\/github\.com\/acme\/[\w./%?=#@&+,;:$-]*$/;
const filled = (text: string): Report => reportOf(() => text, [bookings, faxGateway]);
const reports = ALL_INJECTIONS.map((injection) => [injection, filled(injection)] as const);

test('there are a few hundred injections', () => {
  expect(ALL_INJECTIONS.length).toBeGreaterThan(300);
});

describe.each(OUTLETS)('in the %s', (_, render) => {
  const calm = asGitHub(render(filled('word')));

  test('no injection in any field makes a tag, a link or a cell, calls anybody, or refers to anything', () => {
    for (const [injection, report] of reports) {
      const { shape, addresses, text } = asGitHub(render(report));
      expect([injection, shape]).toEqual([injection, calm.shape]);
      expect(addresses.filter((address) => !OURS.test(address))).toEqual([]);
      for (const reference of REFERENCES) expect(text).not.toMatch(reference);
    }
  });
});

describe('the body of a tracking issue', () => {
  test('is taken apart as it was put together, whatever stands in it', () => {
    for (const [injection, report] of reports) {
      const { body, memory } = renderIssue(scan(report), links, null, OPTIONS);
      const written = `Above.\n\n${body}\nBelow.`;
      expect([injection, readIssueBody(written)]).toMatchObject([
        injection,
        {
          memory: { key: memory.key, run: 7 },
          above: 'Above.\n\n',
          below: expect.stringMatching(/\nBelow\.$/),
        },
      ]);
    }
  });
});

/** What moves a terminal's cursor, colours it, or hides or turns text. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** The runner reads the first behind any white space, the second anywhere. */
const COMMANDS = /^\s*::|##\[/m;

describe('at the terminal', () => {
  test.each([
    ['a change', (report: Report) => report],
    ['a scan', scan],
  ])('the text of %s holds no control character and no workflow command', (_, of) => {
    for (const [injection, report] of reports) {
      const shown = of(report);
      const render = shown.trigger.kind === 'scan' ? renderScanText : renderText;
      const text = inertInLog(render(shown, { sourceOf: () => `${injection}\n`.repeat(60), colors: false }));
      expect([injection, UNPRINTABLE.test(text), COMMANDS.test(text)]).toEqual([injection, false, false]);
    }
  });

  test.each([
    ['JSON', (report: Report): unknown => report],
    [
      'SARIF',
      (report: Report): unknown => renderSarif(report, { rules: RULES, links, sourceOf: () => null }),
    ],
  ])('%s says the same, and no line of it is a workflow command', (_, of) => {
    for (const [, report] of reports) {
      const value = of(report);
      const text = inertJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(COMMANDS);
    }
  });
});

test('an annotation is one line of visible text', () => {
  for (const [, report] of reports) {
    for (const { message, title } of annotationsOf(report)) {
      expect(message.replace(/\n\d+ more \w+ in the job summary\.$/, '')).not.toMatch(
        /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u,
      );
      expect(title).toMatch(/^Plan Check: [a-z-]+$/);
    }
  }
});
