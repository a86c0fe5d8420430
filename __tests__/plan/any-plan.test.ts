import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Range } from '../../src/plan/position.ts';
import { ends } from '../ends.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { misplaced, rangesOf } from './ranges-of.ts';

const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  '  ',
  '\t',
  '- ',
  '* ',
  '1. ',
  '> ',
  '[ ]',
  '[x]',
  '[]',
  '[ x]',
  '\u00A0',
  '## Phases\n',
  '### Phase 1: Dig',
  '### Phase 2',
  '## Progress Tracking\n',
  '## Current Blockers\n',
  '## Update Log\n',
  '### 2026-03-01\n',
  '**Completion:** ',
  '75%',
  '**On track:** ',
  'Yes',
  '**Timeline:** ',
  '2026-03-01 to 2026-05-01',
  'Weeks 1-2',
  '(',
  ')',
  '✅',
  '🔄',
  '‚úÖ',
  ':x:',
  'done',
  '**',
  '~~',
  '`',
  '```\n',
  '<!--',
  '-->',
  '| Phase | Status | Progress | Start | End |\n|---|---|---|---|---|\n',
  '| Phase 1 | ✅ | 50% | 2026-03-01 | |\n',
  '| Risk | Impact |\n|---|---|\n',
  '| x | H |\n',
  '**Blockers:** ',
  'None',
  'Owner: Ann',
  'ETA: soon',
  '**New files:**\n',
  '`a.ts`',
  '**Dependencies:** ',
  'Depends on: ',
  'Phases 1 to 9',
  'words',
  '---\n',
  'created: 2026-01-01\n',
  '**Last Updated:** ',
  '\u0000',
  '𝒳',
];

const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join(''));

const textAt = ({ text }: Plan, { start, end }: Range): string =>
  start.line === end.line
    ? (text.split('\n')[start.line - 1] ?? '').slice(start.column - 1, end.column - 1)
    : '';

test('any text is read, and what is read stands where it is said to', () => {
  fc.assert(
    fc.property(fc.oneof(markdown, fc.string({ unit: 'binary' })), (text) => {
      const plan = parsePlan('x.md', text);
      for (const range of rangesOf(plan)) expect(misplaced(plan.text, range)).toBeNull();
      for (const { text: written, range } of plan.malformedBoxes) expect(textAt(plan, range)).toBe(written);
      for (const { path, range } of plan.phases.flatMap(({ files }) => files)) {
        expect(textAt(plan, range)).toBe(path);
      }
      for (const { percent, range } of plan.phases.flatMap(({ claims }) => claims)) {
        if (percent !== null) expect(textAt(plan, range)).toMatch(/^\[?\d.*%$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is to stand in the place of a malformed box makes it one', () => {
  const read = (text: string): Plan => parsePlan('x.md', text);
  const before = read(
    readFileSync(new URL('../fixtures/plans/boxes-that-are-none/plan.md', import.meta.url), 'utf8'),
  );
  const lines = before.text.split('\n');
  for (const { fixed, range } of before.malformedBoxes) {
    const line = lines[range.start.line - 1] ?? '';
    lines[range.start.line - 1] =
      line.slice(0, range.start.column - 1) + fixed + line.slice(range.end.column - 1);
  }
  const after = read(lines.join('\n'));
  const count = ({ phases }: Plan): number => phases.flatMap(({ items }) => items).length;
  expect(before.malformedBoxes.length).toBeGreaterThan(10);
  expect(after.malformedBoxes).toEqual([]);
  expect(count(after)).toBe(count(before) + before.malformedBoxes.length);
});

test.each([
  ['brackets', (n: number) => `- [${' '.repeat(n)}y`],
  ['labels', (n: number) => '**a:** b | '.repeat(n)],
  ['open comments', (n: number) => 'x <!-- '.repeat(n)],
  ['back quotes', (n: number) => 'a`b ``c '.repeat(n)],
  ['strikes', (n: number) => `- ${'~~a'.repeat(n)}`],
  ['days', (n: number) => `**Timeline:** ${'2026-01-01 '.repeat(n)}`],
  ['phases', (n: number) => `**Dependencies:** ${'Phase 1, '.repeat(n)}`],
  ['signs', (n: number) => `- ${'✅'.repeat(n)}`],
  ['remarks', (n: number) => `1. ${'(resolved '.repeat(n)}`],
])('a long line of %s is read to its end', (_, line) => {
  const text = `## Phases\n\n### Phase 1: a\n\n${line(20_000)}\n\n## Current Blockers\n\n${line(20_000)}\n`;
  expect(ends(() => parsePlan('x.md', text)).text).toBe(text);
});
