import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { shellWord } from '../../src/terminal/shell-word.ts';

test.each([
  ['docs/plans/a-b_c.1.md', 'docs/plans/a-b_c.1.md'],
  ['docs/Pläne/計画.md', 'docs/Pläne/計画.md'],
  ['../plans/a.md', '../plans/a.md'],
  ['docs/my plans/a.md', "'docs/my plans/a.md'"],
  ["docs/it's/a.md", "'docs/it'\\''s/a.md'"],
  ['docs/$(touch x)/a.md', "'docs/$(touch x)/a.md'"],
  ['docs/a;b&c|d`e"f\\g*?[h].md', "'docs/a;b&c|d`e\"f\\g*?[h].md'"],
  ['~/a.md', "'~/a.md'"],
  ['-x/a.md', './-x/a.md'],
  ['', "''"],
])('%j is written %s', (path, word) => {
  expect(shellWord(path)).toBe(word);
  const read = execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' });
  expect(read).toBe(path.startsWith('-') ? `./${path}` : path);
});
