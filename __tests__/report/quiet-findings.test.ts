import { describe, expect, test } from '@jest/globals';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderComment } from '../../src/report/comment.ts';
import { noLinks } from '../../src/report/links.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { day, finding, plan, report } from './sample-report.ts';

const waived = { reason: 'The team is <away>.', until: day('2026-04-01') };
const diagnostics = [
  finding({ rule: 'unreviewed', known: true }),
  finding({ rule: 'no-expiry', isNew: false }),
  finding({ rule: 'expired', waived }),
  finding({
    rule: 'date-order',
    waived: { reason: 'So it is', until: null, isNew: true },
    isNew: false,
    known: true,
  }),
];
const quiet = report({ plans: [plan({ diagnostics })] });

const FOLDS = `<details><summary>2 waived findings</summary>

- ❌ \`docs/plans/active/berth-booking.md:9\` **date-order**: Something is not as it should be. Waived by this PR: So it is.
- ❌ \`docs/plans/active/berth-booking.md:9\` **expired**: Something is not as it should be. Waived until 2026-04-01: The team is &lt;away&gt;, which this PR brings.

</details>

<details><summary>1 finding that was there before this PR</summary>

- ❌ \`docs/plans/active/berth-booking.md:9\` **no-expiry**: Something is not as it should be.

</details>

<details><summary>1 finding known before</summary>

- ❌ \`docs/plans/active/berth-booking.md:9\` **unreviewed**: Something is not as it should be.

</details>`;

describe('findings that do not count', () => {
  test('are folded in Markdown, each once, with what they are waived for', () => {
    expect(renderComment(quiet, noLinks, { limit: 65_536 })).toContain(FOLDS);
    expect(renderSummary(quiet, noLinks)).toContain(FOLDS);
  });

  test('are numbers at the terminal', () => {
    expect(renderText(quiet, { sourceOf: () => null, colors: false })).toContain(
      ': no finding. 1 finding was there before and is not counted. 2 findings are waived. 1 finding is known from the baseline.',
    );
  });

  test('are no annotations', () => {
    expect(annotationsOf(quiet)).toEqual([]);
  });

  test('fail nothing', () => {
    expect([quiet.conclusion, quiet.counts.errors]).toEqual(['success', 0]);
  });
});
