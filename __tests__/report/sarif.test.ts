import { describe, expect, test } from '@jest/globals';
import { noLinks } from '../../src/report/links.ts';
import type { Diagnostic } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { RULES } from '../../src/rules/index.ts';
import { day, finding, links, plan, report } from './sample-report.ts';

const SOURCE = '---\ntitle: Berths\nai:\n  priority: hihg\n---\n- [ ] a\n- [ ] a\n';

interface Sources {
  readonly links?: typeof noLinks;
  readonly source?: string | null;
}

/** As a reader has it: out of JSON. */
const sarifOf = (parts: Parameters<typeof report>[0], { links: to = links, source = SOURCE }: Sources = {}) =>
  JSON.parse(JSON.stringify(renderSarif(report(parts), { rules: RULES, links: to, sourceOf: () => source })));

const runOf = (diagnostics: readonly Diagnostic[], sources: Sources = {}) =>
  sarifOf({ plans: [plan({ diagnostics })] }, sources).runs[0];

const resultOf = (parts: Partial<Diagnostic>, sources: Sources = {}) =>
  runOf([finding({ rule: 'front-matter-schema', ...parts })], sources).results[0];

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('the log', () => {
  const log = sarifOf({ plans: [plan({ diagnostics: [finding({ rule: 'expired' })] })] });

  test('is one run of SARIF 2.1.0', () => {
    expect(log).toMatchObject({
      $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/),
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Plan Check', version: '0.1.0', semanticVersion: '0.1.0' } },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { '%SRCROOT%': { description: { text: expect.any(String) } } },
        },
      ],
    });
    expect(log.runs).toHaveLength(1);
  });

  test('describes every rule of the menu once', () => {
    const { rules } = log.runs[0].tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(rules.find(({ id }: { id: string }) => id === 'expired')).toEqual({
      id: 'expired',
      name: 'Expired',
      shortDescription: { text: 'A plan in force is not past its date.' },
      fullDescription: { text: 'A plan in force is not past its date.' },
      help: {
        text: 'A plan in force is not past its date. "plan-check explain expired" shows what is wrong, and what is right.',
        markdown: `A plan in force is not past its date. [More about it](${links.rule('expired')}).`,
      },
      helpUri: links.rule('expired'),
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['calendar'] },
    });
  });

  test('says which rules are off', () => {
    const { rules } = sarifOf({ trigger: { kind: 'scan', event: 'schedule', base: null, head: null } })
      .runs[0].tool.driver;
    expect(
      rules.find(({ id }: { id: string }) => id === 'lifecycle-transition').defaultConfiguration,
    ).toEqual({
      enabled: false,
    });
  });

  test('links nothing where nothing is published', () => {
    const { driver } = sarifOf({}, { links: noLinks }).runs[0].tool;
    expect(driver).not.toHaveProperty('informationUri');
    expect(driver.rules[0]).not.toHaveProperty('helpUri');
  });

  test('describes a rule that is not on the menu', () => {
    const run = runOf([finding({ rule: 'front-matter-schema' }), finding({ rule: 'related-code-seen' })]);
    const [known, unknown] = run.results;
    expect(run.tool.driver.rules[known.ruleIndex].id).toBe('front-matter-schema');
    expect(run.tool.driver.rules[unknown.ruleIndex]).toMatchObject({
      id: 'related-code-seen',
      name: 'RelatedCodeSeen',
      defaultConfiguration: { level: 'note' },
    });
  });
});

describe('the invocation', () => {
  test('was successful where everything was looked at', () => {
    expect(sarifOf({ plans: [plan()] }).runs[0].invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });

  test('was not, and says why, where something could not be known', () => {
    const coverage = [
      { what: 'file', message: '"a b.md" could not be read.', blocking: true, path: 'plans/a b.md' },
      { what: 'references', message: 'Not computed.', blocking: false },
    ] as const;
    expect(sarifOf({ plans: [plan()], coverage }).runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            descriptor: { id: 'file' },
            message: { text: '"a b.md" could not be read.' },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'plans/a%20b.md', uriBaseId: '%SRCROOT%' } },
              },
            ],
          },
          { level: 'warning', descriptor: { id: 'references' }, message: { text: 'Not computed.' } },
        ],
      },
    ]);
  });
});

