import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { upsertComment } from '../../src/outlets/comment.ts';
import type { CommentRequest } from '../../src/outlets/comment-request.ts';
import type { CommentResult } from '../../src/outlets/comment-result.ts';
import {
  MAX_COMMENT_LENGTH,
  markerReserve,
  parseMarker,
  renderMarker,
} from '../../src/report/comment-marker.ts';
import type { ClientOptions } from '../../src/repository/github/client.ts';
import { openGitHubRepository } from '../../src/repository/github/github-repository.ts';
import type { CommentPage } from '../../src/repository/github/issue-comments.ts';
import type { Trigger } from '../../src/trigger.ts';
import type { Mishap } from '../github/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import type { LocalComment, LocalRepository } from '../github/local-repository.ts';
import type { Answer } from '../github/request.ts';
import { clientOf, operations, to } from '../repository/github/local-client.ts';

const where = { owner: 'octo', repo: 'plans' };
const BOT = 'github-actions[bot]';
const CREATE = 'issues/create-comment';
const READ = 'issues/get-comment';
const UPDATE = 'issues/update-comment';
const DELETE = 'issues/delete-comment';
const [OLD_HEAD, NEW_HEAD] = ['a'.repeat(40), 'b'.repeat(40)];
const FORBIDDEN = 'Resource not accessible by integration';

let github: LocalGitHub;
let repository: LocalRepository;

beforeEach(async () => {
  github = await startLocalGitHub();
  repository = github.createRepository('octo/plans');
  repository.commit({ branch: 'main', files: { 'a.md': 'a' } });
  repository.commit({ branch: 'topic', from: 'main', files: { 'a.md': 'b' } });
  repository.openPullRequest({ base: 'main', head: 'topic' });
});

afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.close();
});

type Run = Partial<Omit<CommentRequest, 'known'>> & { readonly client?: Partial<ClientOptions> };

/** A run that has opened the pull request, and waits to write. Its requests until then are forgotten. */
async function opened(run: Run = {}): Promise<() => Promise<CommentResult>> {
  const { client: options, ...request } = run;
  const client = await clientOf(github, options);
  const source = { type: 'pull-request', number: 1, head: repository.resolve('topic') } as const;
  const trigger: Trigger = { kind: 'changes', event: 'pull_request', source, privileged: false };
  const { pullRequest } = await openGitHubRepository(client, where, trigger, []);
  const known: CommentPage | null = pullRequest?.comments ?? null;
  github.forgetRequests();
  return () =>
    upsertComment(client, {
      ...{ ...where, number: 1, body: 'All well.', key: 'default', head: NEW_HEAD, run: 200, attempt: 1 },
      ...{ known, mayCreate: true, dryRun: false, ...request },
    });
}

async function upsert(run: Run = {}): Promise<CommentResult> {
  return (await opened(run))();
}

/** A comment as an earlier run left it. */
function written(
  marker: Partial<NonNullable<ReturnType<typeof parseMarker>>> = {},
  author = BOT,
): LocalComment {
  const line = renderMarker({ key: 'default', head: OLD_HEAD, run: 100, attempt: 1, hash: 'old', ...marker });
  return repository.addComment({ issue: 1, author, body: `${line}\nOld text.` });
}

function chatter(count: number): void {
  for (let index = 0; index < count; index += 1) {
    repository.addComment({ issue: 1, author: 'alice', body: `Comment ${index}.` });
  }
}

/** What readers see, comment by comment. */
function visible(): readonly (readonly [author: string, body: string])[] {
  return repository
    .comments(1)
    .map(({ author, body }) => [author, body.replace(/^<!-- plan-check .*-->\n/, '')]);
}

