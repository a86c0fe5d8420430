import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TrackingResult } from '../../src/outlets/tracking-result.ts';
import { ISSUE_END } from '../../src/report/issue-marker.ts';
import { ISSUE_HINT } from '../../src/report/our-end.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { LocalRepository } from '../github/local-repository.ts';
import { partsOf, reason, stale } from '../report/issue-scene.ts';
import { to } from '../repository/github/local-client.ts';
import { type Scan, trackOn } from './track-on.ts';

const BOT = 'github-actions[bot]';
const [CREATE, READ] = ['issues/create', 'issues/get'];

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

const A = stale('a', [reason('expired', '2026-11-01')]);
const B = stale('b', [reason('unreviewed', '2026-11-02')]);
const FINE = stale('a', []);

const track = (plans: readonly PlanResult[], run: Scan = {}): Promise<TrackingResult> =>
  trackOn(github, plans, run);

const bodyOf = (number: number): string => repository.issue(number).body ?? '';
const comments = (number: number): readonly string[] => repository.comments(number).map(({ body }) => body);

const MARKER = /<!-- plan-check-issue \{.*\} -->/;
const THEIRS = '\n\n- [ ] Ask Ines\n';

const wrap = (text: string, width: number): string =>
  text.replace(MARKER, (line) => line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '');

type Deformed = readonly [what: string, deform: (body: string) => string];

/** What the marker remembers can still be read. */
const READABLE: readonly Deformed[] = [
  ['is indented', (body) => body.replace('<!-- plan-check-issue {', '    <!-- plan-check-issue {')],
  ['is quoted', (body) => body.replace(MARKER, (line) => `> ${line}`)],
  ['is an item of a list', (body) => body.replace(MARKER, (line) => `- ${line}`)],
  ['is in a line with text', (body) => body.replace(MARKER, (line) => `See ${line} here`)],
  ['is put into a code fence', (body) => body.replace(MARKER, (line) => `\`\`\`\n${line}\n\`\`\``)],
  ['is put into code', (body) => body.replace(MARKER, (line) => `\`${line}\``)],
  ['is broken into lines', (body) => wrap(body, 40)],
  ['has carriage returns for line ends', (body) => body.replace(THEIRS, '').replaceAll('\n', '\r') + THEIRS],
  ['has the line ends of an editor', (body) => body.replace(THEIRS, '').replaceAll('\n', '\r\n') + THEIRS],
  ['has spaces behind it', (body) => body.replace(MARKER, (line) => `${line}   \t`)],
  ['has lost its end', (body) => body.replace(ISSUE_END, '')],
  ['comes twice', (body) => body.replace(MARKER, (line) => `${line}\n${line}`)],
  [
    'comes twice, broken the first time',
    (body) => body.replace(MARKER, (line) => `${line.slice(0, 60)}\n${line}`),
  ],
  ['comes with everything twice', (body) => body.replace(THEIRS, '') + body],
  [
    'comes with everything twice, broken the first time',
    (body) => body.replace(THEIRS, '').replace('"v":1', '"v"1') + body,
  ],
];

/** What the marker remembers is lost. */
const FORGOTTEN: readonly Deformed[] = [
  ['is cut', (body) => body.replace(MARKER, (line) => line.slice(0, 90))],
  ['is cut before its key', (body) => body.replace(MARKER, (line) => line.slice(0, 26))],
  ['has no end of its comment', (body) => body.replace(MARKER, (line) => line.replace(' -->', ''))],
  ['has broken JSON', (body) => body.replace('"v":1', '"v":')],
  ['has typographic quotes', (body) => body.replace(MARKER, (line) => line.replaceAll('"', '”'))],
  ['is of another version', (body) => body.replace('"v":1', '"v":9')],
  ['has a run that is none', (body) => body.replace(/"run":\d+/, '"run":"latest"')],
  ['is escaped', (body) => body.replace('<!-- plan-check-issue', '&lt;!-- plan-check-issue')],
  ['has lost its start', (body) => body.replace('<!-- plan-check-issue {', '{')],
  ['is deleted', (body) => body.replace(MARKER, '')],
  ['is deleted with its end', (body) => body.replace(MARKER, '').replace(ISSUE_END, '')],
  ['is deleted with the headline', (body) => body.replace(/^[^|]*/, '')],
];

