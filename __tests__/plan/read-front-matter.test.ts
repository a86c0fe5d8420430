import { describe, expect, test } from '@jest/globals';
import type { FrontMatterProblem } from '../../src/plan/front-matter.ts';
import type { Range } from '../../src/plan/position.ts';
import { readFrontMatter } from '../../src/plan/read-front-matter.ts';
import { fc } from '../fuzzing/fast-check.ts';

const fenced = (...lines: string[]): string => ['---', ...lines, '---', '', '# Body', ''].join('\n');

const at = (line: number, from: number, to: number): Range => ({
  start: { line, column: from },
  end: { line, column: to },
});

const problemsOf = (text: string): readonly FrontMatterProblem[] => readFrontMatter(text).problems;

describe('the fence', () => {
  test('is a whole line, first in the file', () => {
    const { state, data, problems, lineCount } = readFrontMatter(fenced('title: Audit log'));
    expect({ state, data, problems, lineCount }).toEqual({
      state: 'read',
      data: { title: 'Audit log' },
      problems: [],
      lineCount: 3,
    });
  });

  test.each([
    ['an empty file', ''],
    ['a heading first', '# Plan\n\n---\ntitle: x\n---\n'],
    ['a blank line first', '\n---\ntitle: x\n---\n'],
    ['four dashes', '----\ntitle: x\n---\n'],
    ['words behind a rule that nothing closes', '--- and so on\n\ntext\n'],
  ])('is missing with %s', (_, text) => {
    const { state, problems, lineCount } = readFrontMatter(text);
    expect({ state, problems, lineCount }).toEqual({ state: 'missing', problems: [], lineCount: 0 });
  });

  test('that is never closed is a problem of line 1', () => {
    expect(problemsOf('---\ntitle: x\n\n# Plan\n')).toEqual([
      { kind: 'unclosed', detail: '', range: at(1, 1, 4) },
    ]);
  });

  test('that was forgotten is told from broken YAML, although a rule follows much later', () => {
    const text = '---\ntitle: x\nstatus: active\n\n# Plan\n\n**Status:** [Draft] now\n\n---\n\nmore\n';
    expect(problemsOf(text)).toEqual([{ kind: 'unclosed', detail: '', range: at(1, 1, 4) }]);
    expect(readFrontMatter(text).lineCount).toBe(0);
  });

  test('that was forgotten is told, although YAML takes all headings for comments', () => {
    const below =
      '# Plan\n\n## Phases\n\n### Phase 1: A\n\n- [x] Dig\n- [ ] Fill\n\nMore words.\n\n---\n\nfoot\n';
    const read = readFrontMatter(`---\ntitle: x\nowner: y\n\n${below}`);
    expect(read.problems).toEqual([{ kind: 'unclosed', detail: '', range: at(1, 1, 4) }]);
    expect(read.lineCount).toBe(0);
    // Keys below a comment belong to what is closed.
    expect(problemsOf(`---\ntitle: x\n\n# Dates\n- [x] a\ncreated: y\n---\n\n${below}`)[0]?.kind).toBe(
      'syntax',
    );
    // So does what is broken above it.
    expect(problemsOf(`---\nowner: @x\n\n${below}`)[0]?.kind).toBe('at-sign');
  });

  test('may be empty, hold only comments, or have blanks behind it', () => {
    for (const text of ['---\n---\n', '---\n---', fenced('# nothing yet'), fenced(''), '---  \n---\t\n']) {
      expect(readFrontMatter(text)).toMatchObject({ state: 'read', data: {}, problems: [] });
    }
  });

  test('is read behind a byte order mark and with CRLF, at the same places', () => {
    const text = `\uFEFF${fenced('title: Audit log', 'owner: "@team"').replaceAll('\n', '\r\n')}`;
    const read = readFrontMatter(text);
    expect(read.data).toEqual({ title: 'Audit log', owner: '@team' });
    expect(read.lineCount).toBe(4);
    expect(read.rangeOf(['owner'], 'value')).toEqual(at(3, 8, 15));
  });

  test('that another reader would cut earlier is said, not guessed', () => {
    expect(problemsOf(fenced('title: x', '---- ', 'owner: y'))).toEqual([
      {
        kind: 'syntax',
        detail: 'a line that begins with "---" would end it early: indent it, or take it away',
        range: at(3, 1, 6),
      },
    ]);
  });
});

