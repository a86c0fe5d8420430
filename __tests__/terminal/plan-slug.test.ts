import { expect, test } from '@jest/globals';
import { planSlug } from '../../src/terminal/plan-slug.ts';
import { fc } from '../fuzzing/fast-check.ts';

test.each([
  ['Audit log', 'audit-log'],
  ['  Self-update: v2.1!  ', 'self-update-v2-1'],
  ['Größe für Álvaro', 'große-fur-alvaro'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\con', 'c-windows-con'],
  ['日本語 の計画', '日本語-の計画'],
  ['🚀🚀', 'plan'],
  ['', 'plan'],
  ['CON', 'plan-con'],
  [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('%j is called %s', (title, slug) => {
  expect(planSlug(title)).toBe(slug);
});

test('any title makes a name that is bounded and leads nowhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const slug = planSlug(title);
      expect(slug).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
      expect(Array.from(slug).length).toBeLessThanOrEqual(65);
    }),
  );
});
