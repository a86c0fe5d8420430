import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Delta, ItemChange } from '../../src/progress/delta.ts';
import type { PlanTimeline } from '../../src/progress/timeline.ts';
import { renderComment } from '../../src/report/comment.ts';
import type { PlanResult, Report } from '../../src/report/report.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { nodesOf, parse, REFERENCES, skeleton, visibleText } from './gfm.ts';
import { hostileText } from './hostile-text.ts';
import { auditLog, bookings, faxGateway, tideTables } from './sample-plans.ts';
import { finding, links, report } from './sample-report.ts';

/** A report in which every text that comes from outside is drawn from `next`. */
function reportOf(next: () => string): Report {
  const items = (list: readonly ItemChange[]) => list.map((one) => ({ ...one, text: next(), phase: next() }));
  const moved = (delta: Delta): Delta => ({
    ...delta,
    tasks: {
      ticked: items(delta.tasks.ticked),
      unticked: items(delta.tasks.unticked),
      added: items(delta.tasks.added),
      removed: items(delta.tasks.removed),
      moved: delta.tasks.moved,
    },
    phases: delta.phases.map((phase) => ({ ...phase, name: next() })),
    claims: delta.claims.map((claim) => ({ ...claim, name: next() })),
    dates: delta.dates.map((date) => ({ ...date, field: next() })),
    blockers: { opened: delta.blockers.opened.map(next), closed: delta.blockers.closed.map(next) },
  });
  const strangeTimeline = (timeline: PlanTimeline): PlanTimeline => ({
    ...timeline,
    phases: timeline.phases.map((phase) => ({ ...phase, name: next(), number: next() })),
    milestones: timeline.milestones.map((milestone) => ({ ...milestone, text: next() })),
  });
  const strange = (plan: PlanResult): PlanResult => ({
    ...plan,
    path: `plans/${next()}`,
    previousPath: plan.previousPath === null ? null : `old/${next()}`,
    title: next(),
    owner: plan.owner.map(next),
    // A name of its own each: what two phases share is told otherwise.
    phases: plan.phases.map((phase, index) => ({ ...phase, name: `x${index}${next()}`, number: next() })),
    health: { ...plan.health, reasons: plan.health.reasons.map(next) },
    timeline: plan.timeline === null ? null : strangeTimeline(plan.timeline),
    staleness: {
      ...plan.staleness,
      reasons: plan.staleness.reasons.map((reason) => ({ ...reason, text: next() })),
    },
    delta: plan.delta === null ? null : moved(plan.delta),
    diagnostics: plan.diagnostics.map((one) => ({ ...one, message: next(), help: next(), path: next() })),
  });
  const made = report({
    plans: [bookings, auditLog, tideTables, faxGateway].map(strange),
    diagnostics: [
      finding({ rule: 'related-code-touched', severity: 'notice', message: next(), path: next() }),
    ],
    coverage: [
      { what: 'file', message: next(), blocking: true },
      { what: 'references', message: next(), blocking: false },
    ],
  });
  return { ...made, plans: made.plans.toSorted((a, b) => a.change.localeCompare(b.change)) };
}

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
        const tree = parse(render(some));
        for (const node of nodesOf(tree)) {
          expect(['image', 'imageReference', 'linkReference', 'definition', 'break']).not.toContain(
            node.type,
          );
          if (node.type === 'code') expect(node.lang).toBe('mermaid');
          if (node.type === 'link')
            expect(node.url).toMatch(/^https:\/\/github\.com\/acme\/[\w./%?=#@&+,;:$-]*$/);
          if (node.type === 'html') expect(node.value).toMatch(OURS);
        }
        for (const reference of REFERENCES) expect(visibleText(tree)).not.toMatch(reference);
      }),
    );
  });
});

const OURS =
  /^(?:<\/?span>|<br>|<\/details>(?:\n<\/details>)?|<details(?: open)?><summary>(?:[^<>]|<\/?span>)*<\/summary>)$/;

test('a comment of any text stays under any limit, in whole parts', () => {
  fc.assert(
    fc.property(strange, fc.integer({ min: 400, max: 20_000 }), (some, limit) => {
      const markdown = renderComment(some, links, { limit });
      expect(markdown.length).toBeLessThanOrEqual(limit);
      const tags = nodesOf(parse(markdown)).flatMap((node) => (node.type === 'html' ? [node.value] : []));
      expect(tags.filter((tag) => tag.startsWith('<details'))).toHaveLength(
        tags.filter((tag) => tag === '</details>').length,
      );
    }),
  );
});

test('a job summary is measured in bytes', () => {
  const wide = reportOf(() => '漢字'.repeat(30));
  const markdown = renderSummary(wide, links, { limit: 8_000 });
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(8_000);
  expect(Buffer.byteLength(markdown)).toBeGreaterThan(6_000);
});
