/** A repository that somebody made to break the check. */
export interface HostileCase {
  readonly name: string;
  /** By path. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** What stood there before; then the two are compared. */
  readonly before?: Readonly<Record<string, string | Buffer>>;
  /** All is committed, and scanned with its history. */
  readonly isScanned?: true;
  /** `quiet`: there is nothing to find in it. Default: something must be said. */
  readonly expects?: 'quiet';
}

const KEYS = `type: plan
title: A plan
status: active
owner: "@ada"
created: 2026-01-01
last_updated: 2026-06-01
reviewed: 2026-06-01
expires: 2026-12-31
related_code: [src/**]
`;
const PATH = 'docs/plans/active/p.md';
const HEAD = `---\n${KEYS}---\n\n# A plan\n\n## Implementation Phases\n\n### Phase 1: First\n\n#### Tasks\n\n`;
const times = (count: number, of: string | ((index: number) => string)): string =>
  typeof of === 'string' ? of.repeat(count) : Array.from({ length: count }, (_, index) => of(index)).join('');

const body = (name: string, text: string, expects?: 'quiet'): HostileCase => ({
  name,
  files: { [PATH]: HEAD + text, 'src/a.ts': '' },
  ...(expects === undefined ? {} : { expects }),
});
const front = (name: string, keys: string): HostileCase => ({
  name,
  files: { [PATH]: `---\n${keys}---\n\n# A plan\n\n- [ ] One\n`, 'src/a.ts': '' },
});
const config = (name: string, text: string, more: HostileCase['files'] = {}): HostileCase => ({
  name,
  files: { [PATH]: `${HEAD}- [ ] One\n`, 'src/a.ts': '', '.github/plan-check.yml': text, ...more },
});
const schema = (name: string, json: unknown, keys = KEYS): HostileCase => ({
  name,
  files: {
    [PATH]: `---\n${keys}---\n\n# A plan\n\n- [ ] One\n`,
    'src/a.ts': '',
    '.github/plan-check.yml': 'schema: s.json\n',
    's.json': typeof json === 'string' ? json : JSON.stringify(json),
  },
});
const delta = (name: string, before: string, after: string, expects?: 'quiet'): HostileCase => ({
  ...body(name, after, expects),
  before: { [PATH]: HEAD + before, 'src/a.ts': '' },
});

const box = (index: number): string => `- [${index % 2 ? 'x' : ' '}] Task ${index} of many\n`;
const deep = (count: number, open: string, close: string): string => open.repeat(count) + close.repeat(count);
const nestedList = (depth: number): string =>
  times(depth, (index) => `${' '.repeat(Math.min(2 * index, 200))}- [ ] Level ${index}\n`);

const many = (count: number, file: (index: number) => readonly [string, string]): HostileCase['files'] =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)));
const planWith = (keys: string, text = '- [ ] One\n'): string =>
  `---\n${KEYS}${keys}---\n\n# A plan\n\n${text}`;

/** Characters; as much as a plan may have, with its front matter. */
const MEGABYTE = 999_000;

const tree = (count: number): HostileCase['files'] =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/d${index % 50}/f${index}.ts`, '']));
const listing = (name: string, plans: number, count: number): HostileCase => {
  const text = `${HEAD}- [x] One\n\n#### Files Changed\n\n**New:**\n\n${times(count, (index) => `- \`a/${index}.t\`\n`)}`;
  const files = Array.from({ length: plans }, (_, index) => [`docs/plans/active/p${index}.md`, text]);
  return { name, files: { ...tree(2_000), ...Object.fromEntries(files) } };
};

const BRACES = times(7, '{a,aa}');
const globs = (name: string, plans: number, glob: (index: number) => string): HostileCase => {
  const text = (plan: number): string =>
    `---\n${KEYS.replace('[src/**]', `[${times(100, (index) => `"src/**/*${glob(100 * plan + index)}",`)}]`)}---\n\n- [ ] One\n`;
  const long = many(4_000, (index) => [
    `src/${times(5, `${'a'.repeat(30)}/`)}${'a'.repeat(60)}${index}.ts`,
    '',
  ]);
  const files = many(plans, (index) => [`docs/plans/active/p${index}.md`, text(index)]);
  return { name, files: { ...long, ...files }, isScanned: true };
};