describe('another language than YAML', () => {
  test.each(['js', 'javascript', 'JavaScript', 'json', 'toml', 'coffee', 'cson'])(
    '"%s" is refused and never run',
    (language) => {
      for (const [open, space] of [[`---${language}`, ''] as const, [`--- ${language}`, ' '] as const]) {
        const text = `${open}\n{title: (globalThis.executed = true)}\n---\n\n# Body\n`;
        const { state, data, problems, lineCount } = readFrontMatter(text);
        expect({ state, data, problems, lineCount }).toEqual({
          state: 'unreadable',
          data: {},
          problems: [
            {
              kind: 'other-language',
              detail: language,
              range: at(1, 1, 4 + space.length + language.length),
            },
          ],
          lineCount: 3,
        });
      }
      expect(globalThis).not.toHaveProperty('executed');
    },
  );

  test('is refused without a closing fence as well', () => {
    expect(problemsOf('---js\n(globalThis.executed = true)\n')).toEqual([
      { kind: 'other-language', detail: 'js', range: at(1, 1, 6) },
    ]);
    expect(globalThis).not.toHaveProperty('executed');
  });

  test('a label for YAML itself, or other words, are to be taken away', () => {
    for (const label of ['yaml', 'YML', 'title: x']) {
      expect(problemsOf(`---${label}\na: b\n---\n`)).toEqual([
        {
          kind: 'syntax',
          detail: 'the first line must be "---" and nothing else: take the rest of it away',
          range: at(1, 1, 4 + label.length),
        },
      ]);
    }
  });
});

describe('problems have the line and column of the file, and what the cure needs', () => {
  test.each<[string, string[], readonly FrontMatterProblem[]]>([
    ['an unquoted @name', ['owner: @team'], [{ kind: 'at-sign', detail: '@team', range: at(2, 8, 13) }]],
    [
      'an unquoted @name with a comment',
      ['owner: @team lead # asked'],
      [{ kind: 'at-sign', detail: '@team lead', range: at(2, 8, 18) }],
    ],
    [
      'unquoted @names in lists',
      ['owner:', '  - @ann', 'stakeholders: [@bob, cy]'],
      [
        { kind: 'at-sign', detail: '@ann', range: at(3, 5, 9) },
        { kind: 'at-sign', detail: '@bob', range: at(4, 16, 20) },
      ],
    ],
    [
      'a colon in a value',
      ['type: plan', 'title: fix: the parser'],
      [{ kind: 'colon', detail: 'title', range: at(3, 8, 23) }],
    ],
    [
      'a colon in a member',
      ['notes:', '  - why: because: it is'],
      [{ kind: 'colon', detail: 'why', range: at(3, 10, 24) }],
    ],
    ['a tab', ['ai:', '\tpriority: high'], [{ kind: 'tab', detail: '', range: at(3, 1, 2) }]],
    ['a tab behind blanks', ['a: b', '  \tc: d'], [{ kind: 'tab', detail: '', range: at(3, 3, 4) }]],
    [
      'a key that stands twice',
      ['status: draft', 'title: x', 'status: active'],
      [{ kind: 'duplicate-key', detail: 'status', range: at(4, 1, 7) }],
    ],
    [
      'a key that stands twice below another',
      ['ai:', '  priority: high', '  priority: low'],
      [{ kind: 'duplicate-key', detail: 'priority', range: at(4, 3, 11) }],
    ],
    ['a list instead of keys', ['- a', '- b'], [{ kind: 'not-a-mapping', detail: '', range: at(2, 1, 1) }]],
    [
      'a sentence instead of keys',
      ['only words'],
      [{ kind: 'not-a-mapping', detail: '', range: at(2, 1, 1) }],
    ],
    [
      'a merge conflict',
      ['type: plan', '<<<<<<< HEAD', 'title: x', '=======', 'title: y', '>>>>>>> theirs'],
      [{ kind: 'conflict', detail: '', range: at(3, 1, 13) }],
    ],
    [
      'a key that would merge others',
      ['defaults: &all {owner: ann}', '<<: *all', 'ai:', '  <<: *all'],
      [
        { kind: 'merge-key', detail: '', range: at(3, 1, 3) },
        { kind: 'merge-key', detail: '', range: at(5, 3, 5) },
      ],
    ],
    [
      'a bracket that is never closed',
      ['title: [draft', 'owner: x'],
      [
        {
          kind: 'syntax',
          detail:
            'a list that begins with "[" is never closed: add "]" at its end, or put quotes around the value',
          range: at(3, 1, 2),
        },
      ],
    ],
    [
      'an alias to nothing',
      ['title: *bold'],
      [
        {
          kind: 'syntax',
          detail: 'the alias "*bold" names nothing above it: put quotes around a value that begins with "*"',
          range: at(2, 8, 13),
        },
      ],
    ],
    [
      'an end mark of YAML',
      ['title: x', '...', 'owner: y'],
      [
        {
          kind: 'syntax',
          detail: 'a line "..." ends it before its closing fence: take it away',
          range: at(3, 1, 4),
        },
      ],
    ],
  ])('%s', (_, lines, problems) => {
    const read = readFrontMatter(fenced(...lines));
    expect(read.problems).toEqual(problems);
    expect(read).toMatchObject({ state: 'unreadable', data: {}, lineCount: lines.length + 2 });
    expect(problemsOf(fenced(...lines).replaceAll('\n', '\r\n'))).toEqual(problems);
  });
});