describe('a result', () => {
  test('says rule, level, message and place', () => {
    const result = resultOf({
      severity: 'notice',
      message: 'Write it so.',
      help: 'For example.',
      path: 'plans/a.md',
      range: at(4, 13, 17),
      count: 3,
    });
    expect(result).toEqual({
      ruleId: 'front-matter-schema',
      ruleIndex: RULES.findIndex(({ id }) => id === 'front-matter-schema'),
      level: 'note',
      message: { text: 'Write it so. For example.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'plans/a.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 13, endLine: 4, endColumn: 17 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) },
      occurrenceCount: 3,
      suppressions: [],
    });
    expect(resultOf({ severity: 'error' }).level).toBe('error');
    expect(resultOf({ severity: 'warning' }).level).toBe('warning');
  });

  test.each([
    ['docs/plans/a b#c.md', 'docs/plans/a%20b%23c.md'],
    ['plans/ü%20?.md', 'plans/%C3%BC%2520%3F.md'],
    ['c:/plan.md', 'c%3A/plan.md'],
  ])('names the file %j as a relative URI', (path, uri) => {
    expect(resultOf({ path }).locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test.each([
    ['[a link](https://evil.example)', '[a link\\](https://evil.example)'],
    ['a gap {0} and a set {a}', 'a gap {{0}} and a set {a}'],
    ['right\u202Eto left\u0007 and\nnext', 'rightto left and next'],
  ])('shows the text %j as text', (message, text) => {
    expect(resultOf({ message }).message.text).toBe(text);
  });

  test('that nobody has to mend now is suppressed, with the reason', () => {
    const waived = { reason: 'The team is away.', until: day('2026-12-31') };
    expect(resultOf({ waived }).suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'Until 2026-12-31: The team is away.' },
    ]);
    expect(resultOf({ known: true, isNew: false }).suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'It is in the baseline.' },
      { kind: 'external', status: 'accepted', justification: 'It was there before the change.' },
    ]);
  });

  test('has its fix', () => {
    const fix = { edits: [{ range: at(4, 13, 17), text: 'high' }] };
    expect(resultOf({ fix, path: 'plans/a b.md' }).fixes).toEqual([
      {
        description: { text: 'What "plan-check fix" writes.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'plans/a%20b.md', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 13, endLine: 4, endColumn: 17 },
                insertedContent: { text: 'high' },
              },
            ],
          },
        ],
      },
    ]);
  });
});

describe('the fingerprint', () => {
  const hash = (parts: Partial<Diagnostic>, sources: Sources = {}): string =>
    resultOf(parts, sources).partialFingerprints.primaryLocationLineHash;

  test('stays while lines move', () => {
    expect(hash({ range: at(5, 13, 17) }, { source: `\n${SOURCE}` })).toBe(hash({ range: at(4, 13, 17) }));
    expect(hash({ range: at(4, 13, 17) }, { source: SOURCE.replaceAll('\n', '\r\n') })).toBe(
      hash({ range: at(4, 13, 17) }),
    );
  });

  test('differs by rule, by file and by the text of the line', () => {
    const some = [
      hash({ range: at(4, 1, 2) }),
      hash({ range: at(2, 1, 2) }),
      hash({ range: at(4, 1, 2), rule: 'expired' }),
      hash({ range: at(4, 1, 2), path: 'b.md' }),
    ];
    expect(new Set(some).size).toBe(4);
  });

  test('counts what looks the same', () => {
    const twice = runOf([6, 7].map((line) => finding({ rule: 'expired', range: at(line, 1, 2) })));
    const [first, second] = twice.results.map(
      (result: { partialFingerprints: Record<string, string> }) =>
        result.partialFingerprints.primaryLocationLineHash,
    );
    expect(second).toBe(first.replace(/:1$/, ':2'));
  });

  test('is of the message, but for its numbers, where the text is not at hand', () => {
    const message = 'The plan expired on 2026-03-01, 12 days ago.';
    expect(hash({ message }, { source: null })).toBe(
      hash({ message: message.replace('12', '13') }, { source: null }),
    );
    expect(hash({ message }, { source: null })).not.toBe(hash({ message: 'Else.' }, { source: null }));
  });
});
