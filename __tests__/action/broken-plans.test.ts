import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { FileEntry } from '../github/local-repository.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type Scene, type SceneResult, visible } from './scene.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-check-executed-'));
const EXECUTED = join(folder, 'executed');
const WRITES = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(EXECUTED)}, 'yes')`;

const withKeys = (lines: string): string => `---\n${lines}\n---\n\n# A plan\n\n- [ ] Something to do\n`;
const good =
  'type: plan\ntitle: A plan\nstatus: active\nowner: Ola\ncreated: 2026-01-10\nlast_updated: 2026-02-20\nreviewed: 2026-02-25\nexpires: 2026-06-30';
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x,x]',
  ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(10)}]`),
].join('\n');

const SYNTAX = 'front-matter-syntax';
const NEVER_RUN = 'which is never run: write YAML between two lines "---".';
const TOO_COMPLEX = 'write it shorter, without aliases.';
const NOT_CHECKED = 'and was not checked';
const missing = (title: string): string =>
  `The plan has no front matter: begin the file with its keys between two lines "---". Write, one a line: type: plan · title: "${title}" · lifecycle: draft · created: 2026-03-02 · last_updated: 2026-03-02`;

/** Each kind, with where it is said to be broken, and the cure. */
const KINDS: readonly (readonly [kind: string, file: FileEntry, place: string, sentence: string])[] = [
  ['no-front-matter', '# Just a heading\n', '1:1 front-matter-missing', missing('Just a heading')],
  ['empty', '', '1:1 front-matter-missing', missing('empty')],
  ['only-spaces', ' \n\n\t\n', '1:1 front-matter-missing', missing('only-spaces')],
  [
    ...(['unclosed', `---\n${good}\n\n# A plan\n`, `1:1 ${SYNTAX}`] as const),
    'The front matter is never closed: add a line "---" after its last key. Write it below line 9.',
  ],
  [
    ...(['at-sign', withKeys(good.replace('owner: Ola', 'owner: @team')), `5:8 ${SYNTAX}`] as const),
    'Put quotes around "@team": YAML keeps the sign "@" for itself. Write: owner: "@team"',
  ],
  [
    ...(['colon', withKeys(good.replace('A plan', 'fix: the plan')), `3:8 ${SYNTAX}`] as const),
    'Put quotes around the value of "title": it has a colon and a space in it. Write: title: "fix: the plan"',
  ],
  [
    ...(['duplicate', withKeys(`${good}\nowner: Ines`), `10:1 ${SYNTAX}`] as const),
    'The key "owner" stands there twice: keep one of the two.',
  ],
  [
    ...([
      'month-13',
      withKeys(good.replace('2026-06-30', '2026-13-01')),
      '9:10 front-matter-schema',
    ] as const),
    '"2026-13-01" in "expires" is not a day of the calendar: write one as YYYY-MM-DD.',
  ],
  [
    ...([
      'february-30',
      withKeys(good.replace('2026-06-30', '2026-02-30')),
      '9:10 front-matter-schema',
    ] as const),
    '"2026-02-30" in "expires" is not a day of the calendar: write one as YYYY-MM-DD.',
  ],
  [
    ...([
      'javascript',
      `---js\n{ type: 'plan', title: ${WRITES} }\n---\n\n# A plan\n`,
      `1:1 ${SYNTAX}`,
    ] as const),
    `The front matter is written in "js", ${NEVER_RUN}`,
  ],
  [
    ...(['javascript-spaced', `--- javascript\n${WRITES}\n---\n\n# A plan\n`, `1:1 ${SYNTAX}`] as const),
    `The front matter is written in "javascript", ${NEVER_RUN}`,
  ],
  [
    ...(['alias-bomb', withKeys(`${good}\n${bomb}`), `1:1 ${SYNTAX}`] as const),
    `The front matter is too complex to be read (more than 20 aliases): ${TOO_COMPLEX}`,
  ],
  [
    ...([
      'deep',
      withKeys(`${good}\ndeep: ${'['.repeat(5_000)}${']'.repeat(5_000)}`),
      `1:1 ${SYNTAX}`,
    ] as const),
    `The front matter is too complex to be read (nested too deeply): ${TOO_COMPLEX}`,
  ],
  [
    ...(['list', withKeys('- one\n- two'), `2:1 ${SYNTAX}`] as const),
    'The front matter must be keys with values, one a line, as in "type: plan".',
  ],
  [
    ...(['binary', Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0x00, 0xff]), '1:1 unreadable-file'] as const),
    `The file is binary ${NOT_CHECKED}: write the plan as Markdown, or leave the file out with "ignore".`,
  ],
  [
    ...(['not-utf-8', Buffer.from('---\ntitle: Café\n---\n', 'latin1'), '1:1 unreadable-file'] as const),
    `The file is not UTF-8 ${NOT_CHECKED}: save it in UTF-8.`,
  ],
  [
    ...(['too-large', planText({}, 'x'.repeat(1_000_001)), '1:1 unreadable-file'] as const),
    `The file is larger than one megabyte ${NOT_CHECKED}: split the plan.`,
  ],
  [
    ...(['link', { symlink: '../../../README.md' }, '1:1 unreadable-file'] as const),
    `The file is a symbolic link ${NOT_CHECKED}: put the plan itself here, or leave the link out with "ignore".`,
  ],
  [
    ...(['submodule', { submodule: '1'.repeat(40) }, '1:1 unreadable-file'] as const),
    'This is a submodule, not a plan: leave it out with "ignore".',
  ],
];

