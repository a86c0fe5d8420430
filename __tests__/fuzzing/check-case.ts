import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import reportSchema from '../../schema/report.schema.json' with { type: 'json' };
import { type Checked, check } from '../../src/check.ts';
import { type Fixed, fix } from '../../src/fix.ts';
import { unifiedDiff } from '../../src/fixing/unified-diff.ts';
import { parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderIssue } from '../../src/report/issue.ts';
import { readIssueBody } from '../../src/report/issue-body.ts';
import { renderIssueComment } from '../../src/report/issue-comment.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderText } from '../../src/report/text.ts';
import { RULES } from '../../src/rules/index.ts';
import type { RunKind } from '../../src/rules/rule.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { memoryRepository } from '../checking/memory-repository.ts';
import { misplaced } from '../plan/ranges-of.ts';
import { day, links } from '../report/sample-report.ts';
import { expectSoundDelta } from './sound-delta.ts';
import { expectSoundMarkdown } from './sound-markdown.ts';
import { expectSoundPlan } from './sound-plan.ts';

/** One change of one plan. */
export interface FuzzCase {
  readonly path: string;
  /** null where the change adds the plan. */
  readonly before: string | null;
  readonly after: string;
  /** Plans beside it, on both sides. */
  readonly others: Readonly<Record<string, string>>;
}

/** Characters that GitHub takes. */
const LIMIT = 65_536;
const TIGHT_LIMIT = 1_500;
/** What people wrote below the tracking issue. */
const BELOW = '\n\nKeep this: <!-- plan-check-issue-end --> @ann\r\n- [ ] and this  \n';

/** Made once: that takes longer than all the rest. */
const isPublished = new Ajv2020({
  allowUnionTypes: true,
  formats: { date: (text) => parseCalendarDate(text) !== null },
}).compile(reportSchema);

/**
 * Runs the whole engine over a case: reads, checks as a change and as a scan, renders every outlet, fixes.
 * @throws what is broken.
 */
export async function checkCase(fuzzed: FuzzCase): Promise<void> {
  const { path, before, after } = fuzzed;
  expectSoundPlan(after);
  if (before !== null) expectSoundDelta(parsePlan(path, before), parsePlan(path, after));
  expectSoundChange(await run(fuzzed));
  const fixed = await fix({ ...request(fuzzed, 'scan'), schemaTime: () => timeBudget(60_000) });
  expectSoundReport(fixed.left);
  expectSoundScan(fixed.left);
  await expectSoundFix(fuzzed, fixed);
}

function request({ path, before, after, others }: FuzzCase, kind: RunKind) {
  const repository = memoryRepository(
    {
      head: { ...others, [path]: after },
      base: { ...others, ...(before === null ? {} : { [path]: before }) },
    },
    { files: [{ path, previousPath: null, change: before === null ? 'added' : 'modified' }], gap: null },
  );
  return {
    repository: { ...repository, commits: { head: 'a'.repeat(40), base: 'b'.repeat(40) } },
    scope: { kind: kind === 'changes' ? 'changed' : 'all' },
    run: kind,
    event: 'fuzz',
    settings: resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 }),
    version: '0.0.0',
  } as const;
}

async function run(fuzzed: FuzzCase): Promise<Checked> {
  const checked = await check({ ...request(fuzzed, 'changes'), withinSchemaTime: timeBudget(60_000) });
  expectSoundReport(checked);
  return checked;
}

function expectSoundReport({ report, sourceOf }: Checked): void {
  const isReport = isPublished(JSON.parse(JSON.stringify(report)));
  assert.ok(isReport, `the report is not as it is published: ${JSON.stringify(isPublished.errors)}`);
  for (const { path, message, range, count, fix } of findingsOf(report)) {
    assert.ok(message.trim() !== '' && count >= 1);
    const source = sourceOf(path);
    const ranges = [range, ...(fix?.edits ?? []).map((edit) => edit.range)];
    for (const place of source === null ? [] : ranges) {
      assert.equal(misplaced(source ?? '', place), null, `"${message}" stands outside of the file`);
    }
  }
  const sarif = renderSarif(report, { rules: RULES, links, sourceOf });
  assert.ok(JSON.stringify(sarif).length > 0);
  assert.doesNotMatch(renderText(report, { sourceOf, colors: false }).replaceAll('\n', ''), /\p{Cc}/u);
  for (const { line, endLine, column, endColumn, message } of annotationsOf(report)) {
    assert.ok(line >= 1 && endLine >= line && (endColumn ?? 1) >= (column ?? 1));
    assert.doesNotMatch(message.replaceAll('\n', ''), /\p{Cc}/u);
  }
  expectSoundMarkdown(renderSummary(report, links));
}

const findingsOf = ({ plans, diagnostics }: Report) => [
  ...plans.flatMap((plan) => plan.diagnostics),
  ...diagnostics,
];

function expectSoundChange({ report }: Checked): void {
  for (const limit of [LIMIT, TIGHT_LIMIT]) {
    const comment = renderComment(report, links, { limit });
    assert.ok(comment.length <= limit, 'the comment is too long');
    expectSoundMarkdown(comment);
  }
}

function expectSoundScan({ report }: Checked): void {
  const options = { key: 'default', run: 1, attempt: 1, runUrl: null };
  const first = renderIssue(report, links, null, options);
  const written = first.body === null ? null : readIssueBody(first.body);
  assert.ok(first.body !== null && written !== null && first.body.length <= LIMIT);
  expectSoundMarkdown(written.section);
  const second = renderIssue(report, links, { ...written, below: BELOW }, { ...options, run: 2 });
  const again = second.body === null ? null : readIssueBody(second.body);
  assert.equal(again?.below, BELOW, 'people’s text is not what it was');
  assert.deepEqual([second.entered, second.gone], [[], []], 'nothing changed, and there is news');
  const since = day('2026-03-01');
  expectSoundMarkdown(renderIssueComment(first.rows, first.entered, links, { since, mentionOwners: false }));
}

async function expectSoundFix(fuzzed: FuzzCase, fixed: Fixed): Promise<void> {
  assert.deepEqual(fixed.unsettled, [], 'fixes undo each other');
  const file = fixed.files.find(({ path }) => path === fuzzed.path);
  if (file === undefined) return;
  const after = file.after.text;
  const again = await fix({
    ...request({ ...fuzzed, after }, 'scan'),
    schemaTime: () => timeBudget(60_000),
  });
  assert.deepEqual(
    again.files.map(({ path, applied }) => ({ path, applied })).filter(({ path }) => path === fuzzed.path),
    [],
    'what was fixed is fixed once more',
  );
  const ticked = (text: string): number => text.match(/\[\s*x\s*\]/gi)?.length ?? 0;
  assert.equal(ticked(after), ticked(file.before), 'a fix ticks a box');
  const hasForeignEnds = (text: string): boolean => /(?<!\r)\n/.test(text) && text.includes('\r\n');
  assert.ok(!hasForeignEnds(after) || hasForeignEnds(file.before), 'a fix mixes the line ends');
  assert.ok(unifiedDiff(file.path, file.before, file.after) !== '');
  const [was, is] = [file.before, after].map((text) => parsePlan(fuzzed.path, text).frontMatter);
  assert.equal(is?.state, was?.state, 'a fix changes what the front matter is');
}
