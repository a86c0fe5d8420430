import { describe, expect, test } from '@jest/globals';
import { renderComment } from '../../src/report/comment.ts';
import { MAX_COMMENT_LENGTH, markerReserve, renderMarker } from '../../src/report/comment-marker.ts';
import { renderFailure } from '../../src/report/failure.ts';
import { renderIssue } from '../../src/report/issue.ts';
import { readIssueBody } from '../../src/report/issue-body.ts';
import { renderIssueComment } from '../../src/report/issue-comment.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { expectSoundMarkdown } from '../fuzzing/sound-markdown.ts';
import { everyState, links as issueLinks, scan } from './issue-scene.ts';
import { bookings } from './sample-plans.ts';
import { finding, links, report } from './sample-report.ts';

/** Of one sign each many characters, code units or bytes. */
const TEXTS: readonly (readonly [script: string, word: string])[] = [
  ['Latin', 'Berth'],
  ['families of emoji', '👩‍👩‍👧‍👦'],
  ['Chinese', '港口泊位预订'],
  ['Arabic', 'حجز المرسى'],
  ['combining signs', 'B\u0308e\u0301r\u0327t\u0323h\u0302'],
  ['signs beyond the first plane', '𠀋𝔹𐐷'],
  ['markup', '|`*_[<b>](x)~~'],
];

/** Bytes that GitHub keeps of a body: four for each character that it takes. */
const MAX_BYTES = 4 * 65_536;

const PLANS = 1_000;
const repeated = (word: string): string => word.repeat(40);

const changed = (word: string): readonly PlanResult[] =>
  Array.from({ length: PLANS }, (_, index) => ({
    ...bookings,
    path: `docs/plans/active/${word}-${index}.md`.replaceAll(/[|`*[\]<>()]/g, ''),
    title: `${repeated(word)} ${index}`,
    owner: [repeated(word)],
    diagnostics: [finding({ rule: 'front-matter-schema', message: `${repeated(word)}.` })],
  }));

const scanned = (word: string): readonly PlanResult[] =>
  Array.from({ length: PLANS }, (_, index) => {
    const plan = everyState[index % 9] ?? bookings;
    return {
      ...plan,
      path: `docs/plans/active/${word}-${index}.md`.replaceAll(/[|`*[\]<>()]/g, ''),
      title: repeated(word),
      owner: [repeated(word)],
    };
  });

/** Short enough however one counts, no sign cut in two, and everything that is opened closed. */
function expectWhole(markdown: string, limit: number): void {
  expect(markdown.length).toBeLessThanOrEqual(limit);
  expect([...markdown].length).toBeLessThanOrEqual(limit);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(MAX_BYTES);
  expect(markdown.isWellFormed()).toBe(true);
  expect((markdown.match(/^ *```/gm)?.length ?? 0) % 2).toBe(0);
  for (const row of markdown.match(/^\| .*$/gm) ?? []) expect(row.endsWith(' |')).toBe(true);
  expectSoundMarkdown(markdown);
}

describe.each(TEXTS)('a thousand plans in %s', (_, word) => {
  test('make a comment that GitHub takes, and that closes what it opens', () => {
    const limit = MAX_COMMENT_LENGTH - markerReserve('default');
    const all = report({ plans: changed(word) });
    for (const room of [limit, 700]) {
      const body = renderComment(all, links, { limit: room });
      expectWhole(body, room);
      expect(body).toContain('Left out for want of room');
    }
    const marker = renderMarker({
      ...{ key: 'default', head: '0'.repeat(64), run: 1e15, attempt: 1e6, hash: '0'.repeat(64) },
    });
    const whole = `${marker}\n${renderComment(all, links, { limit })}`;
    expect(whole.length).toBeLessThanOrEqual(MAX_COMMENT_LENGTH);
    expect(whole.length).toBeGreaterThan(MAX_COMMENT_LENGTH - 2_000);
  });

  test('make an issue and its comment that GitHub takes, and that close what they open', () => {
    const options = { key: 'default', run: 7, attempt: 1, runUrl: null };
    const { body, rows, entered } = renderIssue(scan(scanned(word)), issueLinks, null, options);
    expect(body?.length).toBeLessThanOrEqual(MAX_COMMENT_LENGTH);
    expect(Buffer.byteLength(body ?? '')).toBeLessThanOrEqual(MAX_BYTES);
    const { section = '', memory } = readIssueBody(body ?? '') ?? {};
    expectWhole(section, MAX_COMMENT_LENGTH);
    expect(section).toContain('Left out for want of room');
    expect(memory?.isCut).toBe(true);
    const since = scan([]).today;
    const told = renderIssueComment(rows, entered, issueLinks, { since, mentionOwners: true });
    expectWhole(told, 20_000);
    expect(told).toContain('- and 980 plans more');
  });
});

test.each(TEXTS)('a failure told in %s is short and closes what it opens', (_, word) => {
  expectWhole(renderFailure(Array.from({ length: 1_000 }, () => repeated(word)).join('\n')), 20_000);
});

test('a summary of a thousand plans keeps within the megabyte of a step', () => {
  const markdown = renderSummary(report({ plans: changed('👩‍👩‍👧‍👦') }), links);
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1_048_576);
  expect(markdown.isWellFormed()).toBe(true);
  expect(markdown.match(/<details/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
});
