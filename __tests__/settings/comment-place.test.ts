import { describe, expect, test } from '@jest/globals';
import { isOwnComment, rescueCommentPlace } from '../../src/settings/comment-place.ts';

const place = (...versions: (string | null)[]) => rescueCommentPlace({}, versions);
const UNKNOWN = { commentKey: null };
const OF_API = 'comment-key: api\ncomment: never\n';

describe('the comment of a configuration that cannot be used is', () => {
  test.each([
    ['what it says beside the mistake', ['comment-key: api\ncomment: related\nplanz: x\n'], 'api', 'related'],
    ['the default one, where it says nothing of it', ['planz: x\n', OF_API], 'default', 'auto'],
    ['the default one, where no file was needed', [''], 'default', 'auto'],
    ["the base's, where it is no YAML", ['comment-key: [', OF_API], 'api', 'never'],
    ["the base's, where the key has a slip", ['coment-key: apo\n', OF_API], 'api', 'auto'],
    [
      "the base's, where the value cannot be",
      ['comment-key: "<b>"\ncomment: nver\n', OF_API],
      'api',
      'never',
    ],
    ["the base's, where the value is no text", ['comment-key: [api]\n', OF_API], 'api', 'auto'],
    ["the base's, where it could not be read", [null, OF_API], 'api', 'never'],
    [
      "the base's, where it has other keys alone that are ours",
      ['comment: never\nfoo: [', OF_API],
      'api',
      'never',
    ],
  ])('%s', (_, versions, commentKey, comment) => {
    expect(place(...versions)).toEqual({ commentKey, comment });
  });

  test.each([
    ['inside of another key', 'comment:\n  key: api\n'],
    ['below a key that is none', 'plan-check:\n  comment-key: api\n'],
    ['among the rules', 'rules:\n  comment-key: api\n'],
    ['in a list', 'plans: [{comment-key: api}]\n'],
    ['in the text of another value', 'plans: |\n  docs/**\n  comment-key: api\n'],
    ['misspelt', 'coment_kee: api\n'],
    ['cut short', 'key: api\n'],
    ['under a name like none of ours', 'channel: api\n'],
    ['merged', '<<: {comment-key: api}\n'],
    ['merged among the rules', 'rules: {<<: {comment-key: api}}\n'],
    ['of the prototype', '__proto__: {comment-key: api}\n'],
    ['behind a mistake', 'plans: {\n  "comment-key": api\n'],
    ['behind a mistake, and misspelt', 'coment-ky: api\n plans: [\n'],
    ['merged by an alias', 'a: &a {comment-key: api}\n<<: *a\n'],
  ])('never the default one, where a key stands %s', (_, config) => {
    expect(place(config, OF_API)).toMatchObject({ commentKey: 'api' });
    for (const base of ['', 'profile: strict\n', null]) expect(place(config, base)).toMatchObject(UNKNOWN);
  });

  test.each([
    ['slips of other keys', 'planz: x\nprofil: strict\nfail_on: never\n'],
    ['inputs', 'mode: scan\n'],
    ['rules and words of the plans', 'rules: {no-such-rule: error}\nfield-aliases: {besitzer: owner}\n'],
    ['a key in a remark', '# comment-key: api\nplanz: x\n'],
    ['no text that can be read, and none that looks like a key', '# comment-key: api\nplans: [\n'],
  ])('the default one, where there are only %s', (_, config) => {
    expect(place(config, '')).toEqual({ commentKey: 'default', comment: 'auto' });
  });

  test('not known where no version is sure of its key', () => {
    expect(place(null, null)).toMatchObject(UNKNOWN);
    expect(place('{', null)).toMatchObject(UNKNOWN);
    expect(place('comment-key: "<b>"\n', 'comment-key: 1\n')).toMatchObject(UNKNOWN);
    expect(place(`${'#'.repeat(60_000)}\ncomment-key: api`, '')).toMatchObject(UNKNOWN);
  });

  test('the one that the inputs name, whatever the files say', () => {
    expect(rescueCommentPlace({ commentKey: 'web' }, ['{', null])).toEqual({
      commentKey: 'web',
      comment: 'auto',
    });
    expect(rescueCommentPlace({ commentKey: 'web', comment: 'always' }, [OF_API])).toEqual({
      commentKey: 'web',
      comment: 'always',
    });
  });
});

test.each([
  ['ours, where the configuration had its key then', 'api', 'comment-key: api\n', true],
  ["another's, where it had another key", 'default', 'comment-key: api\n', false],
  ['ours, where both had none', 'default', 'profile: strict\n', true],
  ["another's, where the configuration had none", 'api', 'profile: strict\n', false],
  ["perhaps another's, where there was no file", 'default', undefined, null],
  ["another's, where no file could have named its key", 'api', undefined, false],
  ['not told by a file that was broken', 'api', 'key: api\n', null],
  ['not told by a file that could not be read', 'api', null, null],
])('a comment is %s', (_, key, config, isOurs) => {
  expect(isOwnComment({ key, config })).toBe(isOurs);
});
