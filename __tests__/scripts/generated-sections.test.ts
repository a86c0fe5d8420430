import { describe, expect, test } from '@jest/globals';
import {
  fillSections,
  inputsTable,
  keysTable,
  outputsTable,
  rulesTable,
} from '../../scripts/generated-sections.ts';

describe('the generated parts of a page', () => {
  const page = ['Before', '<!-- generated:words -->', 'old', 'older', '<!-- /generated:words -->', 'After'];

  test('are made anew, and the rest stays', () => {
    expect(fillSections(page.join('\n'), { words: 'new' })).toBe(
      ['Before', '<!-- generated:words -->', '', 'new', '', '<!-- /generated:words -->', 'After'].join('\n'),
    );
  });

  test('do not change when they are filled again', () => {
    const once = fillSections(page.join('\n'), { words: 'new' });
    expect(fillSections(once, { words: 'new' })).toBe(once);
  });

  test('must have a source', () => {
    expect(() => fillSections(page.join('\n'), { other: 'new' })).toThrow(
      'Nothing makes the generated part "words".',
    );
  });

  test('must end', () => {
    expect(() => fillSections('<!-- generated:words -->\nold', { words: 'new' })).toThrow(
      'The generated part "words" has no end.',
    );
  });
});

describe('the tables', () => {
  test('list inputs and outputs with their descriptions on one line', () => {
    const action = {
      inputs: { mode: { description: '`changes` or\n`scan`.' } },
      outputs: { plans: { description: 'One | two.' } },
    };
    expect(inputsTable(action)).toBe(
      ['| Input | Meaning |', '| --- | --- |', '| `mode` | `changes` or `scan`. |'].join('\n'),
    );
    expect(outputsTable(action)).toBe(
      ['| Output | Meaning |', '| --- | --- |', '| `plans` | One \\| two. |'].join('\n'),
    );
  });

  test('say what a key may be', () => {
    const schema = {
      properties: {
        type: { const: 'plan', description: 'Marks a plan.' },
        profile: { enum: ['minimal', 'strict'], description: 'Which rules.' },
        plans: { type: ['string', 'array'], items: { type: 'string' }, description: 'Globs.' },
        'review-every': { type: 'integer', description: 'Days.', default: 30 },
        created: { $ref: '#/$defs/day', description: 'The first day.' },
      },
      $defs: { day: { type: 'string', format: 'date', description: 'A day.' } },
    };
    expect(keysTable(schema, 1)).toBe(
      [
        '| Key | Value | Meaning |',
        '| --- | --- | --- |',
        '| `type` | `plan` | Marks a plan. |',
        '| `profile` | `minimal`, `strict` | Which rules. |',
        '| `plans` | string or list of strings | Globs. |',
        '| `review-every` | integer | Days. Default: `30`. |',
        '| `created` | date | The first day. |',
      ].join('\n'),
    );
  });

  test('list the keys inside a key as far as asked for', () => {
    const ai = { type: 'object', description: 'Agents.', properties: { priority: { enum: ['high'] } } };
    const head = ['| Key | Value | Meaning |', '| --- | --- | --- |'];
    expect(keysTable({ properties: { ai } }, 1)).toBe([...head, '| `ai` | object | Agents. |'].join('\n'));
    expect(keysTable({ properties: { ai } }, 2)).toBe([...head, '| `ai.priority` | `high` |  |'].join('\n'));
  });

  test('link each rule to its page', () => {
    const rules = [
      {
        id: 'expired',
        description: 'An active plan has not expired.',
        minimal: true,
        severity: { changes: 'warning', scan: 'error' },
      },
      {
        id: 'dormant',
        description: 'An active plan moves.',
        minimal: false,
        fixable: 'safe',
        severity: { changes: 'off', scan: 'warning' },
      },
    ];
    expect(rulesTable(rules, 'docs/rules')).toBe(
      [
        '| Rule | What holds for a good plan | Change | Scan | Minimal | Fix |',
        '| --- | --- | --- | --- | --- | --- |',
        '| [expired](docs/rules/expired.md) | An active plan has not expired. | warning | error | ● |  |',
        '| [dormant](docs/rules/dormant.md) | An active plan moves. | off | warning |  | safe |',
      ].join('\n'),
    );
  });
});