test('every place is named, however many there are', () => {
  const handles = Array.from({ length: 200 }, (_, index) => `  - @h${index}`);
  expect(problemsOf(fenced('owner:', ...handles)).map(({ range }) => range.start.line)).toEqual(
    handles.map((_, index) => index + 3),
  );
});

describe('what else YAML cannot read is said with its cure', () => {
  test.each([
    ['%x', 'a line that begins with "%" is none of YAML\'s keys: take it away'],
    [
      'a: b\nwords\nc: d',
      'a line has no colon with a space behind it: write "key: value", or indent the line when it goes on with the value above',
    ],
    [
      'a: b\nwords',
      'a line has no colon with a space behind it: write "key: value", or indent the line when it goes on with the value above',
    ],
    ['a: "x', 'a value begins with a quotation mark and never ends with one: add it at the end'],
    [
      'a: [WIP] search',
      'something follows a value that is over already: put quotes around the whole value, or take the rest away',
    ],
    ['a: {b: c', 'a value that begins with "{" is never closed: add "}" at its end, or put quotes around it'],
    ['a: ]', 'a bracket is closed that was never opened: take it away, or put quotes around the value'],
    [
      'a: {{name}}',
      'brackets stand where a key is expected: put quotes around the whole value, or around the key',
    ],
    ['a: `b`', 'a value begins with a sign that YAML keeps for itself: put quotes around the value'],
    [
      'a: "\\d"',
      'a backslash means something else between double quotes: write it twice, or use single quotes',
    ],
    [
      'a: &',
      'a value that begins with "&", "*" or "!" has a meaning of its own in YAML: put quotes around it',
    ],
    [
      'a:\n  - b\n - c',
      'a list begins where none can: write each "- " on a line of its own, in the same column as the others',
    ],
    [
      'a: - b',
      'a list begins where none can: write each "- " on a line of its own, in the same column as the others',
    ],
    [
      'a: b\n c: d',
      'a value has a key in it: put quotes around the value, or write the key on a line of its own, in the column of the others',
    ],
    [
      'a: |x\n  b',
      'behind "|" or ">" nothing may stand on the same line: begin the text on the next one, or put quotes around it',
    ],
    [
      'a: "b"#c',
      'a "#" needs a space in front of it to begin a comment: add the space, or put quotes around the value',
    ],
    ['a: [b, , c]', 'a comma has nothing in front of it: take it away, or put quotes around the value'],
    [
      'a: {b c, "d" e}',
      'two values stand in brackets with no comma between them: add the comma, or put quotes around the value',
    ],
  ])('%j', (yaml, detail) => {
    expect(problemsOf(fenced(yaml))).toMatchObject([{ kind: 'syntax', detail }]);
  });
});