describe('the first comment', () => {
  test('is created, with the marker before everything', async () => {
    const result = await upsert();
    const [comment] = repository.comments(1);
    expect(result).toEqual({ kind: 'created', id: comment?.id, url: comment?.url, remarks: [] });
    expect(comment?.body).toMatch(
      /^<!-- plan-check \{"v":1,"key":"default","head":"b{40}","run":200,"attempt":1,"hash":"[0-9a-f]{64}"\} -->\nAll well\.$/,
    );
    expect(operations(github)).toEqual([CREATE, 'graphql']);
    expect(github.writes()).toHaveLength(1);
  });

  test('is not created when none is wanted', async () => {
    expect(await upsert({ mayCreate: false })).toEqual({ kind: 'absent' });
    expect(github.requests).toEqual([]);
  });

  test('is not created in a dry run', async () => {
    expect(await upsert({ dryRun: true })).toEqual({ kind: 'dry-run', would: 'create' });
    expect(github.requests).toEqual([]);
  });

  test('may be as long as GitHub allows, and no longer', async () => {
    const body = 'x'.repeat(MAX_COMMENT_LENGTH - markerReserve('default'));
    expect(await upsert({ body })).toMatchObject({ kind: 'created' });
    const tooLong = await upsert({ body: 'x'.repeat(MAX_COMMENT_LENGTH), key: 'other' });
    expect(tooLong).toEqual({
      kind: 'failed',
      message: expect.stringMatching(
        /^The comment has 65\d\d\d characters, and GitHub takes 65536 at most\.$/,
      ),
    });
    expect(github.requests).toEqual([]);
  });

  test('stands beside that of another set-up', async () => {
    await upsert({ key: 'docs', body: 'Docs.' });
    await upsert({ key: 'code', body: 'Code.' });
    await upsert({ key: 'docs', body: 'Docs again.' });
    expect(visible()).toEqual([
      [BOT, 'Docs again.'],
      [BOT, 'Code.'],
    ]);
  });
});

