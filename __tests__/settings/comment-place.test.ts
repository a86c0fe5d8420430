import { describe, expect, test } from '@jest/globals';
import { rescueCommentPlace } from '../../src/settings/comment-place.ts';

const place = (...versions: (string | null)[]) => rescueCommentPlace({}, versions);
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

  test('not known where no version is sure of its key', () => {
    expect(place(null, null)).toBe(null);
    expect(place('{', null)).toBe(null);
    expect(place('comment-key: "<b>"\n', 'comment-key: 1\n')).toBe(null);
    expect(place(`${'#'.repeat(60_000)}\ncomment-key: api`, null)).toBe(null);
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
