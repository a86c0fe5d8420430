import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { type Mode, readTrigger } from '../src/trigger.ts';

const SHA = 'c0ffee0000000000000000000000000000000001';
const BEFORE = 'a'.repeat(40);
const AFTER = 'b'.repeat(40);

interface Example {
  readonly name: string;
  readonly examples: readonly { readonly [key: string]: unknown }[];
}
const examples: readonly Example[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
);
/** Payloads as GitHub sends them; an event that is no webhook (`schedule`) has none. */
const payloadsOf = (name: string): readonly unknown[] =>
  examples.find((example) => example.name === name)?.examples ?? [];

const read = (eventName: string, payload: unknown, mode: Mode = 'auto') =>
  readTrigger({ eventName, payload, sha: SHA, mode });

describe('a pull request', () => {
  test.each([
    ['pull_request', false],
    ['pull_request_target', true],
  ])('%s is about the changes of its number; privileged: %s', (eventName, privileged) => {
    const payloads = payloadsOf('pull_request');
    expect(payloads.length).toBeGreaterThan(20);
    for (const payload of payloads) {
      expect(read(eventName, payload)).toEqual({
        kind: 'changes',
        event: eventName,
        source: {
          ...{ type: 'pull-request', number: 2, head: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821' },
        },
        privileged,
      });
    }
  });

  test.each([
    null,
    [],
    'text',
    {},
    { pull_request: null },
    { pull_request: { number: '7' } },
    { pull_request: { number: 0 } },
    { pull_request: { number: 1.5 } },
  ])('without a usable number is an error: %j', (payload) => {
    expect(() => read('pull_request', payload)).toThrow(
      'The payload of the event "pull_request" has no usable "pull_request.number"; run Plan Check on the event as GitHub sends it.',
    );
  });
});

test.each([{ number: 7 }, { number: 7, head: {} }, { number: 7, head: { sha: 'main' } }])(
  'a pull request without a usable commit is an error: %j',
  (pull_request) => {
    expect(() => read('pull_request_target', { pull_request })).toThrow(
      'The payload of the event "pull_request_target" has no usable "pull_request.head.sha"; run Plan Check on the event as GitHub sends it.',
    );
  },
);

describe('a merge group', () => {
  test('is about the range from its base to its head', () => {
    for (const payload of payloadsOf('merge_group')) {
      expect(read('merge_group', payload)).toEqual({
        kind: 'changes',
        event: 'merge_group',
        source: {
          type: 'range',
          base: '380387fbc80638b734a49e1be1c4dfec1c01b33c',
          head: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
        },
        privileged: false,
      });
    }
    expect(payloadsOf('merge_group')).toHaveLength(2);
  });

  test('without commit ids is an error', () => {
    expect(() =>
      read('merge_group', { merge_group: { base_sha: '--upload-pack=x', head_sha: AFTER } }),
    ).toThrow(
      'The payload of the event "merge_group" has no usable "merge_group.base_sha"; run Plan Check on the event as GitHub sends it.',
    );
  });
});

describe('a push', () => {
  const firstPush = { before: '0'.repeat(40), after: AFTER, deleted: false };

  test('is about the range from before to after', () => {
    expect(read('push', { before: BEFORE, after: AFTER, deleted: false })).toEqual({
      kind: 'changes',
      event: 'push',
      source: { type: 'range', base: BEFORE, head: AFTER },
      privileged: false,
    });
  });

  const repository = { default_branch: 'main' };

  test.each([
    ['a branch', { ref: 'refs/heads/topic', repository }, 'main'],
    ['a branch named like another', { ref: 'refs/heads/x/main', repository }, 'main'],
    ['a tag', { ref: 'refs/tags/main', repository }, 'main'],
    ['the default branch', { ref: 'refs/heads/main', repository }, null],
    ['nobody says what', { repository }, null],
    ['who knows which repository', { ref: 'refs/heads/topic' }, null],
  ])('that is the first of %s is a change at the commit of the runner', (_, more, from) => {
    for (const mode of ['auto', 'changes'] as const) {
      expect(read('push', { ...firstPush, ...more }, mode)).toEqual({
        kind: 'changes',
        event: 'push',
        source: { type: 'first-push', from, head: SHA },
        privileged: false,
      });
    }
  });

  test('that moves a tag is a change as well at the commit of the runner, as a tag may have a text of its own', () => {
    expect(read('push', { before: BEFORE, after: AFTER, ref: 'refs/tags/v1', repository })).toEqual({
      kind: 'changes',
      event: 'push',
      source: { type: 'first-push', from: 'main', head: SHA },
      privileged: false,
    });
  });

  test('that is the first one is a scan where that was asked for', () => {
    expect(read('push', firstPush, 'scan')).toEqual({ kind: 'scan', event: 'push', head: SHA, remark: null });
  });

  test.each(['auto', 'changes', 'scan'] as const)('that deletes has nothing to check, in mode %s', (mode) => {
    const nothing = { kind: 'nothing', event: 'push', reason: 'The push deleted its branch or tag.' };
    expect(read('push', { before: BEFORE, after: '0'.repeat(40) }, mode)).toEqual(nothing);
    expect(read('push', { before: BEFORE, after: AFTER, deleted: true }, mode)).toEqual(nothing);
  });

  test('as GitHub sends it creates or deletes', () => {
    expect(payloadsOf('push').map((payload) => read('push', payload).kind)).toEqual([
      'changes',
      'nothing',
      'nothing',
      'nothing',
      'changes',
      'changes',
      'nothing',
    ]);
  });
});

describe('everything else is a scan', () => {
  test.each(['schedule', 'workflow_dispatch'])('%s without a remark', (eventName) => {
    for (const payload of [...payloadsOf(eventName), null]) {
      expect(read(eventName, payload)).toEqual({ kind: 'scan', event: eventName, head: SHA, remark: null });
    }
  });

  test.each(['workflow_run', 'issue_comment', 'release', 'something_new'])(
    '%s with a remark',
    (eventName) => {
      for (const payload of [...payloadsOf(eventName), undefined]) {
        expect(read(eventName, payload)).toEqual({
          kind: 'scan',
          event: eventName,
          head: SHA,
          remark: `The event "${eventName}" is not one that Plan Check knows, so every plan was checked; set "mode" to scan if that is what you want.`,
        });
      }
    },
  );

  test('at no commit is an error', () => {
    expect(() => readTrigger({ eventName: 'schedule', payload: {}, sha: 'main', mode: 'auto' })).toThrow(
      '"GITHUB_SHA" is no full commit id, so it is not known which plans to scan; run Plan Check inside a workflow of GitHub Actions.',
    );
  });
});

describe('the mode', () => {
  test.each(['pull_request', 'pull_request_target', 'push', 'merge_group', 'schedule', 'issue_comment'])(
    'scan makes %s a scan',
    (eventName) => {
      expect(read(eventName, {}, 'scan')).toEqual({
        kind: 'scan',
        event: eventName,
        head: SHA,
        remark: null,
      });
    },
  );

  test('changes on an event without a range is an error', () => {
    expect(() => read('schedule', {}, 'changes')).toThrow(
      '"mode" is "changes", but the event "schedule" has no range of commits to compare: run on "pull_request", "pull_request_target", "merge_group" or "push", or set "mode" to auto or scan.',
    );
  });

  test('changes on a pull request is what it is anyway', () => {
    const [payload] = payloadsOf('pull_request');
    expect(read('pull_request', payload, 'changes')).toEqual(read('pull_request', payload));
  });
});

test('a payload cannot lend keys of every object', () => {
  const lent = { pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } };
  const [own, inherited] = [{ ...lent }, Object.create(lent) as object];
  expect(read('pull_request', own)).toMatchObject({ kind: 'changes' });
  for (const payload of [inherited, { pull_request: Object.create(lent.pull_request) as object }]) {
    expect(() => read('pull_request', payload)).toThrow('no usable "pull_request.number"');
  }
});
