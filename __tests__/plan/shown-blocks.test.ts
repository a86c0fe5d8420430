import { describe, expect, test } from '@jest/globals';
import { HTML_START, scanHtml } from '../../src/plan/html-state.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { cpuSeconds } from '../cpu-seconds.ts';

const read = (...body: readonly string[]) => {
  const { phases, otherItems, bodyProblem, links, anchors, title } = parsePlan('a.md', body.join('\n'));
  const items = [...phases.flatMap((phase) => phase.items), ...otherItems];
  return {
    items: items.map(({ text }) => text),
    phases: phases.map(({ name }) => name),
    bodyProblem,
    links,
    anchors,
    title,
  };
};
const itemsIn = (...body: readonly string[]): readonly string[] => {
  const { items, bodyProblem } = read(...body);
  expect(bodyProblem).toBeNull();
  return items;
};

describe('what an HTML comment hides', () => {
  test('is all that stands between the HTML that opens it and the HTML that closes it', () => {
    expect(
      read(
        '<div><!--',
        '',
        '# Hidden',
        '',
        '## Roadmap',
        '',
        '### Phase 1: Hidden',
        '',
        '- [x] hidden, with a [link](x.md)',
        '',
        '<div>--></div></div>',
        '',
        '# Shown',
        '',
        '## Roadmap',
        '',
        '### Phase 1: Build',
        '',
        '- [ ] shown',
      ),
    ).toEqual({
      items: ['shown'],
      phases: ['Build'],
      bodyProblem: null,
      links: [],
      anchors: new Set(['shown', 'roadmap', 'phase-1-build']),
      title: 'Shown',
    });
  });

  test.each<[string, readonly string[]]>([
    ['from inside of an entry', ['- [ ] shown', '- <div><!--', '- [x] hidden', '', '<div>--></div>']],
    [
      'up to inside of an entry',
      ['<div><!--', '', '- [x] hidden', '', '  <div>--></div>', '', '  - [ ] shown'],
    ],
    ['from inside of a quote', ['> <div><!--', '', '- [x] hidden', '', '<div>--></div>', '', '- [ ] shown']],
    [
      'where a second one opens behind the first',
      ['<!-- a --> <!--', '', '- [x] hidden', '', '<!-- b -->', '', '- [ ] shown'],
    ],
    [
      'however long it is',
      [
        '<!--',
        ...Array.from({ length: 3_000 }, () => 'x'),
        '--> <!--',
        '',
        '- [x] hidden',
        '',
        '<p>-->',
        '',
        '- [ ] shown',
      ],
    ],
    [
      'behind a tag that GitHub shows as text',
      ['<script>', '<!--', '</script>', '', '- [x] hidden', '', '<p>-->', '', '- [ ] shown'],
    ],
    [
      'though the text in it has such an end',
      ['<div><!--', '', '--> - [x]', '- [x] hidden', '', '<p>-->', '', '- [ ] shown'],
    ],
  ])('%s', (_, body) => {
    expect(itemsIn(...body)).toEqual(['shown']);
  });

  test.each<[string, readonly string[]]>([
    ['a comment that is closed where it stands', ['<!-- a -->', '', '- [ ] shown']],
    ['one in a value', ['<div title="<!--">', '', '- [ ] shown', '', '</div>']],
    ['one in a value without quotes', ['<div title=<!-- x=y>', '', '- [ ] shown']],
    ['what can be unfolded', ['<details>', '<summary>More</summary>', '', '- [ ] shown', '', '</details>']],
    [
      'attributes that GitHub takes away',
      ['<div hidden style="display:none">', '', '- [ ] shown', '', '</div>'],
    ],
    ['a tag that GitHub shows as text', ['<div><textarea>', '', '- [ ] shown']],
    ['a drawing', ['<svg><path d="M0 0"/></svg>', '', '- [ ] shown']],
    ['a sign', ['<div> 1 < 2 </div>', '', '- [ ] shown']],
    ['an instruction', ['<?php echo 1 ?>', '', '- [ ] shown']],
    ['what stands in code', ['Use `<template>` and `<?php <`.', '', '- [ ] shown']],
    ['escaped HTML', ['Use \\<template>.', '', '- [ ] shown']],
    ['a comment that opens at the end', ['- [ ] shown', '', '<!-- more']],
  ])('is nothing behind %s', (_, body) => {
    expect(itemsIn(...body)).toEqual(['shown']);
  });
});

describe('a plan is not read from where nobody can tell what is shown', () => {
  const comment = 'an HTML comment opens there and is never closed; write "-->" where it ends';
  const tag =
    'an HTML tag opens there and never ends; write its ">", and the quotes on both sides of its values';
  const unclear =
    'HTML there can be read in more than one way; end comments with "-->", and write other HTML as code';
  const raw = (name: string, end: string): string =>
    `"<${name}" opens HTML there that is never closed; write "${end}" where it ends`;
  const inside = (name: string): string =>
    `it stands inside of "<${name}>", and GitHub may not show it; close that element, or write it as code`;
  test.each<[string, number, string, readonly string[]]>([
    ['a comment that is never closed', 3, comment, ['<!--', '- [x] b']],
    ['code that is never closed', 3, raw('pre', '</pre>'), ['<pre>', 'x', '', '- [x] b']],
    ['an instruction that is never closed', 3, raw('?', '?>'), ['<?php', '', '- [x] b']],
    ['one over several blocks', 3, comment, ['<div><!--', '', '- [x] b', '', '<!']],
    ['a tag that never ends', 4, tag, ['<div>', '<div', '', '- [x] b', '', '<div>']],
    ['a value that never ends', 3, tag, ["<div title='", '', '- [x] b']],
    ['an instruction that never ends', 3, tag, ['> <?php', '', '- [x] b']],
    ['an element that may hide', 5, inside('template'), ['<template>', '', '- [x] b', '', '</template>']],
    ['one in a text', 5, inside('select'), ['Choose <select> and', '', '- [x] b']],
    ['a field in another spelling', 5, inside('textarea'), ['<div><textarea/x></div>', '', '- [x] b']],
    ['a comment that is over for some', 3, unclear, ['<!-->', '', '- [x] b', '', '<!-- -->']],
    ['an end that is none for some', 3, unclear, ['<!-- a --!>', '<!-- -->', '', '- [x] b']],
    ['a comment in a comment', 3, unclear, ['<div><!--', '', 'a <!-- b -->', '', '- [x] b']],
    ['an instruction in a text', 3, unclear, ['a <? > <!-- ?>', '', '- [x] b']],
    ['data in a drawing', 3, unclear, ['<div><svg><![CDATA[ > <!-- ]]></svg></div>', '', '- [x] b']],
  ])('%s', (_, line, reason, body) => {
    expect(read('- [ ] a', '', ...body)).toMatchObject({
      items: ['a'],
      bodyProblem: `The plan is not read from line ${line} on: ${reason}.`,
    });
  });
});

test.each(['<!-- -->', '<div a=" ', '< <', '<!-- <? --', '<a b', '<![CDATA[', '</'])(
  'raw HTML is read in linear time: %s',
  (html) => {
    const text = html.repeat(300_000);
    expect(cpuSeconds(() => scanHtml(text, HTML_START))).toBeLessThan(5);
  },
);