const BODIES: readonly HostileCase[] = [
  body('100,000 boxes', times(100_000, box)),
  body('100,000 short boxes', times(100_000, '- [ ] x\n'), 'quiet'),
  body('40,000 boxes within the bound of a file', times(40_000, box), 'quiet'),
  body('a 5 MB plan', times(62_500, `${'x'.repeat(79)}\n`)),
  body('900 kB of prose', times(9_000, `${'word '.repeat(19)}word\n\n`), 'quiet'),
  body('900 kB in one line', `${'word '.repeat(180_000)}\n`, 'quiet'),
  body('one paragraph of 100,000 lines', times(100_000, 'words\n')),
  body('a list of 1,900 lines in one entry', `- [ ] One\n${times(1_900, '  more of it\n')}`),
  body('many lists of 1,900 lines', times(40, `- [ ] One\n${times(1_900, '  more\n')}\nText\n\n`)),
  body('entries of 1,900 lines', times(40, `- [ ] One\n${times(1_900, '  more\n')}`)),
  body('quotes of 1,900 lines', times(40, `${times(1_900, '> more of it\n')}\n`)),
  body('10,000-deep quotes', `${'> '.repeat(10_000)}x\n`),
  body('10,000-deep list in one line', `${'- '.repeat(10_000)}x\n`),
  body('10,000-deep list', nestedList(10_000)),
  body('10,000-deep numbered list', `${'1. '.repeat(10_000)}x\n`),
  body('10,000-deep mixed nesting', `${'> - '.repeat(10_000)}x\n`),
  body('10,000-deep brackets', `- [ ] ${deep(10_000, '[', ']')}\n`, 'quiet'),
  body('10,000-deep emphasis', `- [ ] ${deep(10_000, '*a ', ' a*')}\n`, 'quiet'),
  body('10,000-deep links', `- [ ] ${deep(10_000, '[', '](a.md)')}\n`, 'quiet'),
  body('10,000-deep HTML', `${deep(10_000, '<div>', '</div>')}\n`, 'quiet'),
  body('100,000 opening brackets', `${'['.repeat(100_000)}\n`, 'quiet'),
  body('100,000 opening brackets in a box', `- [ ] ${'['.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of ![', `${'!['.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of ](', `- [ ] a${']('.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of [a](', `- [ ] ${'[a]('.repeat(100_000)}\n`, 'quiet'),
  body(
    'backtick runs of rising length',
    `- [ ] ${times(1_200, (index) => `${'`'.repeat(index + 1)} `)}\n`,
    'quiet',
  ),
  body('100,000 single backticks', `- [ ] ${'` '.repeat(100_000)}\n`, 'quiet'),
  body('50,000 HTML comment openers', `- [ ] ${'<!-- '.repeat(50_000)}\n`, 'quiet'),
  body('50,000 HTML comment openers on lines', times(50_000, 'x <!-- plan-check-ignore\n')),
  body('50,000 tag openers', `- [ ] ${'<a '.repeat(50_000)}\n`, 'quiet'),
  body('100,000 stars', `- [ ] ${'*'.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of *a', `- [ ] ${'*a '.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of _*', `- [ ] ${'_*'.repeat(100_000)}\n`, 'quiet'),
  body('100,000 tildes', `- [ ] ${'~~a '.repeat(50_000)}\n`, 'quiet'),
  body('100,000 entities', `- [ ] ${'&amp;'.repeat(100_000)}\n`, 'quiet'),
  body('100,000 of &', `- [ ] ${'&'.repeat(100_000)}\n`, 'quiet'),
  body('200,000 backslashes', `- [ ] ${'\\'.repeat(200_000)}\n`, 'quiet'),
  body('200,000 spaces before a word', `- [ ] a${' '.repeat(200_000)}b\n`, 'quiet'),
  body(
    '200,000 spaces in a heading',
    `### Phase 2: a${' '.repeat(200_000)}b ${'#'.repeat(1_000)}\n\n- [ ] One\n`,
    'quiet',
  ),
  body(
    '40,000 headings',
    times(40_000, (index) => `## H ${index}\n\n`),
    'quiet',
  ),
  body('100,000 headings', times(100_000, '# H\n')),
  body(
    '30,000 phases',
    times(30_000, (index) => `### Phase ${index + 2}: P\n`),
  ),
  body(
    '10,000 phases with boxes',
    times(10_000, (index) => `### Phase ${index + 2}: P ${index}\n\n- [ ] A\n- [x] B\n\n`),
  ),
  body('20,000 phases of one number', times(20_000, '### Phase 2: P\n\n- [ ] A\n\n')),
  body('setext headings', times(20_000, 'Phase\n=====\n\n'), 'quiet'),
  body('one setext heading of 60,000 lines', `${times(60_000, 'words\n')}=====\n`),
  body('lazy continuation', `> - a\n${times(60_000, 'lazy\n')}`),
  body('a table row of 900 kB', `| A | B |\n| - | - |\n| ${'x'.repeat(900_000)} | b |\n`, 'quiet'),
  body('a table of 50,000 columns', `${'| a '.repeat(50_000)}|\n${'| - '.repeat(50_000)}|\n| b |\n`, 'quiet'),
  body(
    'a table of 20,000 columns and many rows',
    `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${times(2_000, '|b|\n')}`,
    'quiet',
  ),
  body(
    '40,000 table rows',
    `| Phase | Status |\n| - | - |\n${times(40_000, (index) => `| Phase ${index} | ✅ |\n`)}`,
  ),
  body(
    'tables of 2,000 rows',
    times(20, `| Phase | Status |\n| - | - |\n${times(2_000, (index) => `| Phase ${index} | ✅ |\n`)}\n`),
  ),
  body(
    '40,000 rows of a task table in pieces',
    times(40, `| Task | Status |\n| - | - |\n${times(1_000, (index) => `| Do ${index} | Done |\n`)}\n`),
  ),
  body('60,000 links', `${times(60_000, (index) => `[a](b${index}.md)\n`)}`),
  body(
    '30,000 broken links in paragraphs',
    times(30_000, (index) => `[a](b${index}.md)\n\n`),
  ),
  body(
    '30,000 reference definitions',
    times(30_000, (index) => `[a${index}]: b${index}.md\n`),
  ),
  body(
    '30,000 broken boxes',
    times(30_000, (index) => `- [] Task ${index}\n\n`),
  ),
  body(
    '30,000 unknown marks',
    times(30_000, (index) => `- [?] Task ${index}\n`),
  ),
  body('30,000 placeholders', times(30_000, '[Describe the objective]\n\n')),
  body('5,000 blockers', `## Blockers\n\n${times(5_000, (index) => `- Blocker ${index} 🔴 waits\n`)}`),
  body(
    '10,000 dependencies',
    `- [ ] A (Depends on: ${times(10_000, (index) => `Task ${index}, `)})\n${times(2_000, (index) => `- [ ] Task ${index} (Depends on: Task ${index + 1})\n`)}`,
  ),
  body(
    '20,000 waivers in comments',
    times(20_000, '<!-- plan-check-ignore malformed-checkbox: x -->\n\n- [] a\n\n'),
  ),
  ...[
    '- a\n',
    '- a\n* a\n',
    '1. a\n1) a\n',
    '- - - - a\n',
    '- > a\n',
    '* a\n\n  b\n',
    '> a\nb\n\n',
    '> - a\n\n',
    '>>>>a\n\n',
    'a\n-\n',
    'a\n\n',
    '#\n',
    '-\n',
    '\\*',
    '\\*\n\n',
    '&lt;',
  ].map((unit) =>
    body(`a megabyte of ${JSON.stringify(unit)}`, times(Math.floor(MEGABYTE / unit.length), unit)),
  ),
  listing('a plan that lists 57,000 missing files', 1, 57_000),
  listing('five plans that list 20,000 missing files each', 5, 20_000),
  {
    name: '5,000 missing links among 40,000 files',
    files: {
      ...tree(40_000),
      [PATH]: `${HEAD}${times(5_000, (index) => `[a](a/${index}.md)\n\n`)}`,
      '.github/plan-check.yml': 'rules: {broken-link: warning}\n',
    },
  },
  {
    name: '8,000 missing entries of related_code among 40,000 files',
    files: {
      ...tree(40_000),
      [PATH]: `---\n${KEYS.replace('[src/**]', `[${times(8_000, (index) => `a/${index},`)}]`)}---\n\n- [ ] One\n`,
    },
  },
  {
    name: '4,000 globs that match nothing among 40,000 files',
    files: {
      ...tree(40_000),
      [PATH]: `---\n${KEYS.replace('[src/**]', `[${times(4_000, (index) => `"*${index}*z",`)}]`)}---\n\n- [ ] One\n`,
    },
  },
  globs('a hundred globs with braces among 4,000 long paths, scanned', 1, (index) => `${BRACES}*b${index}*s`),
  globs(
    'three plans with a hundred globs each among 4,000 long paths, scanned',
    3,
    (index) => `*a*a*b${index}*s`,
  ),
  {
    name: 'a plan that lists 40,000 globs that match nothing',
    files: {
      ...tree(2_000),
      [PATH]: `${HEAD}- [x] One\n\n#### Files Changed\n\n**New:**\n\n${times(40_000, (index) => `- \`*/${index}*.t\`\n`)}`,
    },
  },
  {
    name: '8,000 missing references among 40,000 files',
    files: {
      ...tree(40_000),
      [PATH]: `---\n${KEYS}depends_on: [${times(8_000, (index) => `a/${index},`)}]\n---\n\n- [ ] One\n`,
    },
  },
  body('an unclosed fence over 40,000 boxes', `\`\`\`\n${times(40_000, box)}`),
  body(
    '20,000 unclosed fences',
    times(20_000, (index) => `${'`'.repeat(3 + (index % 200))}\n`),
  ),
  body('indented code', times(60_000, '        - [ ] x\n'), 'quiet'),
  body('NUL characters', `- [ ] a\0b\n${'\0'.repeat(1_000)}\n`),
  body('control characters', `- [ ] a\u0007\u001b[31m\u0008b\n`, 'quiet'),
  body('bidirectional controls', '- [ ] a\u202e\u2066b\n', 'quiet'),
  body('line separators', '- [ ] a\u2028- [x] b\u2029- [x] c\n', 'quiet'),
  body('carriage returns alone', '- [ ] a\r- [x] b\r\r- [ ] c\r\n', 'quiet'),
  body(
    'mixed line ends',
    times(10_000, (index) => `- [ ] a${['\n', '\r\n', '\r'][index % 3]}`),
    'quiet',
  ),
  body('combining characters', `- [ ] ${'a\u0301'.repeat(100_000)}\n`, 'quiet'),
  body('wide signs', `- [ ] ${'👩‍👩‍👧‍👦'.repeat(20_000)}\n`, 'quiet'),
  body('huge numbers', `### Phase ${'9'.repeat(100_000)}: x\n\n- [ ] ${'1'.repeat(100_000)}\n`, 'quiet'),
  body(
    'huge percentages',
    `| Phase | Progress |\n| - | - |\n| Phase 1 | ${'9'.repeat(50_000)}% |\n\n- [ ] a\n`,
  ),
  body('50,000 dates', `**Timeline:** ${'2026-01-01 to '.repeat(50_000)}\n\n- [ ] a\n`, 'quiet'),
  body('50,000 labels', times(50_000, '**Status:** active\n')),
  body('50,000 labels in one line', `${'**Status:** '.repeat(50_000)}\n`, 'quiet'),
  body('50,000 state words', `- [ ] ${'done complete blocked cancelled '.repeat(20_000)}\n`, 'quiet'),
  body('tabs', times(10_000, '\t\t\t- [ ] x\n'), 'quiet'),
  {
    name: 'lone surrogates and overlong UTF-8',
    files: { [PATH]: Buffer.concat([Buffer.from(HEAD), Buffer.from([0xed, 0xa0, 0x80, 0xc0, 0x80, 0xf5])]) },
  },
  { name: 'UTF-16', files: { [PATH]: Buffer.from(`\ufeff${HEAD}`, 'utf16le') } },
  { name: 'an empty file', files: { [PATH]: '' } },
  { name: 'only a byte order mark', files: { [PATH]: '\ufeff' } },
  { name: 'a binary file', files: { [PATH]: Buffer.from(times(10_000, '\0\x01\x02'), 'latin1') } },
];

const FRONTS: readonly HostileCase[] = [
  front(
    'a YAML bomb',
    `${KEYS}a: &a [x,x,x,x,x,x,x,x,x]\n${times(9, (index) => {
      const [from, to] = ['abcdefghij'[index], 'abcdefghij'[index + 1]];
      return `${to}: &${to} [${`*${from},`.repeat(9)}]\n`;
    })}`,
  ),
  front('a YAML alias to itself', `${KEYS}a: &a [*a]\n`),
  front('10,000 aliases', `${KEYS}a: &a x\nb: [${'*a,'.repeat(10_000)}]\n`),
  front('merge keys', `${KEYS}a: &a {x: 1}\n${times(1_000, (index) => `k${index}: {<<: *a}\n`)}`),
  front('10,000-deep flow', `${KEYS}a: ${deep(10_000, '[', ']')}\n`),
  front('10,000-deep flow mapping', `${KEYS}a: ${deep(10_000, '{a: ', '}')}\n`),
  front('3,000-deep block', `${KEYS}${times(3_000, (index) => `${' '.repeat(index)}a:\n`)}`),
  front('10,000-deep dashes', `${KEYS}a:\n  ${'- '.repeat(10_000)}x\n`),
  front('a 1 MB one-line front matter', `${KEYS}a: ${'x'.repeat(1_000_000)}\n`),
  front('a 900 kB one-line front matter', `${KEYS}a: ${'x'.repeat(900_000)}\n`),
  front('60 kB of one key', `${KEYS}a: ${'x'.repeat(60_000)}\n`),
  front('5,000 keys', `${KEYS}${times(5_000, (index) => `k${index}: v\n`)}`),
  front('2,000 equal keys', `${KEYS}${times(2_000, 'title: x\n')}`),
  front('3,000 references', `${KEYS}depends_on:\n${times(3_000, (index) => `  - p${index}.md\n`)}`),
  front(
    '2,000 entries of related code',
    KEYS.replace('[src/**]', `\n${times(2_000, (index) => `  - src/${index}/**\n`)}`),
  ),
  front(
    'glob bombs in related code',
    KEYS.replace(
      '[src/**]',
      `["${'**/'.repeat(200)}x", "${'*a'.repeat(500)}", "${'{a,b}'.repeat(100)}", "${'[!a]'.repeat(300)}", "!(${'+(a|'.repeat(50)}${')'.repeat(50)})"]`,
    ),
  ),
  front(
    'a thousand waivers',
    `${KEYS}check:\n  ignore:\n${times(1_000, '    - {rule: expired, reason: x}\n')}`,
  ),
  front(
    'keys of objects',
    `${KEYS}__proto__: {status: completed}\nconstructor: {prototype: 1}\nhasOwnProperty: 1\ntoString: 1\n`,
  ),
  front(
    'prototype as status',
    KEYS.replace('status: active', 'status: __proto__').replace('owner: "@ada"', 'owner: constructor'),
  ),
  front('tags', `${KEYS}a: !!js/function 'function(){}'\nb: !!binary aGk=\nc: !foo bar\n`),
  front('a huge number', `${KEYS}a: ${'9'.repeat(10_000)}\nb: 1e999999\nc: 0x${'f'.repeat(5_000)}\n`),
  front('sixty thousand quotes', `${KEYS}a: "${'\\"'.repeat(30_000)}"\n`),
  front('an unclosed quote', `${KEYS}a: "${'x '.repeat(20_000)}\n`),
  front('30,000 comments', `${KEYS}${times(15_000, '#\n')}`),
  front(
    'dates that are none',
    KEYS.replace('2026-12-31', '2026-13-45').replace('2026-01-01', `${'9'.repeat(5_000)}-01-01`),
  ),
  {
    ...front('a snooze for ever', `${KEYS}check: {snooze: {until: 9999-12-31, reason: x}}\n`),
    expects: 'quiet',
  },
  { name: 'executable front matter', files: { [PATH]: '---js\nprocess.exit(0)\n---\n\n- [ ] One\n' } },
  {
    name: 'executable front matter in full',
    files: { [PATH]: '---javascript\nmodule.exports = {status: "active"}\n---\n' },
  },
  { name: 'JSON front matter', files: { [PATH]: '---json\n{"status": "active"}\n---\n' } },
  { name: '100,000 fences', files: { [PATH]: times(100_000, '---\n') } },
  { name: 'front matter without end', files: { [PATH]: `---\n${times(20_000, 'a: b\n')}` } },
];

const SETTINGS: readonly HostileCase[] = [
  config(
    'configuration: a YAML bomb',
    `a: &a [x,x,x]\n${times(9, (index) => `${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${`*${'abcdefghi'[index]},`.repeat(9)}]\n`)}`,
  ),
  config('configuration: 1 MB', `ignore:\n${times(40_000, (index) => `  - docs/x${index}/**\n`)}`),
  config('configuration: 10,000 deep', `rules: ${deep(10_000, '[', ']')}\n`),
  config(
    'configuration: glob bombs',
    `ignore: ["${'**/'.repeat(200)}x", "${'*a'.repeat(200)}*b", "${'{a,b}'.repeat(60)}"]\n`,
  ),
  { ...config('configuration: stars', `plans: ["docs/${'*?'.repeat(200)}/**"]\n`), expects: 'quiet' },
  config('configuration: __proto__', '__proto__: {fail-on: never}\nrules: {__proto__: "off"}\n'),
  config('configuration: NUL', 'fail-on: "\\0"\n'),
  config('baseline: giant', 'baseline: b.json\n', {
    'b.json': JSON.stringify({
      version: 1,
      findings: times(15_000, 'x')
        .split('')
        .map((_, index) => ({ rule: 'expired', path: `p${index}.md`, digest: 'x' })),
    }),
  }),
  config('baseline: 10,000 deep', 'baseline: b.json\n', { 'b.json': deep(10_000, '[', ']') }),
  config('baseline: not JSON', 'baseline: b.json\n', { 'b.json': '{"a":'.repeat(10_000) }),
  schema(
    'schema: a pattern that tracks back',
    { properties: { title: { pattern: '^(a+)+$' } } },
    KEYS.replace('A plan', `${'a'.repeat(60)}!`),
  ),
  schema(
    'schema: key patterns that track back',
    { patternProperties: { '^(a+)+$': {} } },
    `${KEYS}${'a'.repeat(60)}!: 1\n`,
  ),
  schema('schema: not a pattern', { properties: { title: { pattern: '(' } } }),
  schema('schema: refers to itself', { $ref: '#' }),
  schema('schema: refers in a circle', {
    $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
    $ref: '#/$defs/a',
  }),
  schema('schema: refers to the network', { $ref: 'https://127.0.0.1:9/x.json' }),
  schema('schema: refers to a file', { $ref: 'file:///etc/passwd' }),
  schema('schema: 1,000 deep', `${'{"properties":{"a":'.repeat(1_000)}{}${'}}'.repeat(1_000)}`),
  schema('schema: 10,000 deep', `${'{"not":'.repeat(10_000)}{}${'}'.repeat(10_000)}`),
  schema('schema: 20,000 definitions', {
    $defs: Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`d${index}`, { type: 'string' }]),
    ),
    type: 'object',
    required: ['never'],
  }),
  schema('schema: 15,000 properties', {
    properties: Object.fromEntries(
      Array.from({ length: 15_000 }, (_, index) => [`d${index}`, { type: 'string' }]),
    ),
    required: ['never'],
  }),
  schema('schema: doubling references', {
    $defs: Object.fromEntries(
      Array.from({ length: 26 }, (_, index) => [
        `d${index}`,
        index === 25
          ? { type: 'string' }
          : { allOf: [{ $ref: `#/$defs/d${index + 1}` }, { $ref: `#/$defs/d${index + 1}` }] },
      ]),
    ),
    properties: { owner: { $ref: '#/$defs/d0' } },
    required: ['never'],
  }),
  schema('schema: code in a name', {
    properties: { "a']);process.exit(0);//": {} },
    required: ['"];process.exit(0)//'],
  }),
  schema('schema: an array', []),
];

const MANY: readonly HostileCase[] = [
  {
    name: 'a cycle of 1,000 plans',
    files: many(1_000, (index) => [
      `docs/plans/active/p${index}.md`,
      planWith(`depends_on: [p${(index + 1) % 1_000}.md]\n`),
    ]),
  },
  {
    name: '1,000 plans that all refer to all',
    files: many(300, (index) => [
      `docs/plans/active/p${index}.md`,
      planWith(`related_plans: [${Array.from({ length: 300 }, (_, other) => `p${other}.md`).join(', ')}]\n`),
    ]),
  },
  {
    name: '60 plans of 60 dependencies each',
    files: many(60, (index) => [
      `docs/plans/active/p${index}.md`,
      planWith(`depends_on: [${Array.from({ length: 60 }, (_, other) => `p${other}.md`).join(', ')}]\n`),
    ]),
  },
  {
    name: '1,000 plans of one name',
    files: many(1_000, (index) => [`docs/plans/active/d${index}/harbour.md`, planWith('')]),
  },
  {
    name: '1,000 plans of one title and day',
    files: many(1_000, (index) => [`docs/plans/active/p${index}.md`, planWith('')]),
  },
  {
    name: 'hostile file names',
    files: Object.fromEntries(
      [
        'a b',
        'a\nb',
        '`a`',
        '[x](y)',
        '@everyone',
        '<img src=x>',
        '::error::x',
        '%0A',
        '$(id)\'"',
        '\u202eb',
        '-rf',
        '#1',
        'a|b',
        'x'.repeat(200),
        '__proto__',
      ].map((name) => [`docs/plans/active/${name}.md`, planWith('', '- [] One\n')]),
    ),
  },
  {
    name: 'a path of 60 folders',
    files: { [`docs/plans/active/${'d/'.repeat(60)}p.md`]: planWith('', '- [] One\n') },
  },
  {
    name: 'patterns against 5,000 files',
    files: {
      ...many(5_000, (index) => [`${'a/'.repeat(15)}f${index}.ts`, '']),
      [PATH]: planWith(''),
      'docs/plans/active/q.md': `---\n${KEYS.replace('[src/**]', `["${'**/a/'.repeat(15)}b", "${'*a'.repeat(30)}b", "a/**/a/**/a/**/a/**/a/**/z"]`)}---\n\n- [ ] One\n`,
    },
  },
  {
    name: '40 plans of 100 kB',
    files: many(40, (index) => [`docs/plans/active/p${index}.md`, planWith('', times(2_500, box))]),
  },
];

const DELTAS: readonly HostileCase[] = [
  delta(
    'delta: 40,000 boxes ticked',
    times(40_000, (index) => `- [ ] Task ${index}\n`),
    times(40_000, (index) => `- [x] Task ${index}\n`),
    'quiet',
  ),
  delta(
    'delta: 40,000 other boxes',
    times(30_000, (index) => `- [ ] Old ${index} of these\n`),
    times(30_000, (index) => `- [ ] New ${index} of those\n`),
    'quiet',
  ),
  delta(
    'delta: 3,000 boxes much alike',
    times(3_000, (index) => `- [ ] ${'a'.repeat(index % 190)} same\n`),
    times(3_000, (index) => `- [ ] ${'a'.repeat((index + 1) % 190)} sama\n`),
    'quiet',
  ),
  delta('delta: equal boxes', times(40_000, '- [ ] x\n'), times(40_000, '- [x] x\n'), 'quiet'),
  delta(
    'delta: 5,000 phases renamed',
    times(5_000, (index) => `### Phase ${index + 2}: A ${index}\n\n- [ ] a\n\n`),
    times(5_000, (index) => `### Phase ${index + 2}: B ${index}\n\n- [x] a\n\n`),
  ),
  delta(
    'delta: 3,000 blockers',
    `- [ ] a\n\n## Blockers\n\n${times(3_000, (index) => `- Blocker ${index}\n`)}`,
    `- [ ] a\n\n## Blockers\n\n${times(3_000, (index) => `- Other ${index}\n`)}`,
    'quiet',
  ),
  {
    name: 'delta: 300 plans moved and edited',
    before: many(300, (index) => [
      `docs/plans/active/p${index}.md`,
      planWith(
        '',
        times(100, (line) => `- [ ] ${index} ${line}\n`),
      ),
    ]),
    files: many(300, (index) => [
      `docs/plans/completed/q${index}.md`,
      planWith(
        '',
        times(100, (line) => `- [ ] ${line % 2 ? index : 'x'} ${line}\n`),
      ),
    ]),
  },
];

/** Long or odd, and sound: nothing is to be found in them with the rules as they are by default. */
const SOUND: ReadonlySet<string> = new Set([
  'a list of 1,900 lines in one entry',
  'many lists of 1,900 lines',
  'entries of 1,900 lines',
  'quotes of 1,900 lines',
  'huge percentages',
  '10,000 dependencies',
  '60 kB of one key',
  'keys of objects',
  'tags',
  'a huge number',
  'sixty thousand quotes',
]);

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...BODIES,
  ...FRONTS,
  ...SETTINGS,
  ...MANY,
  ...DELTAS,
].map((one) => (SOUND.has(one.name) ? { ...one, expects: 'quiet' } : one));
