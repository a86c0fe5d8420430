import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TrackingResult } from '../../src/outlets/tracking-result.ts';
import type { CoverageGap, PlanResult } from '../../src/report/report.ts';
import type { Mishap } from '../github/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { LocalIssue, LocalRepository } from '../github/local-repository.ts';
import { partsOf, reason, stale } from '../report/issue-scene.ts';
import { operations, to } from '../repository/github/local-client.ts';
import { type Scan, trackOn } from './track-on.ts';

const BOT = 'github-actions[bot]';
const [LIST, CREATE, READ, UPDATE] = ['issues/list-for-repo', 'issues/create', 'issues/get', 'issues/update'];
const [LABEL, COMMENT] = ['issues/add-labels', 'issues/create-comment'];

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
const B = stale('b', [reason('unreviewed', '2026-11-02')], { owner: ['@ola'] });
const FINE = stale('a', []);
const CUT: CoverageGap = { what: 'plan-files', message: 'The list of files was cut.', blocking: true };

const track = (plans: readonly PlanResult[], run: Scan = {}): Promise<TrackingResult> =>
  trackOn(github, plans, run);

const kindOf = async (result: Promise<TrackingResult>): Promise<string> => (await result).kind;

/** What people see first. */
const headline = ({ body }: LocalIssue): string => partsOf(body).section.split('\n', 1)[0] ?? '';

const writes = (): readonly (string | null)[] => github.writes().map(({ operation }) => operation);

const fresh = <T>(result: T): T => {
  github.forgetRequests();
  return result;
};

describe('without an issue', () => {
  test('none is opened while nothing needs a decision', async () => {
    expect(await track([FINE])).toEqual({ kind: 'absent' });
    expect(operations(github)).toEqual([LIST, LIST]);
  });

  test('one is opened with its labels and no comment, when something does', async () => {
    const result = await track([A, B]);
    const [issue, ...more] = repository.issues();
    expect(result).toEqual({ kind: 'opened', number: 1, url: issue?.url, remarks: [] });
    expect(issue).toMatchObject({
      ...{ title: 'Plans that need a decision', author: BOT, labels: ['plan-check', 'docs'], state: 'open' },
    });
    expect(more).toEqual([]);
    expect(writes()).toEqual([CREATE]);
    expect(repository.comments(1)).toEqual([]);
  });

  test('a dry run opens none, and tells its body', async () => {
    expect(await track([A], { dryRun: true })).toMatchObject({
      kind: 'dry-run',
      would: 'open',
      comment: null,
    });
    expect(writes()).toEqual([]);
  });
});

