import { expect, test } from '@jest/globals';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderIssue } from '../../src/report/issue.ts';
import { mergeReports } from '../../src/report/merge-reports.ts';
import { readReport } from '../../src/report/read-report.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { shardOf } from '../../src/settings/shard.ts';
import { anyJson, nearly } from '../fuzzing/any-text.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { expectSoundMarkdown } from '../fuzzing/sound-markdown.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { links, report } from './sample-report.ts';

const COUNT = 2;
const identity = { settings: '0123456789abcdef', plans: 'fedcba9876543210' };
/** Shards are parts of scans, which compare nothing. */
const asScanned = (plan: PlanResult): PlanResult => ({
  ...{ ...plan, change: 'unchanged', previousPath: null, delta: null },
  phases: plan.phases.map((phase) => ({ ...phase, before: null })),
});
const part = (index: number) => ({
  ...report({
    plans: [bookings, auditLog, tideTables, faxGateway]
      .filter(({ path }) => shardOf(path, COUNT) === index)
      .map(asScanned),
    coverage: [{ what: 'file', message: 'It is gone.', blocking: false }],
  }),
  shard: { index, count: COUNT, ...identity },
});

/** What another job may have left: one in two is nearly a report. */
const anyFile = fc.oneof(
  { weight: 3, arbitrary: nearly(part(1)).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: anyJson.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string() },
);

test('whatever stands in the file of a shard, it is a report that can be shown, or a sentence', () => {
  const found = { shown: 0, refused: 0 };
  fc.assert(
    fc.property(anyFile, (text) => {
      try {
        const reports = [
          { name: 'one.json', report: readReport(text, 'one.json') },
          { name: 'two.json', report: part(2) },
        ];
        const merged = mergeReports(reports, { failOn: 'error', version: '0.1.0' });
        found.shown++;
        expectSoundMarkdown(renderComment(merged, links, { limit: 65_536 }));
        expectSoundMarkdown(renderSummary(merged, links));
        expect(renderText(merged, { sourceOf: () => null, colors: false })).not.toMatch(/[^\P{Cc}\n]/u);
        renderIssue(merged, links, null, { key: 'default', run: 1, attempt: 1, runUrl: null });
      } catch (error) {
        if (!(error instanceof PlanCheckError)) throw error;
        expect(error.message).toMatch(/^[^\n]+[.]$/);
        found.refused++;
      }
    }),
    { numRuns: 80 },
  );
  expect(Math.min(found.shown, found.refused)).toBeGreaterThan(5);
});
