import { describe, expect, test } from '@jest/globals';
import { gitHubLinks, noLinks } from '../../src/report/links.ts';

const links = gitHubLinks({
  serverUrl: 'https://github.example',
  owner: 'acme',
  repo: 'harbour',
  head: 'f00',
  rulesUrl: 'https://rules.example/docs',
});

describe('links to GitHub', () => {
  test('a file, and a line of its source', () => {
    expect(links.file('docs/a.md')).toBe('https://github.example/acme/harbour/blob/f00/docs/a.md');
    expect(links.file('docs/a.md', 7)).toBe(
      'https://github.example/acme/harbour/blob/f00/docs/a.md?plain=1#L7',
    );
  });

  test.each([
    ['spaces', 'a b.md', 'a%20b.md'],
    ['what ends an address', 'a#b?c.md', 'a%23b%3Fc.md'],
    ['what ends a link', "a(b)'c'*!~.md", 'a%28b%29%27c%27%2A%21%7E.md'],
    ['a percent sign', '100%.md', '100%25.md'],
    ['markup', '<a>|`\\.md', '%3Ca%3E%7C%60%5C.md'],
    ['other scripts', 'ä🙂.md', '%C3%A4%F0%9F%99%82.md'],
    ['half a surrogate pair', '\ud800.md', '%EF%BF%BD.md'],
    ['a new line', 'a\nb.md', 'a%0Ab.md'],
  ])('%s in a path', (_, path, encoded) => {
    expect(links.file(path)).toBe(`https://github.example/acme/harbour/blob/f00/${encoded}`);
  });

  test('the page of a rule, where rules have pages', () => {
    expect(links.rule('expired')).toBe('https://rules.example/docs/expired.md');
    const none = gitHubLinks({ serverUrl: 'x', owner: 'a', repo: 'b', head: 'c', rulesUrl: null });
    expect([none.rule('expired'), none.rules]).toEqual([null, null]);
  });
});

test('at the terminal nothing is linked', () => {
  expect([noLinks.file('a', 1), noLinks.rule('expired'), noLinks.rules]).toEqual([null, null, null]);
});