describe('the life of an issue', () => {
  test('nothing is written while nothing changes, whatever the day', async () => {
    fresh(await track([A, B]));
    expect(await kindOf(track([A, B], { today: '2026-12-24' }))).toBe('unchanged');
    expect(operations(github)).toEqual([LIST, 'graphql']);
  });

  test('a plan that enters a state is told once, with its owner only if that was asked for', async () => {
    fresh(await track([A]));
    expect(await kindOf(track([A, B], { mentionOwners: true }))).toBe('updated');
    expect(writes()).toEqual([UPDATE, COMMENT]);
    expect(repository.comments(1).map(({ body }) => body)).toEqual([
      'Since 2026-11-22, 1 plan entered a state that wants a decision:\n\n- [b](https://github.com/acme/harbour/blob/HEAD/docs/plans/active/b.md): unreviewed · @ola',
    ]);
    expect(repository.issue(1).body).not.toMatch(/[\s·>]@ola/);
    await track([A, B, stale('c', [reason('dormant', '2026-11-22')], { owner: ['@ines'] })]);
    expect(repository.comments(1)[1]?.body).toContain('dormant · @&#8203;ines');
  });

  test('what is gone is told by the body alone', async () => {
    fresh(await track([A, B]));
    await track([A]);
    expect(writes()).toEqual([UPDATE]);
    expect(repository.issue(1).body).toContain(
      '**Gone since 2026-11-22**\n\n- docs/plans/active/b.md: no plan there any more',
    );
  });

  test('it is closed when nothing is left, stays so, and is the same one when something comes', async () => {
    await track([A]);
    fresh(await track([FINE]));
    expect(repository.issue(1)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect(headline(repository.issue(1))).toBe('**No plan needs a decision.**');
    expect(await kindOf(track([FINE]))).toBe('unchanged');
    expect(writes()).toEqual([]);
    expect(await kindOf(track([A]))).toBe('reopened');
    expect(repository.issues()).toMatchObject([{ number: 1, state: 'open', stateReason: 'reopened' }]);
    expect(repository.comments(1)).toHaveLength(1);
  });

  test('a scan that could not look at everything neither closes it nor calls a plan gone', async () => {
    await track([A, B]);
    expect(await kindOf(track([], { coverage: [CUT] }))).toBe('updated');
    expect(headline(repository.issue(1))).toBe('**2 plans need a decision:** 1 expired, 1 unreviewed.');
    expect(repository.issue(1).body).toContain('**expired** (not looked at)');
    const other = { ...CUT, what: 'file', path: 'docs/plans/active/c.md' } as const;
    await track([FINE], { coverage: [other] });
    expect(repository.issue(1).state).toBe('open');
    expect(headline(repository.issue(1))).toBe('**No plan that could be read needs a decision.**');
  });

  test('a dry run tells what it would do, and does nothing', async () => {
    await track([A]);
    const { body } = repository.issue(1);
    fresh(body);
    expect(await track([A, B], { dryRun: true })).toMatchObject({
      ...{ kind: 'dry-run', would: 'update', comment: expect.stringContaining('1 plan entered') },
    });
    expect(await track([FINE], { dryRun: true })).toMatchObject({ would: 'close', comment: null });
    expect(await track([A], { dryRun: true })).toMatchObject({ would: 'nothing' });
    expect(writes()).toEqual([]);
    expect(repository.issue(1).body).toBe(body);
  });
});

describe('what people did', () => {
  beforeEach(async () => {
    await track([A]);
    github.forgetRequests();
  });

  test('a new title stays', async () => {
    repository.editIssue(1, { title: 'Our plans' });
    expect(await kindOf(track([A, B]))).toBe('updated');
    expect(repository.issue(1).title).toBe('Our plans');
  });

  test('a label that was taken away is put back, though nothing else changed', async () => {
    repository.editIssue(1, { labels: [] });
    for (let index = 0; index < 120; index += 1) repository.openIssue({ title: `Bug ${index}` });
    expect(await track([A])).toMatchObject({ kind: 'unchanged', number: 1 });
    expect(writes()).toEqual([LABEL]);
    expect(repository.issue(1).labels).toEqual(['plan-check']);
    expect(operations(github)).toEqual([LIST, LIST, LIST, 'graphql', LABEL]);
  });

  test('an issue without its label is closed, and opened again, all the same', async () => {
    repository.editIssue(1, { labels: ['ours'] });
    expect(await kindOf(track([FINE]))).toBe('closed');
    expect(await kindOf(track([A]))).toBe('reopened');
    expect(repository.issue(1).labels).toEqual(['ours', 'plan-check']);
    expect(repository.issues()).toHaveLength(1);
  });

  test('text below ours stays, byte for byte', async () => {
    const { body } = repository.issue(1);
    const theirs = '\r\n- [x] Ask Ines — done | <b>\r\n';
    repository.editIssue(1, { body: body.replaceAll('\n', '\r\n').trimEnd() + theirs });
    expect(await kindOf(track([A]))).toBe('unchanged');
    await track([A, B]);
    expect(repository.issue(1).body.endsWith(`<!-- plan-check-issue-end -->${theirs}`)).toBe(true);
  });

  test('text inside ours is written over', async () => {
    repository.editIssue(1, { body: repository.issue(1).body.replace('**expired**', 'fine') });
    expect(await kindOf(track([A]))).toBe('updated');
    expect(writes()).toEqual([UPDATE]);
    expect(repository.issue(1).body).toContain('**expired**');
  });

  test('a locked issue is kept up to date, and the comment it does not take is told', async () => {
    repository.editIssue(1, { isLocked: true });
    expect(await track([A, B])).toMatchObject({
      kind: 'updated',
      remarks: [
        'The tracking issue 1 is locked, so there is no comment about what is new in it. Unlock it to have them.',
      ],
    });
    expect(headline(repository.issue(1))).toBe('**2 plans need a decision:** 1 expired, 1 unreviewed.');
  });

  test('a deleted issue is made anew, and so is one that was moved', async () => {
    repository.deleteIssue(1);
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 2 });
    const other = github.createRepository('octo/other');
    other.openIssue({ title: 'Elsewhere', body: repository.issue(2).body, author: BOT });
    github.before(to(READ), () => repository.transferIssue(2, '/repos/octo/other/issues/1'));
    expect(await track([A, B])).toMatchObject({ kind: 'opened', number: 3 });
    expect(headline(other.issue(1))).toBe('**1 plan needs a decision:** 1 expired.');
  });

  test('an issue that a person closed is opened again while a plan needs a decision', async () => {
    repository.editIssue(1, { state: 'closed', stateReason: 'not_planned' });
    expect(await kindOf(track([A]))).toBe('reopened');
    expect(repository.comments(1)).toEqual([]);
  });

  test("a stranger's issue with a copy of our marker is left alone", async () => {
    const { body } = repository.issue(1);
    repository.deleteIssue(1);
    const planted = repository.openIssue({ title: 'Mine', author: 'mallory', body, labels: ['plan-check'] });
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 3 });
    expect(repository.issue(2)).toEqual(planted);
  });

  test('an issue of the same account that quotes our marker, with neither our title nor our label, is left alone', async () => {
    const { body } = repository.issue(1);
    repository.deleteIssue(1);
    const copied = repository.openIssue({
      title: 'Report of Mallory',
      author: BOT,
      body: `Mallory wrote:\n${body}`,
      labels: ['triage'],
    });
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 3 });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', number: 3 });
    expect(repository.issue(2)).toEqual(copied);
  });

  test('another key has another issue', async () => {
    expect(await track([A], { key: 'api' })).toMatchObject({ kind: 'opened', number: 2 });
    expect(await track([A], { key: 'api' })).toMatchObject({ kind: 'unchanged', number: 2 });
  });
});

