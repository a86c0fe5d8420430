import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { linesOf, spliceTraced, untouched } from '../../src/fixing/traced-text.ts';
import { unifiedDiff } from '../../src/fixing/unified-diff.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';

afterAll(removeFolders);

const TEN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].join('\n');
const replaced = (text: string, ...words: readonly (readonly [string, string])[]) =>
  words.reduce((traced, [from, to]) => {
    const at = traced.text.indexOf(from);
    return spliceTraced(traced, [{ from: at, to: at + from.length, text: to }]);
  }, untouched(text));

describe('a patch', () => {
  test('shows three lines around a change', () => {
    expect(unifiedDiff('docs/a.md', `${TEN}\n`, replaced(`${TEN}\n`, ['five', 'FIVE']))).toBe(
      `--- a/docs/a.md
+++ b/docs/a.md
@@ -2,7 +2,7 @@
 two
 three
 four
-five
+FIVE
 six
 seven
 eight
`,
    );
  });

  test('takes neighbours together, and counts lines that come and go', () => {
    expect(unifiedDiff('a.md', TEN, replaced(TEN, ['two\n', ''], ['eight', '8\n8½'], ['ten', 'TEN']))).toBe(
      `--- a/a.md
+++ b/a.md
@@ -1,10 +1,10 @@
 one
-two
 three
 four
 five
 six
 seven
-eight
+8
+8½
 nine
-ten
\\ No newline at end of file
+TEN
\\ No newline at end of file
`,
    );
  });

  test('is empty where nothing changed, or changed back', () => {
    expect(unifiedDiff('a.md', TEN, untouched(TEN))).toBe('');
    expect(unifiedDiff('a.md', TEN, replaced(TEN, ['two', '2'], ['2', 'two']))).toBe('');
  });

  test('keeps the line ends of Windows and a byte order mark', () => {
    const text = 'one\r\ntwo\r\n';
    expect(unifiedDiff('a.md', text, replaced(text, ['two', '2']), '\uFEFF')).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n \uFEFFone\r\n-two\r\n+2\r\n',
    );
  });
});

describe('git takes the patch', () => {
  const folder = temporaryFolder();

  function applied(path: string, before: string, patch: string): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, before);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input: patch,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CEILING_DIRECTORIES: dirname(folder) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return readFileSync(file, 'utf8');
  }

  test.each([
    'plans/a.md',
    'with a blank/in its name .md',
    'übersicht.md',
    'a"b\\c.md',
    'tab\there.md',
    '-.md',
  ])('for the file %s', (path) => {
    const after = replaced(`${TEN}\n`, ['five', '5']);
    expect(applied(path, `${TEN}\n`, unifiedDiff(path, `${TEN}\n`, after))).toBe(after.text);
  });

  test('whatever changes', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', '- x', '+ y', '@@', '\\ z', '', '\r'), {
      maxLength: 40,
    });
    const changes = fc.array(
      fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', 'q', '\n', 'q\n', '\nq', 'q\r\nr')),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        lines,
        changes,
        fc.boolean(),
        fc.constantFrom('', '\uFEFF'),
        (parts, edits, ends, prefix) => {
          const before = parts.join('\n') + (ends && parts.length > 0 ? '\n' : '');
          const after = edits.reduce((traced, [at, length, text]) => {
            const from = at % (traced.text.length + 1);
            return spliceTraced(traced, [{ from, to: Math.min(traced.text.length, from + length), text }]);
          }, untouched(before));
          const patch = unifiedDiff('p.md', before, after, prefix);
          if (patch === '') {
            expect(after.text).toBe(before);
            return;
          }
          // git makes and removes files by other headers.
          fc.pre(linesOf(before).length > 0 && linesOf(after.text).length > 0);
          expect(applied('p.md', prefix + before, patch)).toBe(prefix + after.text);
        },
      ),
      { numRuns: 150 },
    );
  });
});
