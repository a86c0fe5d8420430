import { describe, expect, test } from '@jest/globals';
import { declaredType } from '../../src/plan/declared-type.ts';
import { parsePlan, parsePlanWithoutBody, withBody } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Range } from '../../src/plan/position.ts';
import { fc } from '../fuzzing/fast-check.ts';

const plan = (...lines: string[]): Plan =>
  parsePlan('docs/plans/audit-log.md', ['---', ...lines, '---', ''].join('\n'));

const at = (line: number, from: number, to: number): Range => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('the title', () => {
  test.each([
    ['of the front matter', '---\ntitle: Audit log\n---\n# Another\n', 'Audit log'],
    ['that YAML reads as a number', '---\ntitle: 2026\n---\n', '2026'],
    ['of the first H1, as plain text', '## Not this\n\n# The **audit** [log](x.md)\n', 'The audit log'],
    ['of the file, without any other', 'Only words.\n', 'audit-log.md'],
    ['of the H1, where the front matter has a list', '---\ntitle: [a, b]\n---\n# Audit log\n', 'Audit log'],
  ])('is that %s', (_, text, title) => {
    expect(parsePlan('docs/plans/audit-log.md', text).title).toBe(title);
  });
});

describe('the lifecycle', () => {
  test.each([
    [['lifecycle: active', 'status: draft'], 'active'],
    [['status: Completed'], 'completed'],
    [['lifecycle: [draft | active | completed]', 'status: draft'], 'draft'],
    [['lifecycle: shipped', 'status: archived'], 'archived'],
    [['status: draft | active'], null],
    [['status: [active]'], 'active'],
    [['status: 1'], null],
    [['title: x'], null],
  ])('of %j is %s', (lines, lifecycle) => {
    expect(plan(...lines).lifecycle).toBe(lifecycle);
  });
});

test('the owner is one or several, never the template', () => {
  expect(plan('owner: platform').owner).toEqual(['platform']);
  expect(plan('owner: [platform, "", "@ann"]').owner).toEqual(['platform', '@ann']);
  expect(plan('owner: [Team/person responsible]').owner).toEqual([]);
  expect(plan('owner: {team: x}').owner).toEqual([]);
});

test('the dates are real days, or null', () => {
  expect(
    plan(
      'created: 2026-02-28',
      'last_updated: 2026-03-01T09:00:00Z',
      'reviewed: 2026-02-30',
      'expires: YYYY-MM-DD',
    ).dates,
  ).toEqual({
    created: '2026-02-28',
    lastUpdated: '2026-03-01',
    reviewed: null,
    expires: null,
  });
});

test('the references have their places, one or a list of them', () => {
  expect(
    plan(
      'supersedes: ./old.md',
      'superseded_by: [Link to newer plan]',
      'related_plans:',
      '  - a.md',
      '  - [Related implementation plans]',
      '  - "b.md#part"',
      'depends_on: [c]',
    ).references,
  ).toEqual([
    { field: 'supersedes', target: './old.md', keyPath: ['supersedes'], range: at(2, 13, 21) },
    { field: 'related_plans', target: 'a.md', keyPath: ['related_plans', 0], range: at(5, 5, 9) },
    { field: 'related_plans', target: 'b.md#part', keyPath: ['related_plans', 2], range: at(7, 5, 16) },
    { field: 'depends_on', target: 'c', keyPath: ['depends_on', 0], range: at(8, 14, 15) },
  ]);
});

test('the type is what the front matter declares', () => {
  expect(declaredType(plan('type: Plan'))).toBe('Plan');
  expect(declaredType(plan('title: x'))).toBeNull();
  expect(declaredType(plan('type: [a, b]'))).toBeNull();
});

test('the review cadence of the body is read, unless it is the template’s', () => {
  expect(parsePlan('x.md', '# x\n\n## Review\n\n**Review cadence:** Bi-weekly\n').reviewCadence).toBe(
    'Bi-weekly',
  );
  expect(parsePlan('x.md', '**Review cadence:** [Weekly/Bi-weekly/etc]\n').reviewCadence).toBeNull();
  expect(parsePlan('x.md', '```\n**Review cadence:** weekly\n```\n').reviewCadence).toBeNull();
});

