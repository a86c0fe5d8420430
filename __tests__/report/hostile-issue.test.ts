import { describe, expect, test } from '@jest/globals';
import { STALENESS_STATES } from '../../src/progress/staleness.ts';
import { isSameIssue, renderIssue } from '../../src/report/issue.ts';
import { joinIssueBody, readIssueBody } from '../../src/report/issue-body.ts';
import { renderIssueComment } from '../../src/report/issue-comment.ts';
import type { IssueMemory } from '../../src/report/issue-memory.ts';
import type { PlanResult } from '../../src/report/report.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { expectSoundMarkdown } from '../fuzzing/sound-markdown.ts';
import { parse, skeleton } from './gfm.ts';
import { hostileText } from './hostile-text.ts';
import { everyState, links, partsOf, scan, TODAY } from './issue-scene.ts';
import { day } from './sample-report.ts';

const options = { key: 'default', run: 7, attempt: 1, runUrl: null };

/** Plans in which every text that comes from outside is drawn from `next`. */
const plansOf = (next: () => string): readonly PlanResult[] =>
  everyState.map((plan, index) => ({
    ...plan,
    // In the order that they have.
    path: `docs/plans/${String(index).padStart(2, '0')}${next()}`,
    title: next(),
    owner: plan.owner.map(next),
    staleness: {
      ...plan.staleness,
      reasons: plan.staleness.reasons.map((reason) => ({
        ...reason,
        evidence: reason.evidence.map((one) => ({ ...one, path: next(), lastSubject: next() })),
      })),
    },
  }));

const strange = fc.infiniteStream(hostileText).map((texts) => {
  const words = texts[Symbol.iterator]();
  return plansOf(() => words.next().value ?? 'word');
});

const issueOf = (plans: readonly PlanResult[]) => renderIssue(scan(plans), links, null, options);
const commentOf = ({ rows, entered }: ReturnType<typeof issueOf>): string =>
  renderIssueComment(rows, entered, links, { since: day('2026-11-20'), mentionOwners: false });

describe('any text in any field', () => {
  const calm = issueOf(plansOf(() => 'word'));

  test('of the tracking issue leaves its structure as it is, and is nothing but text', () => {
    const shape = skeleton(parse(partsOf(calm.body).section));
    fc.assert(
      fc.property(strange, (plans) => {
        const { section } = partsOf(issueOf(plans).body);
        expect(skeleton(parse(section))).toBe(shape);
        expectSoundMarkdown(section);
      }),
      { numRuns: 60 },
    );
  });

  test('of its comment is nothing but text', () => {
    const shape = skeleton(parse(commentOf(calm)));
    fc.assert(
      fc.property(strange, (plans) => {
        const comment = commentOf(issueOf(plans));
        expect(skeleton(parse(comment))).toBe(shape);
        expectSoundMarkdown(comment);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever people write around it', () => {
  const people = fc.oneof(
    hostileText,
    fc.string({ unit: 'binary' }),
    fc.constant('<!-- plan-check-issue-end -->'),
  );

  test('stays byte for byte, and the issue stays the same, within any limit', () => {
    fc.assert(
      fc.property(
        strange,
        people,
        people,
        fc.integer({ min: 2_000, max: 70_000 }),
        (plans, over, under, limit) => {
          const first = partsOf(issueOf(plans).body);
          const above = over === '' ? '' : `${over}\n`;
          const held = readIssueBody(joinIssueBody({ ...first, above, below: under }));
          expect([held?.above, held?.below]).toEqual([above, under]);
          const { body, entered, gone } = renderIssue(scan(plans), links, held, {
            ...options,
            run: 8,
            limit,
          });
          expect([entered, gone]).toEqual([[], []]);
          if (body === null) return;
          expect(body.length).toBeLessThanOrEqual(limit);
          expect([partsOf(body).above, partsOf(body).below]).toEqual([above, under]);
          if (limit > 65_536 && held !== null) expect(isSameIssue(held, body)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('what the next scan is told comes back, whatever the names', () => {
  const name = fc.oneof(hostileText, fc.string({ unit: 'binary' }));
  const state = fc.constantFrom(...STALENESS_STATES);
  const states = fc.uniqueArray(state, { minLength: 1, maxLength: 3 });
  const count = fc.nat(1_000);
  const memory: fc.Arbitrary<IssueMemory> = fc.record({
    key: name,
    head: fc.constant('a'.repeat(40)),
    run: fc.nat(),
    attempt: fc.nat(),
    day: fc.constant(TODAY),
    isCut: fc.boolean(),
    plans: fc.array(
      fc.record({
        path: name,
        states: states.map((all) => all.map((one) => ({ state: one, since: TODAY }))),
      }),
      { maxLength: 4 },
    ),
    news: fc.option(
      fc.record({
        since: fc.constant(TODAY),
        entered: fc.constant([]),
        gone: fc.array(fc.record({ path: name, now: fc.constantFrom('snoozed', 'draft') }), { maxLength: 3 }),
        counts: fc.record({ entered: count, gone: count }),
      }),
    ),
  });
  fc.assert(
    fc.property(memory, (some) => {
      const written = joinIssueBody({ memory: some, section: 'Ours.', above: '', below: '' });
      expect(readIssueBody(written)?.memory).toEqual(some);
    }),
  );
});