describe('a comment that is there', () => {
  test('is brought up to date, with one look and one write', async () => {
    const { id, url } = written();
    expect(await upsert()).toEqual({ kind: 'updated', id, url, remarks: [] });
    expect(visible()).toEqual([[BOT, 'All well.']]);
    expect(parseMarker(repository.comments(1)[0]?.body ?? '')).toMatchObject({ head: NEW_HEAD, run: 200 });
    expect(operations(github)).toEqual([READ, UPDATE]);
  });

  test('is brought up to date also when none would be created', async () => {
    written();
    expect(await upsert({ mayCreate: false, body: 'No plan is touched.' })).toMatchObject({
      kind: 'updated',
    });
    expect(visible()).toEqual([[BOT, 'No plan is touched.']]);
  });

  test('and that somebody hid is brought up to date, stays hidden, and gets no second one', async () => {
    const { id } = written();
    repository.minimizeComment(id);
    expect(await upsert()).toMatchObject({ kind: 'updated', id });
    expect(await upsert({ run: 201, head: OLD_HEAD, body: 'One error.' })).toMatchObject({
      kind: 'updated',
      id,
    });
    expect(visible()).toEqual([[BOT, 'One error.']]);
    expect(repository.comments(1)).toMatchObject([{ id, isMinimized: true }]);
  });

  test('is not written again when it says the same', async () => {
    await upsert();
    const [before] = repository.comments(1);
    expect(await upsert({ run: 201 })).toEqual({
      kind: 'unchanged',
      id: before?.id,
      url: before?.url,
      remarks: [],
    });
    expect(github.writes()).toEqual([]);
    expect(repository.comments(1)).toEqual([before]);
  });

  test('is written when it says the same of another head', async () => {
    await upsert({ head: OLD_HEAD });
    expect(await upsert()).toMatchObject({ kind: 'updated' });
    expect(parseMarker(repository.comments(1)[0]?.body ?? '')?.head).toBe(NEW_HEAD);
  });

  test('is left alone in a dry run', async () => {
    written();
    expect(await upsert({ dryRun: true })).toEqual({ kind: 'dry-run', would: 'update' });
    expect(github.requests).toEqual([]);
  });

  test('is found on page 3', async () => {
    chatter(210);
    const { id } = written();
    chatter(5);
    expect(await upsert()).toMatchObject({ kind: 'updated', id });
    expect(repository.comments(1)).toHaveLength(216);
    expect(operations(github)).toEqual(['graphql', 'graphql', READ, UPDATE]);
  });

  test('and that was deleted meanwhile is created anew', async () => {
    const { id } = written();
    const run = await opened();
    repository.deleteComment(id);
    expect(await run()).toMatchObject({ kind: 'created' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('and that is deleted between the look and the write is created anew', async () => {
    const { id } = written();
    github.before(to(UPDATE), () => repository.deleteComment(id));
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(operations(github)).toEqual([READ, UPDATE, READ, CREATE, 'graphql']);
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('and that was deleted stays so when none is wanted', async () => {
    const { id } = written();
    const run = await opened({ mayCreate: false });
    repository.deleteComment(id);
    expect(await run()).toEqual({ kind: 'absent' });
  });

  test('and whose marker somebody broke is ours until the end of the run', async () => {
    const { id } = written();
    const run = await opened();
    repository.editComment(id, 'I edited this.');
    expect(await run()).toMatchObject({ kind: 'updated', id });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('several times over becomes one, the oldest', async () => {
    const oldest = written();
    written({ run: 150 });
    chatter(1);
    written({ run: 120 });
    expect(await upsert()).toMatchObject({ kind: 'updated', id: oldest.id });
    expect(visible()).toEqual([
      [BOT, 'All well.'],
      ['alice', 'Comment 0.'],
    ]);
  });
});

describe('a marker that somebody broke', () => {
  const line = renderMarker({ key: 'default', head: OLD_HEAD, run: 100, attempt: 1, hash: 'old' });
  const text = '### Plan Check: all well\n\nOld text.';
  const left = (body: string, author = BOT): LocalComment =>
    repository.addComment({ issue: 1, author, body });

  test.each([
    ['was cut', `${line.slice(0, 40)}\n${text}`],
    ['was cut before its key', `${line.slice(0, 20)}\n${text}`],
    ['has no end', `${line.replace(' -->', '')}\n${text}`],
    ['has broken JSON', `${line.replace('"v":1', '"v"')}\n${text}`],
    ['is of another version', `${line.replace('"v":1', '"v":7')}\n${text}`],
    ['has a run that is none', `${line.replace('"run":100', '"run":"x"')}\n${text}`],
    ['has typographic quotes', `${line.replaceAll('"', '”')}\n${text}`],
    ['was broken into lines', `${line.replace(',"run"', ',\n"run"')}\n${text}`],
    ['was indented', `  ${line.replace('"v":1', '"v"')}\n${text}`],
    ['stands below empty lines', `\n\n${line}\n${text}`],
    ['stands behind a byte order mark', `\ufeff${line}\n${text}`],
    ['has carriage returns for line ends', `${line}\n${text}`.replaceAll('\n', '\r')],
    ['was escaped', `${line.replace('<!--', '&lt;!--')}\n${text}`],
    ['was deleted', text],
    ['comes twice, broken the first time', `${line.slice(0, 40)}\n${line}\n${text}`],
  ])('%s: the comment is ours all the same, and written anew', async (_, body) => {
    const { id } = left(body);
    expect(await upsert()).toMatchObject({ kind: 'updated', id });
    expect(visible()).toEqual([[BOT, 'All well.']]);
    expect(await upsert()).toMatchObject({ kind: 'unchanged', id });
  });

  test.each([
    ['of a stranger', 'mallory', `${line.slice(0, 40)}\n${text}`],
    ['of a stranger, with the heading alone', 'mallory', text],
    ['of a stranger who quotes a whole one', 'alice', `> ${line}\n> ${text}\n\nWhy is that?`],
    ['of our account that quotes a whole one', BOT, `> ${line}\n> ${text}\n\nWhy is that?`],
    ['of our account that shows one in a code fence', BOT, `\`\`\`\n${line}\n${text}\n\`\`\``],
    ['of our account that speaks of it', BOT, `See ${line}`],
    ['of another set-up', BOT, `${line.replace('"v":1', '"v"').replace('default', 'api')}\n${text}`],
    ['about the tracking issue', BOT, '<!-- plan-check-issue {"v":1} -->\nText.'],
  ])('in a comment %s is left alone', async (_, author, body) => {
    const theirs = left(body, author);
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(await upsert({ run: 201, body: 'Again.' })).toMatchObject({ kind: 'updated' });
    expect(repository.comments(1)[0]).toEqual(theirs);
    expect(visible().slice(1)).toEqual([[BOT, 'Again.']]);
  });

  test('and names its key is one of several, which become one', async () => {
    const { id } = left(`${line.replace('"v":1', '"v"')}\n${text}`);
    written();
    expect(await upsert()).toMatchObject({ kind: 'updated', id });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('and names no key stays where another comment is ours: it may be that of another set-up', async () => {
    const theirs = left(text);
    const { id } = written();
    expect(await upsert()).toMatchObject({ kind: 'updated', id });
    expect(repository.comments(1)[0]).toEqual(theirs);
    expect(await upsert({ key: 'api', body: 'Api.' })).toMatchObject({ kind: 'updated', id: theirs.id });
    expect(repository.comments(1)).toHaveLength(2);
  });
});

describe('among over a thousand comments', () => {
  beforeEach(() => chatter(1_050));

  test('one comment is made, found again, and made anew when it is deleted', async () => {
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(await upsert({ body: 'Again.' })).toMatchObject({ kind: 'updated' });
    expect(visible().filter(([author]) => author === BOT)).toEqual([[BOT, 'Again.']]);
    repository.deleteComment(repository.comments(1).at(-1)?.id ?? 0);
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(repository.comments(1)).toHaveLength(1_051);
  });
});

test.each([
  [CREATE, 0],
  [UPDATE, 1],
])('a pull request that is locked (%s) is told, and nothing is written', async (operation, count) => {
  for (let index = 0; index < count; index += 1) written();
  const message = 'Unable to create comment because issue is locked.';
  github.fail({ when: to(operation), with: { status: 403, body: { message } } });
  expect(await upsert()).toEqual({
    kind: 'failed',
    message: `Could not write the comment on pull request 1: GitHub refused it with status 403 (${message}). Unlock the conversation if it is to be written there.`,
  });
  expect(visible()).toEqual(Array.from({ length: count }, () => [BOT, 'Old text.']));
});

describe('the comments of others', () => {
  test('are not touched, whatever marker they carry', async () => {
    const planted = written({ run: 9_999, head: OLD_HEAD }, 'mallory');
    const otherApp = written({ run: 9_999 }, 'another-app[bot]');
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(await upsert({ run: 300, body: 'Again.' })).toMatchObject({ kind: 'updated' });
    expect(repository.comments(1).slice(0, 2)).toEqual([planted, otherApp]);
    expect(visible().at(-1)).toEqual([BOT, 'Again.']);
  });

  test('of the same account and another tool neither', async () => {
    const other = repository.addComment({ issue: 1, author: BOT, body: '<!-- coverage -->\nCoverage: 80 %' });
    await upsert();
    expect(repository.comments(1)[0]).toEqual(other);
  });

  test('an app of ours knows its own by its own name', async () => {
    github.addToken('app', { login: 'plans-app[bot]', permissions: 'write' });
    await upsert({ client: { token: 'app' } });
    await upsert({ client: { token: 'app' }, body: 'Again.' });
    expect(visible()).toEqual([['plans-app[bot]', 'Again.']]);
  });
});

describe('a marker that names a run which cannot have been yet, in a comment of the same account', () => {
  const FAR = 999_999_999_999_999;

  test('silences nobody', async () => {
    written({ run: FAR, head: OLD_HEAD });
    expect(await upsert()).toMatchObject({ kind: 'updated' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('nor where it stands beside ours, or is written while ours is made', async () => {
    github.before(
      ({ operation }) => operation === 'issues/create-comment',
      () => void written({ run: FAR }),
    );
    expect(await upsert()).toMatchObject({ kind: 'updated' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
    written({ run: FAR });
    expect(await upsert({ run: 300, body: 'Again.' })).toMatchObject({ kind: 'updated' });
    expect(visible()).toEqual([[BOT, 'Again.']]);
  });
});

describe('two runs', () => {
  const older = { run: 100, head: OLD_HEAD, body: 'Old result.' };
  const newer = { run: 200, head: NEW_HEAD, body: 'New result.' };

  test('that finish in the wrong order leave the newer result', async () => {
    const slow = await opened(older);
    await upsert(newer);
    const [comment] = repository.comments(1);
    expect(await upsert(older)).toEqual({ kind: 'stale', id: comment?.id, url: comment?.url, remarks: [] });
    github.forgetRequests();
    expect(await slow()).toMatchObject({ kind: 'stale' });
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });

  test('of which the newer one writes while the older one is about to leave the newer result', async () => {
    written({ run: 50 });
    const slow = await opened(older);
    await upsert(newer);
    github.forgetRequests();
    expect(await slow()).toMatchObject({ kind: 'stale' });
    expect(github.writes()).toEqual([]);
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });

  test('that are attempts of one run leave the later attempt', async () => {
    await upsert({ ...newer, run: 100, attempt: 2 });
    expect(await upsert({ ...older, attempt: 1 })).toMatchObject({ kind: 'stale' });
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });

  test('of one head leave the result of the later run, whichever attempt the other is', async () => {
    await upsert(newer);
    expect(await upsert({ ...older, head: NEW_HEAD, attempt: 2 })).toMatchObject({ kind: 'stale' });
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });

  test('of one head that are attempts of one run leave the later attempt', async () => {
    await upsert({ ...newer, run: 100, attempt: 2 });
    expect(await upsert({ ...older, head: NEW_HEAD, attempt: 1 })).toMatchObject({ kind: 'stale' });
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });

  test('that create at once leave one comment, the older run first', async () => {
    const [first, second] = [await opened(older), await opened(newer)];
    let inner: CommentResult | undefined;
    // The newer run is through before the older one has looked at what it made.
    github.before(to('graphql'), async () => {
      inner = await second();
    });
    const outer = await first();
    const [comment] = repository.comments(1);
    expect(visible()).toEqual([[BOT, 'New result.']]);
    expect(inner).toEqual({ kind: 'updated', id: comment?.id, url: comment?.url, remarks: [] });
    expect(outer).toEqual({ kind: 'stale', id: comment?.id, url: comment?.url, remarks: [] });
  });

  test('that create at once leave one comment, the newer run first', async () => {
    const [first, second] = [await opened(newer), await opened(older)];
    let inner: CommentResult | undefined;
    github.before(to('graphql'), async () => {
      inner = await second();
    });
    const outer = await first();
    const [comment] = repository.comments(1);
    expect(visible()).toEqual([[BOT, 'New result.']]);
    expect(inner).toEqual({ kind: 'stale', id: comment?.id, url: comment?.url, remarks: [] });
    expect(outer).toEqual({ kind: 'created', id: comment?.id, url: comment?.url, remarks: [] });
  });

  test('that create and tidy up side by side leave one comment', async () => {
    const runs = [
      await opened(older),
      await opened(newer),
      await opened({ ...newer, run: 300, body: 'Newest.' }),
    ];
    await Promise.all(runs.map((run) => run()));
    expect(visible()).toEqual([[BOT, 'Newest.']]);
  });

  test('of which one created between the look and the creation of the other leave one comment', async () => {
    const run = await opened(older);
    github.before(to(CREATE), async () => {
      await upsert(newer);
    });
    expect(await run()).toMatchObject({ kind: 'stale' });
    expect(visible()).toEqual([[BOT, 'New result.']]);
  });
});

describe('when GitHub fails', () => {
  test.each<readonly [string, Mishap]>([
    ['the answer is lost', 'lose-answer'],
    ['the answer is cut', 'truncate'],
  ])('and %s, the comment that landed is found', async (_, mishap) => {
    github.fail({ when: to(CREATE), times: 1, with: mishap });
    const result = await upsert();
    const [comment] = repository.comments(1);
    expect(result).toEqual({ kind: 'created', id: comment?.id, url: comment?.url, remarks: [] });
    expect(visible()).toEqual([[BOT, 'All well.']]);
    expect(operations(github)).toEqual([CREATE, 'graphql']);
  });

  test.each<readonly [string, Mishap]>([
    ['the connection is reset', 'reset'],
    ['it answers 502', { status: 502, body: { message: 'Bad Gateway' } }],
  ])('and %s, the comment that did not land is sent again', async (_, mishap) => {
    github.fail({ when: to(CREATE), times: 2, with: mishap });
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
    expect(operations(github)).toEqual([CREATE, 'graphql', CREATE, 'graphql', CREATE, 'graphql']);
  });

  test('for good, the run goes on with a sentence', async () => {
    github.fail({ when: to(CREATE), with: { status: 502, body: { message: 'Bad Gateway' } } });
    expect(await upsert()).toEqual({
      kind: 'failed',
      message:
        'Could not write the comment on pull request 1: GitHub did not give a usable answer (status 502, Bad Gateway). Run the job again.',
    });
    expect(github.writes()).toHaveLength(3);
  });

  test('to answer at all, the run does not hang', async () => {
    const run = await opened({ client: { timeout: 100, second: 20 } });
    github.fail({ when: to(CREATE), with: 'hang' });
    expect(await run()).toEqual({
      kind: 'failed',
      message:
        'Could not write the comment on pull request 1: GitHub did not give a usable answer (no answer within 0.1 s). Run the job again.',
    });
  });

  test('to list after the creation, the comment is created all the same, and it is said', async () => {
    const run = await opened();
    github.fail({ when: to('graphql'), with: { status: 403, body: { message: 'No' } } });
    expect(await run()).toMatchObject({
      kind: 'created',
      remarks: [
        'Whether another run made a comment of Plan Check at the same time could not be read: where there are two, the next run leaves one of them.',
      ],
    });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('to answer an edit, the edit is sent again', async () => {
    written();
    github.fail({ when: to(UPDATE), times: 1, with: 'lose-answer' });
    expect(await upsert()).toMatchObject({ kind: 'updated' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('to remove a duplicate, the next run does', async () => {
    written();
    written();
    const fault = github.fail({ when: to(DELETE), with: { status: 403, body: { message: FORBIDDEN } } });
    expect(await upsert()).toMatchObject({
      kind: 'updated',
      remarks: [expect.stringMatching(/^1 more comment of Plan Check .* could not be deleted/)],
    });
    expect(visible()).toHaveLength(2);
    fault.stop();
    expect(await upsert()).toEqual({
      kind: 'unchanged',
      id: expect.any(Number),
      url: expect.any(String),
      remarks: [],
    });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('by a secondary limit, it is waited for', async () => {
    github.fail({ when: to(CREATE), times: 1, with: 'secondary-limit' });
    expect(await upsert()).toMatchObject({ kind: 'created' });
    expect(visible()).toHaveLength(1);
  });

  test('by a limit that does not pass in time, the sentence says so', async () => {
    github.fail({ when: to(CREATE), with: { secondaryLimit: 6_000 } });
    expect(await upsert()).toEqual({
      kind: 'failed',
      message:
        'Could not write the comment on pull request 1: the limit of the API is used up. Run the job again later.',
    });
  });
});

describe('when GitHub refuses', () => {
  const LINE = `Could not write the comment on pull request 1: the token lacks the right (${FORBIDDEN}). Add "pull-requests: write" under "permissions:" in the workflow.`;

  beforeEach(() => {
    github.addToken('read-only', { login: BOT, permissions: 'read' });
  });

  test('the first comment, the line to add is said', async () => {
    expect(await upsert({ client: { token: 'read-only' } })).toEqual({ kind: 'forbidden', message: LINE });
    expect(operations(github)).toEqual([CREATE]);
  });

  test('an edit, the line to add is said', async () => {
    written();
    expect(await upsert({ client: { token: 'read-only' } })).toEqual({ kind: 'forbidden', message: LINE });
    expect(visible()).toEqual([[BOT, 'Old text.']]);
  });

  test('and hides why, both causes are said', async () => {
    github.fail({ when: to(CREATE), with: { status: 404, body: { message: 'Not Found' } } });
    expect(await upsert()).toEqual({
      kind: 'forbidden',
      message:
        'Could not write the comment on pull request 1: it is not there, or the token may not see it (Not Found). Check the name, and that the workflow has "pull-requests: write" under "permissions:".',
    });
  });

  test('the token, it is said', async () => {
    github.fail({ when: to(CREATE), with: { status: 401, body: { message: 'Bad credentials' } } });
    expect(await upsert()).toEqual({
      kind: 'forbidden',
      message:
        'Could not write the comment on pull request 1: the token is not valid. Give a valid one in "github-token".',
    });
  });

  test.each([
    [
      403,
      'Unable to create comment because issue is locked.',
      'Unlock the conversation if it is to be written there.',
    ],
    [422, 'Validation Failed', 'Run the job again; if it stays so, report these words to Plan Check.'],
    [451, 'Blocked', 'It is withheld for legal reasons, which the owner has to settle with GitHub.'],
  ])('with %d, its own words are said, and what to do', async (status, message, cure) => {
    github.fail({ when: to(CREATE), with: { status, body: { message } } });
    expect(await upsert()).toEqual({
      kind: 'failed',
      message: `Could not write the comment on pull request 1: GitHub refused it with status ${status} (${message}). ${cure}`,
    });
    expect(github.writes()).toHaveLength(1);
  });
});

describe('a comment', () => {
  const whole = (answer: Answer, change: (comments: CommentsBody) => CommentsBody): Answer => {
    const body = JSON.parse(JSON.stringify(answer.body));
    const pull = body.data.repository.pullRequest;
    pull.comments = change(pull.comments);
    return { ...answer, body };
  };
  interface CommentsBody {
    readonly nodes: readonly unknown[];
  }

  test('that may be read and not written gets no second one', async () => {
    written();
    github.fail({ when: to(UPDATE), with: { status: 404, body: { message: 'Not Found' } } });
    expect(await upsert()).toMatchObject({
      ...{ kind: 'forbidden', message: expect.stringContaining('"pull-requests: write"') },
    });
    expect(visible()).toEqual([[BOT, 'Old text.']]);
  });

  test('of which GitHub does not tell whose it is gets no second one', async () => {
    written();
    const rewrite = (answer: Answer) => whole(answer, () => ({ nodes: [null] }));
    github.fail({ when: to('graphql'), with: { rewrite } });
    expect(await upsert()).toMatchObject({
      ...{ kind: 'failed', message: expect.stringContaining('did not give a usable answer') },
    });
    expect(visible()).toEqual([[BOT, 'Old text.']]);
  });

  test('that was not told when the pull request was opened is asked for again', async () => {
    written();
    const rewrite = (answer: Answer) => whole(answer, () => ({ nodes: [null] }));
    github.fail({ when: to('graphql'), times: 1, with: { rewrite } });
    expect(await upsert()).toMatchObject({ kind: 'updated' });
    expect(visible()).toEqual([[BOT, 'All well.']]);
  });

  test('whose pages do not end is not looked for for ever', async () => {
    chatter(1);
    const pageInfo = { hasNextPage: true, endCursor: 'again' };
    const rewrite = (answer: Answer) => whole(answer, (comments) => ({ ...comments, pageInfo }));
    github.fail({ when: to('graphql'), with: { rewrite } });
    expect(await upsert()).toMatchObject({
      ...{ kind: 'failed', message: expect.stringContaining('the list of comments does not end') },
    });
    expect(operations(github)).toHaveLength(29);
  });
});