test('the text has no byte order mark, and the body is read below front matter that is broken', () => {
  const { text, phases, frontMatter } = parsePlan('x.md', '\uFEFF---\nowner: @ann\n---\n- [ ] do it\n');
  expect(text.startsWith('---')).toBe(true);
  expect(frontMatter.state).toBe('unreadable');
  expect(phases.flatMap(({ items }) => items)).toMatchObject([
    { kind: 'task', state: 'open', text: 'do it', range: at(4, 1, 12) },
  ]);
});

test('brackets are a box as they are written, and ticked only as GitHub ticks them', () => {
  const { phases } = parsePlan(
    'x.md',
    [
      '- [ ] real',
      '- [ ] \\[link] behind a box',
      '- \\[x] escaped',
      '- &#91;x] an entity',
      '- \\[/] escaped too',
      '- &#91;/] and this',
      '- [x]\u00A0behind a blank that is none',
      '- [/] begun',
      '  more\\[',
    ].join('\n'),
  );
  expect(phases.flatMap(({ items }) => items.map(({ state, text }) => `${state}: ${text}`))).toEqual([
    'open: real',
    'open: [link] behind a box',
    'in-progress: begun more[',
  ]);
});

test('a lone carriage return moves no line', () => {
  const { phases, title } = parsePlan('x.md', '---\na: b\n---\n# P\rfoo\rbar\n\n- [ ] x\n');
  expect(title).toBe('P');
  expect(phases.flatMap(({ items }) => items.map(({ range }) => range))).toEqual([at(6, 1, 8)]);
});

describe('a long plan', () => {
  const items = ({ phases }: Plan) => phases.flatMap((phase) => phase.items);

  test('is read to its end, with the lines of the file', () => {
    const section =
      '### Notes\n\n- [ ] one\n  - [x] two\n\n```\n- [ ] no\n\n# no\n\n```\n\n<!--\n\n- [ ] no\n\n-->\n\n> - [x] three\n\n';
    const long = parsePlan('x.md', `---\ntitle: x\n---\n${section.repeat(500)}`);
    expect(long.bodyProblem).toBeNull();
    expect(items(long)).toHaveLength(1_000);
    expect(items(long).at(-1)?.range).toEqual(at(3 + 500 * 20 - 1, 3, 14));
  });

  test.each([
    ['code', '```', '```'],
    ['longer code', '~~~~', '~~~~~'],
    ['a comment', '<!-- opens', 'closes --> here'],
    ['a script', '<script>', '</script>'],
    ['a processing instruction', '<?php', '?>'],
  ])('keeps %s of many lines together', (_, open, close) => {
    const inside = '- [ ] no\n\n## Phase 1: no\n\n```\n\n'.replaceAll('```', open === '```' ? '~~~' : '```');
    const text = `${open}\n${inside.repeat(700)}${close}\n\n- [ ] yes\n`;
    expect(items(parsePlan('x.md', text)).map(({ text }) => text)).toEqual(['yes']);
  });

  test('knows the end of its code from a line that only looks like it', () => {
    const text = `\`\`\`\n${'- [ ] no\n\n'.repeat(200)}\`\`\` is no end\n\n- [ ] no\n\`\`\`\n\n- [ ] yes\n`;
    expect(items(parsePlan('x.md', text)).map(({ text }) => text)).toEqual(['yes']);
  });

  test('that never closes its code has nothing behind it', () => {
    expect(items(parsePlan('x.md', `- [ ] yes\n\n\`\`\`\n${'- [ ] no\n\n'.repeat(1_000)}`))).toHaveLength(1);
  });
});