describe('one issue stays, though its marker', () => {
  beforeEach(async () => {
    await track([A]);
    repository.editIssue(1, { body: bodyOf(1).trimEnd() + THEIRS });
  });

  /** Everything as if nobody had touched it; said of ours once, and of theirs all. */
  const expectWhole = (): void => {
    expect(repository.issues()).toMatchObject([{ number: 1, state: 'open', labels: ['plan-check', 'docs'] }]);
    const { above, below, section } = partsOf(bodyOf(1));
    expect(section).toMatch(/^\*\*2 plans need a decision:\*\* 1 expired, 1 unreviewed\.\n/);
    expect([above + below].join('').match(/plan-check-issue|need a decision|Plan Check keeps/)).toBeNull();
    expect(below.endsWith(THEIRS)).toBe(true);
  };

  test.each(READABLE)('%s: what it remembers is read, and what is new is told', async (_, deform) => {
    repository.editIssue(1, { body: deform(bodyOf(1)) });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1, remarks: [] });
    expectWhole();
    expect(comments(1)).toEqual([expect.stringMatching(/^Since 2026-11-22, 1 plan entered a state/)]);
    expect(await track([A, B])).toMatchObject({ kind: 'unchanged', number: 1 });
  });

  test.each(FORGOTTEN)('%s: it is written anew, and what is lost is said once', async (_, deform) => {
    repository.editIssue(1, { body: deform(bodyOf(1)) });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1, remarks: [] });
    expectWhole();
    expect(comments(1)).toEqual([expect.stringMatching(/^The hidden line .* could not be read any more/)]);
    expect(await track([A, B])).toMatchObject({ kind: 'unchanged', number: 1 });
    expect(comments(1)).toHaveLength(1);
  });

  test.each([...READABLE, ...FORGOTTEN])('%s: it is closed when nothing is left', async (_, deform) => {
    repository.editIssue(1, { body: deform(bodyOf(1)) });
    expect(await track([FINE])).toMatchObject({ kind: 'closed', number: 1 });
    expect(repository.issues()).toMatchObject([{ number: 1, state: 'closed' }]);
    expect(comments(1)).toEqual([]);
  });

  const TRACED = [...READABLE, ...FORGOTTEN].filter(([what]) => what !== 'is deleted with its end');

  test.each(TRACED)('%s, and its label is gone', async (_, deform) => {
    repository.editIssue(1, { body: deform(bodyOf(1)), labels: [] });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1 });
    expect(repository.issues()).toMatchObject([{ number: 1, labels: ['plan-check'] }]);
  });

  test('is deleted with its end and the label: nothing tells that it is ours, and a new one is opened', async () => {
    const body = bodyOf(1).replace(MARKER, '').replace(ISSUE_END, '');
    repository.editIssue(1, { body, labels: [] });
    expect(await track([A, B])).toMatchObject({ kind: 'opened', number: 2 });
    expect(bodyOf(1)).toBe(body);
  });

  test('is gone with everything: their text stands below', async () => {
    repository.editIssue(1, { body: 'I wrote this myself.\r\n' });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1 });
    expect(partsOf(bodyOf(1))).toMatchObject({ above: '', below: '\n\nI wrote this myself.\r\n' });
    expect(repository.issues()).toHaveLength(1);
  });

  test('is gone with everything, and nothing is left in its place', async () => {
    repository.editIssue(1, { body: '' });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1 });
    expect(partsOf(bodyOf(1))).toMatchObject({ above: '', below: '\n' });
  });

  test('and the text around it are in one code fence, which is taken away', async () => {
    repository.editIssue(1, { body: `Note\n\`\`\`md\n${bodyOf(1).replace(THEIRS, '')}\n\`\`\`${THEIRS}` });
    expect(await track([A])).toMatchObject({ kind: 'updated', number: 1 });
    expect(partsOf(bodyOf(1))).toMatchObject({ above: 'Note\n', below: THEIRS });
    expect(await track([A])).toMatchObject({ kind: 'unchanged' });
  });

  test('is broken in a closed issue: that one is opened again', async () => {
    await track([FINE]);
    repository.editIssue(1, { body: bodyOf(1).replace('"v":1', '"v"') });
    expect(await track([FINE])).toMatchObject({ kind: 'unchanged', number: 1 });
    expect(await track([A])).toMatchObject({ kind: 'reopened', number: 1 });
    expect(comments(1)).toHaveLength(1);
  });

  test('is broken between the look and the write: nothing is lost', async () => {
    github.before(to(READ), () => {
      repository.editIssue(1, { body: bodyOf(1).replace(MARKER, '') });
    });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1 });
    expectWhole();
    expect(comments(1)).toEqual([expect.stringMatching(/^Since 2026-11-22, 1 plan entered/)]);
  });

  test('is broken in an issue with another title: it may be somebody who writes about it, and keeps every word', async () => {
    const body = 'Look at `<!-- plan-check-issue {"v":1` in the source.\n\nIMPORTANT';
    repository.editIssue(1, { title: 'Marker breaks', body });
    expect(await track([A, B])).toMatchObject({ kind: 'opened', number: 2 });
    expect(repository.issue(1)).toMatchObject({ title: 'Marker breaks', body });
  });

  test('is broken while another one was opened: the older one stays, with the text of people', async () => {
    const { body } = repository.issue(1);
    repository.deleteIssue(1);
    await track([A]);
    const broken = repository.openIssue({
      ...{ title: 'Plans that need a decision', author: BOT, labels: ['plan-check'] },
      body: (body ?? '').replace('"v":1', '"v"'),
    });
    expect(await track([A])).toMatchObject({ number: 2 });
    expect(repository.issue(broken.number)).toMatchObject({ state: 'closed', stateReason: 'duplicate' });
    expect(await track([A])).toMatchObject({ kind: 'unchanged', number: 2 });
  });

  test('is broken, and a dry run writes nothing', async () => {
    const body = bodyOf(1).replace('"v":1', '"v"');
    repository.editIssue(1, { body });
    expect(await track([A], { dryRun: true })).toMatchObject({ kind: 'dry-run', would: 'update' });
    expect(bodyOf(1)).toBe(body);
  });
});

