import { describe, expect, test } from '@jest/globals';
import { OUR_VOCABULARY } from '../../src/plan/vocabulary.ts';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { RULES } from '../../src/rules/index.ts';
import { formatBaseline, parseBaseline } from '../../src/settings/baseline-file.ts';
import { parseConfig } from '../../src/settings/config-file.ts';
import { INPUT_NAMES, readActionInputs } from '../../src/settings/inputs.ts';
import { selectPlans } from '../../src/settings/plan-selection.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { anyJson, nearly } from '../fuzzing/any-text.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { NASTY_PIECES } from '../fuzzing/nasty-pieces.ts';

const PATH = '.github/plan-check.yml';

/** What is said of what cannot be used; null of what can. Anything else that is thrown goes on. */
function complaintOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof PlanCheckError) return error.message;
    throw error;
  }
}

const GOOD = {
  plans: ['docs/plans/**/*.md', '!docs/plans/old/**'],
  ignore: ['**/notes.md'],
  schema: '.github/plan.schema.json',
  baseline: '.github/known.json',
  profile: 'strict',
  rules: { expired: 'off', 'template-text': ['warning'], 'token-budget': ['error', { most: 5 }] },
  'lifecycle-aliases': { future: 'draft', 'In Arbeit': 'active' },
  'field-aliases': { last_reviewed: 'reviewed' },
  'fail-on': 'warning',
  comment: 'never',
  'comment-key': 'docs',
  'review-every': 90,
  'expiring-within': 21,
  'tracking-issue': 'never',
  'tracking-issue-labels': ['plans', 'stale'],
  'mention-owners': true,
  timezone: 'Europe/Berlin',
};

const yaml = fc.oneof(
  nearly(GOOD).map((value) => JSON.stringify(value)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...Object.keys(GOOD).map((key) => `\n${key}: `)),
        fc.constantFrom('  - ', 'off', 'error', '[', ']', '{', '}', ',', '\n  ', '&a ', '*a', '"**/*.md"'),
        fc.constantFrom(...RULES.slice(0, 9).map(({ id }) => `\n  ${id}: `)),
        fc.constantFrom(...NASTY_PIECES),
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('any configuration', () => {
  test('is settings, or sentences with their places in it', () => {
    const found = { settings: 0, complaints: 0 };
    fc.assert(
      fc.property(yaml, (text) => {
        const complaint = complaintOf(() => {
          const config = parseConfig(text, PATH, RULES);
          const settings = resolveSettings({ inputs: {}, config, now: 0 });
          selectPlans(settings)('docs/plans/search.md');
        });
        if (complaint === null) found.settings++;
        else found.complaints++;
        const lines = text.split('\n');
        for (const line of complaint?.split('\n') ?? []) {
          if (/^… and \d+ more\.$/.test(line)) continue;
          const [, row = '0', column = '0'] =
            /^\.github\/plan-check\.yml:(\d+):(\d+): \S.*$/.exec(line) ?? [];
          expect(Number(row)).toBeGreaterThan(0);
          expect(Number(row)).toBeLessThanOrEqual(lines.length);
          expect(Number(column)).toBeGreaterThan(0);
          expect(Number(column)).toBeLessThanOrEqual((lines[Number(row) - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 250 },
    );
    expect(Math.min(found.settings, found.complaints)).toBeGreaterThan(10);
  });

  test('changes nothing that all objects share', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        complaintOf(() => parseConfig(text, PATH, RULES));
        expect(Reflect.get({}, 'polluted')).toBeUndefined();
        expect(OUR_VOCABULARY.lifecycleAliases.size).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test('that holds what nobody sees is shown so that it is seen', () => {
    expect(complaintOf(() => parseConfig('comment: "a\u2028b\u202ec"', PATH, RULES))).toMatch(
      /^\.github\/plan-check\.yml:1:10: "comment" is "a\\u2028b\\u202ec", but must be /,
    );
  });

  test('with a list where none may be is complained of on the lines that it has', () => {
    expect(
      complaintOf(() => parseConfig('[a](b)\n  c:   - ', PATH, RULES))
        ?.split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual([`${PATH}:1:1`, `${PATH}:1:4`, `${PATH}:2:8`]);
  });
});

describe('any inputs', () => {
  test('are values, or sentences that name them', () => {
    const name = fc.oneof(fc.constantFrom(...INPUT_NAMES), fc.string({ maxLength: 12 }));
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...NASTY_PIECES),
      fc.constantFrom('1/3', '0/0', '2026-02-30', '9999-12-31', 'Europe/Berlin', 'true', '-1', '1e9', '**'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), (given) => {
        const env = Object.fromEntries(given.map(([key, text]) => [`INPUT_${key.toUpperCase()}`, text]));
        const complaint = complaintOf(() => {
          const inputs = readActionInputs(env);
          resolveSettings({ inputs, config: {}, now: 0 });
        });
        for (const line of complaint?.split('\n') ?? []) expect(line).toMatch(/^(?:Input "|Unknown input)/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any baseline', () => {
  const entry = { path: 'docs/plans/a.md', rule: 'expired', text: 'It is over.', count: 2 };
  const good = { version: 1, entries: [entry, { ...entry, path: 'docs/plans/b.md' }] };

  test('is entries that come back as they are, or a sentence with its line', () => {
    const text = fc.oneof(
      fc.oneof(anyJson, nearly(good)).map((value) => JSON.stringify(value, null, 2)),
      fc.tuple(fc.nat(400), fc.constantFrom('', '}', '\u0000', '<<<<<<< x\n', ',')).map(([at, piece]) => {
        const whole = JSON.stringify(good, null, 2);
        return whole.slice(0, at) + piece + whole.slice(at + 1);
      }),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (json) => {
        const complaint = complaintOf(() => {
          const entries = parseBaseline(json, 'known.json');
          const written = formatBaseline(entries);
          expect(formatBaseline(parseBaseline(written, 'known.json'))).toBe(written);
        });
        if (complaint === null) return;
        const [, row = '0'] = /^known\.json:(\d+): \S.*\.$/.exec(complaint) ?? [];
        expect(Number(row)).toBeGreaterThan(0);
        expect(Number(row)).toBeLessThanOrEqual(json.split('\n').length);
      }),
      { numRuns: 60 },
    );
  });
});