describe('front matter is bounded', () => {
  const complex = (text: string): readonly string[] =>
    problemsOf(text).map(({ kind, detail }) => `${kind}: ${detail}`);

  test('in aliases that multiply', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg']) {
      bomb.push(`${to}: &${to} [${Array(3).fill(`*${from}`).join(', ')}]`);
    }
    bomb.push('h: [*g, *g]');
    expect(complex(fenced(...bomb))).toEqual([
      'too-complex: more than 20000 values, with what aliases repeat',
    ]);
  });

  test('in aliases at all', () => {
    const list = Array(21).fill('*a').join(', ');
    expect(complex(fenced('a: &a x', `b: [${list}]`))).toEqual(['too-complex: more than 20 aliases']);
  });

  test('in aliases that hold themselves', () => {
    expect(complex(fenced('a: &a [*a]'))).toEqual(['too-complex: nested too deeply']);
  });

  test('in depth and in size', () => {
    expect(complex(fenced(`a: ${'['.repeat(20_000)}`))).toEqual(['too-complex: nested too deeply']);
    expect(complex(fenced(`a: ${'['.repeat(17)}x${']'.repeat(17)}`))).toEqual([
      'too-complex: nested too deeply',
    ]);
    expect(complex(fenced(`a: ${'x'.repeat(70_000)}`))).toEqual([
      'too-complex: longer than 65536 characters',
    ]);
    expect(complex(fenced('\n'.repeat(3_000)))).toEqual(['too-complex: longer than 2000 lines']);
  });
});

