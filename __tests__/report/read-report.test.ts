import { expect, test } from '@jest/globals';
import { readReport } from '../../src/report/read-report.ts';
import { auditLog, bookings } from './sample-plans.ts';
import { report } from './sample-report.ts';

const good = report({ plans: [bookings, auditLog] });

test('a report is read as it was written', () => {
  expect(readReport(JSON.stringify(good), 'a.json')).toEqual(good);
});

const [first] = good.plans;
const refused = 'Name files that a job with "shard" has written.';

test.each<readonly [string, string, string]>([
  ['no JSON', '{', `it is not JSON. ${refused}`],
  ['nothing', '', `it is not JSON. ${refused}`],
  ['another JSON', '[]', `it must be object. ${refused}`],
  [
    'another format',
    JSON.stringify({ ...good, version: 2 }),
    `"/version" must be equal to constant. ${refused}`,
  ],
  [
    'a day that is none',
    JSON.stringify({ ...good, today: '2026-02-30' }),
    `"/today" must match format "date". ${refused}`,
  ],
  [
    'a number that is text',
    JSON.stringify({ ...good, counts: { ...good.counts, errors: '0' } }),
    `"/counts/errors" must be integer. ${refused}`,
  ],
  [
    'a key too many',
    `{"__proto__":{"conclusion":"success"},${JSON.stringify(good).slice(1)}`,
    `it must NOT have additional properties. ${refused}`,
  ],
  [
    'a rule that is an address',
    JSON.stringify({
      ...good,
      plans: [{ ...first, diagnostics: [{ ...first?.diagnostics[0], rule: '../x](http://e)' }] }],
    }),
    `"/plans/0/diagnostics/0/rule" must match pattern "^[a-z][a-z0-9-]*$". ${refused}`,
  ],
])('%s is no report', (_, text, sentence) => {
  expect(() => readReport(text, 'a.json')).toThrow(`"a.json" is no report of Plan Check: ${sentence}`);
});
