import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { count, day, finding, item, report } from './sample-report.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const problems = (value: unknown): readonly string[] => {
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const full = report({
  plans: [
    bookings.delta === null
      ? bookings
      : {
          ...bookings,
          phases: bookings.phases.map((phase) => ({
            ...phase,
            claim: { state: 'complete', source: 'heading' },
            conflict: 'overclaim',
            before: { state: 'blocked', tasks: count(1, 2), deliverables: count(0, 0), gates: count(0, 0) },
          })),
          health: { status: 'AT_RISK', reasons: ['1 blocker is open'] },
          timeline: {
            start: day('2026-01-05'),
            end: null,
            phases: [
              { name: 'Payments', number: '3', start: null, end: day('2026-03-01'), state: 'blocked' },
            ],
            milestones: [{ date: day('2026-02-01'), text: 'Opening day' }],
          },
          delta: {
            ...bookings.delta,
            blockers: { opened: ['No harbour master.'], closed: [] },
            claims: [{ name: 'Payments', source: 'table', from: null, to: 'complete' }],
            tasks: { ...bookings.delta.tasks, moved: [{ ...item('Sell'), from: 'Bookings' }] },
          },
        },
    auditLog,
    tideTables,
    { ...faxGateway, movedTo: 'docs/notes/fax-gateway.md', behind: 'docs/plans', titleBefore: 'Fax' },
    {
      ...auditLog,
      staleness: {
        ...{ state: null, reasons: [], isSnoozed: true },
        snooze: { until: day('2026-07-01'), reason: 'Trials' },
      },
    },
  ],
  diagnostics: [
    finding({ rule: 'related-code-touched', help: 'See the plan.' }),
    finding({ rule: 'expired', waived: { reason: 'The team is away.', until: day('2026-04-01') } }),
    finding({ rule: 'unreviewed', waived: { reason: 'Nobody reviews it.', until: null }, known: true }),
    finding({
      rule: 'malformed-checkbox',
      fix: {
        needsChange: true,
        edits: [{ range: { start: { line: 9, column: 1 }, end: { line: 9, column: 5 } }, text: '- [ ]' }],
      },
    }),
  ],
  coverage: [
    { what: 'file', message: 'Not read.', blocking: true, path: 'a.md' },
    { what: 'references', message: 'Not computed.', blocking: false },
  ],
});

describe('the schema of reports', () => {
  test('describes every report', () => {
    expect(problems(full)).toEqual([]);
    expect(problems(report())).toEqual([]);
    const shard = { index: 1, count: 4, settings: '0123456789abcdef', plans: 'fedcba9876543210' };
    expect(problems({ ...report(), shard })).toEqual([]);
  });

  test.each([
    ['a key that is not described', { ...full, extra: 1 }, '/ must NOT have additional properties'],
    ['a missing one', { ...full, api: undefined }, "/ must have required property 'api'"],
    ['a day that is none', { ...full, today: '2026-02-30' }, '/today must match format "date"'],
  ])('knows %s', (_, value, problem) => {
    expect(problems(value).map((text) => text.replace(/^ /, '/ '))).toContain(problem);
  });

  test('leaves no object open and no key optional but fourteen', () => {
    const objects = objectsIn(schema);
    expect(objects.length).toBeGreaterThan(15);
    for (const { additionalProperties } of objects) expect(additionalProperties).toBe(false);
    const optional = objects.flatMap(({ properties, required }) =>
      Object.keys(properties ?? {}).filter((key) => !(required ?? []).includes(key)),
    );
    expect(optional.toSorted()).toEqual([
      'behind',
      'count',
      'isExpected',
      'isNew',
      'isPastUnknown',
      'isSnoozed',
      'movedTo',
      'needsChange',
      'path',
      'shard',
      'snooze',
      'titleBefore',
      'unlisted',
      'unlisted',
      'waived',
    ]);
  });
});

interface ObjectSchema {
  readonly type: 'object';
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

function objectsIn(value: unknown): readonly ObjectSchema[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isObjectSchema(value) ? [value] : []), ...Object.values(value).flatMap(objectsIn)];
}

const isObjectSchema = (value: object): value is ObjectSchema => 'type' in value && value.type === 'object';