describe('two scans', () => {
  test('at once open one issue, with what the newer one says', async () => {
    github.before(to(CREATE), async () => {
      expect(await kindOf(track([A, B], { run: 902 }))).toBe('opened');
    });
    await track([A], { run: 901 });
    const [first, second] = repository.issues();
    expect(headline(first as LocalIssue)).toBe('**2 plans need a decision:** 1 expired, 1 unreviewed.');
    expect(first?.state).toBe('open');
    expect(second).toMatchObject({
      ...{ state: 'closed', stateReason: 'duplicate' },
      body: 'Two scans opened this issue at the same time; it goes on in #1.\n',
    });
    expect([1, 2].flatMap((number) => repository.comments(number))).toEqual([]);
    fresh(expect(await track([A, B], { run: 903 })).toMatchObject({ kind: 'unchanged', number: 1 }));
  });

  test('at once, of which the newer opens later, leave the older issue', async () => {
    github.before(to(CREATE), async () => {
      await track([A], { run: 901 });
    });
    expect(await track([A, B], { run: 902 })).toMatchObject({ number: 1 });
    expect(repository.issues().map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(headline(repository.issue(1))).toBe('**2 plans need a decision:** 1 expired, 1 unreviewed.');
  });

  test('that opened two leave what people write in them while they are joined', async () => {
    await track([A], { run: 901 });
    const copy = repository.openIssue({
      ...{ title: 'Plans that need a decision', author: BOT, labels: ['plan-check'] },
      body: repository.issue(1).body.replace('"run":901', '"run":902'),
    });
    github.before(to(READ), () => {
      for (const number of [1, copy.number])
        repository.editIssue(number, { body: `${repository.issue(number).body}T${number}\n` });
    });
    await track([A, B], { run: 903 });
    expect(repository.issue(1).body).toContain('\nT1\n');
    expect(repository.issue(2)).toMatchObject({ state: 'closed', body: expect.stringContaining('\nT2\n') });
  });

  test('in the wrong order leave what the newer one found', async () => {
    await track([A, B], { run: 902 });
    fresh(expect(await kindOf(track([FINE], { run: 901 }))).toBe('stale'));
    expect(writes()).toEqual([]);
    github.before(to(READ), async () => {
      await track([A], { run: 905 });
    });
    expect(await kindOf(track([FINE], { run: 904 }))).toBe('stale');
    expect(headline(repository.issue(1))).toBe('**1 plan needs a decision:** 1 expired.');
  });
});

test('an issue of the same account that names a run which cannot have been yet silences nobody', async () => {
  await track([A, B], { run: 902 });
  const { body } = repository.issue(1);
  repository.editIssue(1, { body: body.replace('"run":902', '"run":999999999999999') });
  fresh(expect(await kindOf(track([A], { run: 903 }))).toBe('updated'));
  expect(headline(repository.issue(1))).toBe('**1 plan needs a decision:** 1 expired.');
});

describe('two scans that find the same', () => {
  test('say it in one comment, though neither saw what the other wrote', async () => {
    await track([A]);
    github.before(to(UPDATE), async () => {
      expect(await kindOf(track([A, B], { run: 951 }))).toBe('updated');
    });
    expect(await track([A, B], { run: 952 })).toMatchObject({ kind: 'updated', remarks: [] });
    expect(repository.comments(1)).toHaveLength(1);
    expect(partsOf(repository.issue(1).body).memory.run).toBe(952);
  });

  test('comment all the same when nobody can tell what was said', async () => {
    await track([A]);
    github.fail({ when: to('issues/list-comments'), with: { status: 502 } });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', remarks: [] });
    expect(repository.comments(1)).toHaveLength(1);
  });
});

describe('what GitHub refuses', () => {
  test('to a token without the right is a sentence that names it', async () => {
    github.addToken('reader', { login: BOT, permissions: { contents: 'read' } });
    expect(await track([A], { token: 'reader' })).toEqual({
      kind: 'forbidden',
      message:
        'Could not write the tracking issue: the token lacks the right (Resource not accessible by integration). Add "issues: write" under "permissions:" in the workflow.',
    });
    expect(await track([FINE], { token: 'reader' })).toEqual({ kind: 'absent' });
  });

  test('where issues are switched off is another', async () => {
    repository.disableIssues();
    expect(await track([A])).toEqual({
      kind: 'forbidden',
      message:
        'Could not open the tracking issue: issues are switched off in this repository. Switch them on in its settings, or set "tracking-issue" to never.',
    });
  });

  test.each<[string, Mishap]>([
    ['is broken', { status: 502 }],
    ['is cut off', 'reset'],
  ])('is tried again when the answer %s, and told at last', async (_, mishap) => {
    github.fail({ when: to(CREATE), with: mishap, times: 1 });
    expect(await kindOf(track([A]))).toBe('opened');
    github.fail({ when: to(LIST), with: mishap });
    expect(await track([A])).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /^Could not write the tracking issue: GitHub did not give a usable answer/,
      ),
    });
  });

  test('nothing, and its answer is lost: one issue all the same', async () => {
    github.fail({ when: to(CREATE), with: 'lose-answer', times: 1 });
    expect(await track([A])).toMatchObject({ kind: 'opened', number: 1 });
    expect(repository.issues()).toHaveLength(1);
  });

  test('to list the issues after the creation: it is opened all the same, and it is said', async () => {
    const isAfter = (): boolean => repository.issues().length > 0;
    github.fail({
      when: (request) => to(LIST)(request) && isAfter(),
      with: { status: 403, body: { message: 'No' } },
    });
    expect(await track([A])).toMatchObject({
      kind: 'opened',
      remarks: [
        'Whether another scan opened a tracking issue at the same time could not be read: where there are two, the next scan joins them.',
      ],
    });
  });

  test('nothing, and the answer to the comment is lost: one comment all the same, and nothing to tell', async () => {
    await track([A]);
    github.fail({ when: to(COMMENT), with: 'lose-answer', times: 1 });
    expect(await track([A, B])).toMatchObject({ kind: 'updated', remarks: [] });
    expect(repository.comments(1)).toHaveLength(1);
  });

  test('to write an issue that may be read: no second one is opened', async () => {
    await track([A]);
    github.fail({ when: to(UPDATE), with: { status: 404 } });
    expect(await track([A, B])).toMatchObject({
      ...{ kind: 'forbidden', message: expect.stringContaining('"issues: write"') },
    });
    expect(repository.issues()).toHaveLength(1);
  });

  test('to say whose an issue is: no second one is opened', async () => {
    await track([A]);
    const errors = [{ type: 'FORBIDDEN', path: ['repository', 'i1'], message: 'Not for you.' }];
    github.fail({
      when: ({ graphql }) => graphql?.query.startsWith('query authors(') === true,
      with: { status: 200, body: { data: { repository: { i1: null } }, errors } },
    });
    expect(await track([A, B])).toMatchObject({ kind: 'forbidden' });
    expect(repository.issues()).toHaveLength(1);
  });

  test('the comment fails no scan', async () => {
    await track([A]);
    github.fail({ when: to(COMMENT), with: { status: 502 } });
    expect(await track([A, B])).toMatchObject({
      kind: 'updated',
      remarks: [expect.stringMatching(/^Could not comment on the tracking issue 1: /)],
    });
    expect(github.requests.filter(({ operation }) => operation === COMMENT)).toHaveLength(3);
    expect(repository.comments(1)).toEqual([]);
  });
});