/** Odd, and yet read. */
const HARMLESS: Readonly<Record<string, FileEntry>> = {
  good: planText(),
  tag: withKeys(`${good}\nrun: !!js/function 'function () { ${WRITES.replaceAll("'", '"')} }'`),
  prototype: withKeys(`${good}\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}`),
  crlf: planText({ title: 'Ends of lines' }).replaceAll('\n', '\r\n'),
  'byte-order-mark': `\uFEFF${planText({ title: 'Byte order' })}`,
};

const path = (kind: string): string => `docs/plans/active/${kind}.md`;

let github: LocalGitHub;
let scene: Scene;
let result: SceneResult;

beforeAll(async () => {
  github = await startLocalGitHub();
  const broken = KINDS.map(([kind, file]) => [path(kind), file] as const);
  const harmless = Object.entries(HARMLESS).map(([kind, file]) => [path(kind), file] as const);
  scene = createScene(github, 'broken', { head: Object.fromEntries([...broken, ...harmless]) });
  result = await scene.check();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await github.close();
});

/** `line:column rule`, and what is said, of every finding about a plan. */
function findings(kind: string): unknown {
  const { plans } = result.report as Report;
  return plans
    .find((plan) => plan.path === path(kind))
    ?.diagnostics.map(({ severity, rule, range: { start }, message, help }) => [
      severity,
      `${start.line}:${start.column} ${rule}`,
      [message, help ?? ''].join(' ').trim(),
    ]);
}

describe('a broken plan', () => {
  test.each(KINDS)('%s is a finding with its place and its cure', (kind, _, place, sentence) => {
    expect(findings(kind)).toEqual([['error', place, sentence]]);
  });

  test('keeps no other plan from being checked', () => {
    // What is no text was not checked, and does not count as if it were.
    const unread = KINDS.filter(([, , place]) => place.endsWith('unreadable-file'));
    for (const kind of Object.keys(HARMLESS)) expect([kind, findings(kind)]).toEqual([kind, []]);
    expect(result).toMatchObject({ exitCode: 1, stderr: '' });
    expect(result.outputs).toMatchObject({
      ...{
        conclusion: 'failure',
        plans: String(KINDS.length - unread.length + Object.keys(HARMLESS).length),
      },
      ...{ errors: String(KINDS.length), warnings: '0', notices: '0' },
    });
    expect(JSON.parse(result.outputs.invalid ?? '').toSorted()).toEqual(
      KINDS.map(([kind]) => path(kind)).toSorted(),
    );
  });

  test('executes nothing', () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  test('shares its ten annotations with the others, and the last one counts the rest', () => {
    expect(result.annotations.map(({ command }) => command)).toEqual(Array(10).fill('error'));
    expect(result.annotations.at(-1)?.message).toMatch(/\n9 more errors in the job summary\.$/);
  });

  test('is a row of the comment', () => {
    const comment = visible(scene.comments()[0]);
    expect(comment).toContain('### Plan Check: 19 errors in 24 changed plans\n');
    for (const [kind] of KINDS) expect(comment).toContain(`/${path(kind)}) | `);
    expect(comment).toContain('\nChecked 19 of 24 changed plans at ');
  });
});

test('a body that cannot be read to its end is no pass', async () => {
  const deep = createScene(github, 'deep-body', {
    head: { [path('deep')]: planText({}, `${'> '.repeat(20_000)}- [ ] Hidden\n`) },
  });

  expect(outcome(await deep.check())).toEqual({
    ...{ exitCode: 1, conclusion: 'incomplete', stderr: '' },
    annotations: [
      `error "${path('deep')}": The plan is not read from line 14 on: it is nested too deeply there; nest it less.`,
    ],
  });
});