describe('what is out of bounds is not read, and that is said', () => {
  test.each([
    ['quotes', `- [ ] read\n\n${'> '.repeat(10_000)}x\n\n- [ ] not read\n`],
    ['quotes without blanks', `- [ ] read\n\n${'>'.repeat(51)}x\n`],
    ['lists in lists', `- [ ] read\n\n${'- '.repeat(10_000)}x\n`],
    ['numbered lists', `- [ ] read\n\n${'1. '.repeat(51)}x\n`],
    ['indented lists', `- [ ] read\n\n${'  '.repeat(51)}- x\n`],
  ])('%s inside each other', (_, text) => {
    const { bodyProblem, phases } = parsePlan('x.md', text);
    expect(bodyProblem).toBe(
      'The plan is not read from line 3 on: it is nested too deeply there; nest it less.',
    );
    expect(phases.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['read']);
  });

  test('a block without end', () => {
    expect(parsePlan('x.md', `---\na: b\n---\n> a\n${'b\n'.repeat(50_000)}`).bodyProblem).toBe(
      'The plan is not read from line 2154 on: a block there is too long; part it with empty lines.',
    );
  });

  test('a plan of more than two million characters', () => {
    expect(parsePlan('x.md', `${'word '.repeat(10)}\n\n`.repeat(50_000)).bodyProblem).toMatch(
      /^The plan is not read from line \d+ on: the plan is too long; split it\.$/,
    );
  });
});

describe('any text', () => {
  const markdownish = fc
    .array(
      fc.constantFrom(
        '- [ ] a',
        '- [x] b',
        '* [-] c',
        '  ',
        '\n',
        '\n\n',
        '> ',
        '# ',
        '## Phases',
        '### Phase 1: x',
        '## Phase 2',
        '```',
        '~~~',
        '<!--',
        '-->',
        '---',
        '| a | Done |\n|-|-|\n| b | x |',
        '**Tasks:**',
        '[x]',
        '`',
        '~~',
        '\t',
        '1. ',
        '\r\n',
        '\uFEFF',
        '[Phase Name]',
        '<div>',
        'é🚀',
        '\u0000',
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join(''));

  test('is read without an exception, with every range inside the file', () => {
    fc.assert(
      fc.property(fc.oneof(markdownish, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const read = parsePlan('x.md', text);
        const lines = read.text.split('\n').length;
        const ranges = [
          ...read.phases.flatMap(({ range, items }) => [range, ...items.map((item) => item.range)]),
          ...read.otherItems.map(({ range }) => range),
          ...read.placeholders.map(({ range }) => range),
        ];
        for (const { start, end } of ranges) {
          expect(start.line).toBeGreaterThan(0);
          expect(end.line).toBeLessThanOrEqual(lines + 1);
          expect(start.line < end.line || (start.line === end.line && start.column <= end.column)).toBe(true);
        }
        expect(read.phases.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a plan without its body', () => {
  const text = [
    ...['---', 'status: active', 'depends_on: [b.md]', 'related_code: src/**', '---', ''],
    ...['Text', '====', '', '# Harbour & *sea*', '', '**Review cadence:** weekly', '', '## Phases', ''],
    ...['### Phase 1: A', '', '- [x] Dig (2026-01-02)', '- [ ] Fill', ''],
  ].join('\n');

  test('says what the front matter says, and the same title', () => {
    const [light, whole] = [parsePlanWithoutBody('a.md', text), parsePlan('a.md', text)];
    expect(light).toMatchObject({ title: 'Text', lifecycle: 'active', phases: [{ name: '', items: [] }] });
    expect(light.title).toBe(whole.title);
    expect(light.references).toEqual(whole.references);
    expect(light.relatedCode).toEqual(whole.relatedCode);
    expect(light.reviewCadence).toBeNull();
  });

  test.each([
    text,
    `\uFEFF${text}`,
    '---\ntitle: Named\n---\n# Other\n- [ ] a\n',
    '# No front matter\n\n- [ ] a\n',
    '---\nnever: closed\n\n# Title\n',
    '---\n: [\n---\n# Broken\n',
    '',
  ])('becomes the whole of it: %j', (source) => {
    const whole = parsePlan('plans/a.md', source);
    const light = parsePlanWithoutBody('plans/a.md', source);
    // Two functions are never equal, and both were made of the same text.
    expect(withBody(light, null)).toEqual({ ...whole, frontMatter: light.frontMatter });
    expect(light.frontMatter.data).toEqual(whole.frontMatter.data);
    expect(light.title).toBe(whole.title);
  });
});