describe('never taken for ours', () => {
  const title = 'Plans that need a decision';
  const labels = ['plan-check'];
  const broken = `<!-- plan-check-issue {"v" -->\nText.\n${ISSUE_END}\n`;

  test.each([
    ['of a stranger, with all our signs', { title, labels, author: 'mallory', body: broken }],
    ['of another app, with all our signs', { title, labels, author: 'other[bot]', body: broken }],
    ['of ours with the label alone', { title: 'A bug', labels, author: BOT, body: 'Text.' }],
    ['of ours with the title alone', { title, labels: [], author: BOT, body: 'Text.' }],
    ['of ours that quotes a marker', { title: 'A bug', labels: [], author: BOT, body: `> ${broken}` }],
    [
      'of ours that names another set-up',
      { title, labels, author: BOT, body: broken.replace('"v"', '"v","key":"api"') },
    ],
  ])('is an issue %s', async (_, issue) => {
    const planted = repository.openIssue(issue);
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 2 });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 2 });
    expect(repository.issue(1)).toEqual(planted);
  });

  test('is a duplicate that was closed', async () => {
    github.before(to(CREATE), async () => {
      await track([A]);
    });
    await track([A]);
    const [, duplicate] = repository.issues();
    repository.deleteIssue(1);
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 3 });
    expect(repository.issue(2)).toEqual(duplicate);
  });

  test('are two set-ups for one, though both forgot who they are', async () => {
    await track([A]);
    await track([B], { key: 'api' });
    for (const number of [1, 2]) repository.editIssue(number, { body: bodyOf(number).replace(MARKER, '') });
    expect(await track([A])).toMatchObject({ kind: 'updated', number: 1 });
    expect(await track([B], { key: 'api' })).toMatchObject({ kind: 'updated', number: 2 });
    expect(repository.issues()).toHaveLength(2);
  });
});

test('an end that stands above is left there, and ours goes on', async () => {
  await track([A]);
  repository.editIssue(1, { body: `${ISSUE_END}\n${bodyOf(1).replace(ISSUE_END, '')}` });
  expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 1 });
  expect(partsOf(bodyOf(1))).toMatchObject({ above: `${ISSUE_END}\n` });
  expect(await track([A, B])).toMatchObject({ kind: 'unchanged', number: 1 });
});

test('our last sentence tells where ours ends, when the end is gone', async () => {
  await track([A]);
  const body = bodyOf(1).replace(ISSUE_END, '').trimEnd();
  repository.editIssue(1, { body: `${body}\nTheirs.\n` });
  await track([A, B]);
  expect(bodyOf(1).split(ISSUE_HINT)).toHaveLength(2);
  expect(partsOf(bodyOf(1)).below.trim()).toBe('Theirs.');
});