describe('data', () => {
  test('hold no date objects: a date is a string, real or not', () => {
    expect(
      readFrontMatter(fenced('created: 2026-02-30', 'at: 2026-01-02T03:04:05Z', 'v: !!timestamp 2026-01-01'))
        .data,
    ).toEqual({
      created: '2026-02-30',
      at: '2026-01-02T03:04:05Z',
      v: '2026-01-01',
    });
  });

  test('leave out what is absent, at every depth', () => {
    expect(
      readFrontMatter(
        fenced(
          'a:',
          "b: ''",
          'c: []',
          'd: ~',
          'e: {f: , g: [~, x]}',
          'h: [[], ""]',
          'i: false',
          'j: 0',
          'k: {}',
        ),
      ).data,
    ).toEqual({ e: { g: ['x'] }, i: false, j: 0, k: {} });
  });

  test('take keys like __proto__ as keys', () => {
    const { data } = readFrontMatter(fenced('__proto__: {polluted: yes}', 'constructor: x', 'toString: y'));
    expect(Object.entries(data)).toEqual([
      ['__proto__', { polluted: 'yes' }],
      ['constructor', 'x'],
      ['toString', 'y'],
    ]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  test('are never shared between two readings', () => {
    const text = fenced('tags: [a]');
    expect(readFrontMatter(text).data).not.toBe(readFrontMatter(text).data);
  });
});

describe('the range', () => {
  const { rangeOf } = readFrontMatter(
    fenced(
      'title: Audit log',
      'owner:',
      'ai:',
      '  priority: high',
      '  triggers: ["", plan]',
      '  note: |',
      '    two',
      '    lines',
    ),
  );

  test.each<[string, readonly (string | number)[], 'key' | 'value', Range]>([
    ['of a value', ['title'], 'value', at(2, 8, 17)],
    ['of a key', ['title'], 'key', at(2, 1, 6)],
    ['of a nested value', ['ai', 'priority'], 'value', at(5, 13, 17)],
    ['of a member, by its index among the present ones', ['ai', 'triggers', 0], 'value', at(6, 18, 22)],
    ['of a member asked for by its key', ['ai', 'triggers', 0], 'key', at(6, 18, 22)],
    [
      'of a text over several lines, to its last character',
      ['ai', 'note'],
      'value',
      { start: { line: 7, column: 9 }, end: { line: 9, column: 10 } },
    ],
    ['of an empty value is its key', ['owner'], 'value', at(3, 1, 6)],
    ['of an absent child is its nearest present parent', ['ai', 'token_budget'], 'value', at(4, 1, 3)],
    ['of an absent key is the start of the file', ['expires'], 'value', at(1, 1, 1)],
  ])('%s', (_, path, part, range) => {
    expect(rangeOf(path, part)).toEqual(range);
  });
});

describe('any text', () => {
  const holdsOnlyPlainData = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.every(holdsOnlyPlainData);
    if (typeof value !== 'object' || value === null) return value !== null && value !== '';
    return (
      Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(holdsOnlyPlainData)
    );
  };
  const yamlish = fc
    .array(
      fc.constantFrom(
        'a',
        ': ',
        '\n',
        '  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        '@',
        '&x ',
        '*x',
        '|',
        '\t',
        '#',
        '2026-01-02',
        '---',
        '...',
        '?',
        '__proto__',
        '\r\n',
        '!!js/function ',
        '<<: ',
        '%',
        '`',
        ',',
        'é',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  test('gives plain data and ranges inside the file, or problems', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string()), (block) => {
        const text = `---\n${block}\n---\nbody\n`;
        const { state, data, problems } = readFrontMatter(text);
        const lines = text.split('\n').length;
        expect(holdsOnlyPlainData(data)).toBe(true);
        expect(problems.length > 0).toBe(state === 'unreadable');
        for (const { kind, detail, range } of problems) {
          if (kind === 'syntax') expect(detail).toMatch(/^[a-z].*: .*[^.]$/);
          expect(range.start.line).toBeGreaterThan(0);
          expect(range.end.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('that YAML can hold comes back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^\S.{0,20}\S$/)),
        (fields) => {
          const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
          expect(readFrontMatter(fenced(...lines)).data).toEqual({ ...fields });
        },
      ),
    );
  });
});

describe('a value that says nothing', () => {
  const dataOf = (...lines: readonly string[]) => readFrontMatter(`---\n${lines.join('\n')}\n---\n`).data;

  test.each(['" "', '"\u200b"', '"\u0301"', '"\ue000"', '"\\u3164\\t"', '"\u00a0"'])(
    'is absent where nobody sees it: %j',
    (value) => {
      expect(dataOf(`title: ${value}`, `owner: ${value}`, 'type: plan')).toEqual({ type: 'plan' });
    },
  );

  test.each([
    'none',
    'TBD',
    'N/A',
    '"-"',
    '"?"',
    '[TBD]',
    '[none, "-"]',
    '[" "]',
    'nobody',
    'n.a.',
    'someone',
    'Anybody',
    'to be decided',
  ])('is no owner: %s', (owner) => {
    expect(dataOf(`owner: ${owner}`, 'title: TBD')).toEqual({ title: 'TBD' });
  });

  test('leaves the owners beside it', () => {
    expect(dataOf('owner: [TBD, "@ann"]')).toEqual({ owner: ['TBD', '@ann'] });
  });
});

test('numbers without an end, and what is no number, are texts', () => {
  const { data } = readFrontMatter('---\na: .inf\nb: -.INF\nc: .nan\nd: 1e400\ne: 1e3\n---\n');
  expect(data).toEqual({ a: '.inf', b: '-.INF', c: '.nan', d: '1e400', e: 1000 });
});
