import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';

const read = (...lines: readonly string[]) => {
  const { phases, otherItems, bodyProblem } = parsePlan('a.md', `${lines.join('\n')}\n`);
  const at = ({ text, range: { start, end } }: (typeof otherItems)[number]): string =>
    `${text} ${start.line}:${start.column}-${end.line}:${end.column}`;
  return {
    counted: phases.flatMap(({ items }) => items.map(({ text }) => text)),
    other: otherItems.map(at),
    bodyProblem,
  };
};

test.each<[string, readonly string[], readonly string[]]>([
  ['on its first line', ['[^1]: - [ ] b'], ['b 1:7-1:14']],
  ['below its first line', ['[^1]:', '    - [ ] b'], ['b 2:5-2:12']],
  ['below a blank line', ['[^note]: See.', '', '\t- [ ] b', '', '    - [x] c'], ['b 3:2-3:9', 'c 5:5-5:12']],
  ['behind a word', ['[^1]: word', '', '    1. [ ] b'], ['b 3:5-3:13']],
  ['right below text', ['Words.', '[^1]: - [ ] b', '[^2]: - [x] c'], ['b 2:7-2:14', 'c 3:7-3:14']],
  ['in a quote', ['[^1]: > - [ ] b'], ['b 1:9-1:16']],
])('a box in a footnote is shown and not counted: %s', (_, lines, boxes) => {
  expect(read('- [x] a', '', '## H', '', ...lines, '', 'End.')).toEqual({
    counted: ['a'],
    other: boxes.map((box) => box.replace(/(\d+):/g, (_whole, line: string) => `${Number(line) + 4}:`)),
    bodyProblem: null,
  });
});

test.each<[string, readonly string[]]>([
  ['code of a footnote', ['[^1]: a', '', '    ```', '    - [ ] b', '    ```']],
  ['code below text', ['Words.', '', '    - [ ] b']],
  ['code below a link', ['[1]: a.md', '', '    - [ ] b']],
  ['a footnote in code', ['```', '[^1]: - [ ] b', '```']],
])('%s holds none', (_, lines) => {
  expect(read('- [x] a', '', ...lines)).toEqual({ counted: ['a'], other: [], bodyProblem: null });
});

test('what follows a footnote is counted', () => {
  expect(read('[^1]: word', '', '- [ ] a')).toEqual({ counted: ['a'], other: [], bodyProblem: null });
});

test('a footnote that is nested too deeply is said to be', () => {
  expect(read('- [x] a', '', `[^1]: ${'- '.repeat(60)}[ ] b`).bodyProblem).toContain(
    'not read from line 3 on',
  );
});
