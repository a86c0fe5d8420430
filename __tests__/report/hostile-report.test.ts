import { describe, expect, test } from '@jest/globals';
import { renderComment } from '../../src/report/comment.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { expectSoundMarkdown } from '../fuzzing/sound-markdown.ts';
import { parse, skeleton } from './gfm.ts';
import { hostileText } from './hostile-text.ts';
import { reportOf } from './report-of.ts';
import { links } from './sample-report.ts';

const calm = reportOf(() => 'word');
const strange = fc.infiniteStream(hostileText).map((texts) =>
  reportOf(() => {
    const { value } = texts.next();
    return typeof value === 'string' ? value : 'word';
  }),
);

const LIMIT = { limit: 65_536 };
const RENDERERS = [
  ['comment', (some: Report) => renderComment(some, links, LIMIT)],
  ['job summary', (some: Report) => renderSummary(some, links)],
] as const;

describe.each(RENDERERS)('any text in any field of a %s', (_, render) => {
  const shape = skeleton(parse(render(calm)));

  test('leaves the structure as it is', () => {
    fc.assert(
      fc.property(strange, (some) => {
        expect(skeleton(parse(render(some)))).toBe(shape);
      }),
    );
  });

  test('links, calls and shows nothing of its own', () => {
    fc.assert(
      fc.property(strange, (some) => {
        expectSoundMarkdown(render(some));
      }),
    );
  });
});

test('a comment of any text stays under any limit, in whole parts', () => {
  fc.assert(
    fc.property(strange, fc.integer({ min: 400, max: 20_000 }), (some, limit) => {
      const markdown = renderComment(some, links, { limit });
      expect(markdown.length).toBeLessThanOrEqual(limit);
      expectSoundMarkdown(markdown);
    }),
  );
});

test('a job summary is measured in bytes', () => {
  const wide = reportOf(() => '漢字'.repeat(30));
  const markdown = renderSummary(wide, links, { limit: 8_000 });
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(8_000);
  expect(Buffer.byteLength(markdown)).toBeGreaterThan(6_000);
});
