const STATES = ['active', 'active', 'active', 'draft', 'completed', 'archived'] as const;

/** Days after the first of 2026, as a date. */
const day = (days: number): string => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

const times = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join('\n');

/** One of many plans of a made-up organisation, as long as people write them; the same for the same numbers. */
export function generatedPlan(
  index: number,
  count: number,
): { readonly path: string; readonly text: string } {
  return { path: pathOf(index), text: `${frontMatter(index, count)}${body(index)}` };
}

const stateOf = (index: number) => STATES[index % STATES.length] ?? 'active';
const pathOf = (index: number): string => `docs/plans/${stateOf(index)}/team-${index % 40}/move-${index}.md`;

function frontMatter(index: number, count: number): string {
  const related = pathOf((index + 6) % count);
  return `---
type: plan
title: "Move number ${index}"
status: ${stateOf(index)}
owner: "@team-${index % 40}"
created: ${day(index % 30)}
last_updated: ${day(120 + (index % 40))}
reviewed: ${index % 7 === 0 ? '' : day(130 + (index % 30))}
expires: ${index % 11 === 0 ? '' : day(150 + (index % 200))}
related_code:
  - src/part-${index % 50}/**
related_plans:
  - ${related}
---
`;
}

const body = (index: number): string => `
# Move number ${index}

**Status:** ${stateOf(index)}
**Timeline:** ${day(index % 30)} to ${day(150 + (index % 200))}

## Overview

How the warehouse gets its new shelves, part ${index}. Who works on it finds here what was agreed, what is left to do and who decides when something does not fit.

## Implementation Phases

${times(6, (phase) => phaseOf(index, phase))}

## Progress Tracking

| Phase | Start | End | Progress | Status |
| --- | --- | --- | --- | --- |
${times(6, (phase) => `| Phase ${phase + 1} | ${day(30 * phase)} | ${day(30 * phase + 29)} | ${phase < 3 ? '100%' : '10%'} | ${phase < 3 ? '✅' : '⏳'} |`)}

## Risks

| Risk | Likelihood | Impact | Mitigation |
| --- | --- | --- | --- |
| The floor gives way | Low | High | Measure it first |
`;

const phaseOf = (index: number, phase: number): string => `### Phase ${phase + 1}: Hall ${phase}

**Objective:** Put the shelves of hall ${phase} where the drawing of move ${index} has them, while the shop stays open.

#### Tasks

${times(8, (task) => `- [${(index + task + phase) % 3 === 0 ? ' ' : 'x'}] Carry shelf ${task} past \`src/part-${phase}/shelf-${task}.ts\` and **write down** on the list what came with it and where it went`)}

#### Deliverables

- [${phase % 2 === 0 ? ' ' : 'x'}] A drawing of hall ${phase} with the weight of each shelf

#### Exit Gate

- [ ] Every shelf stands
- [ ] Somebody else has looked
`;
