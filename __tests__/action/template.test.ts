import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import { createScene, type SceneResult, told } from './scene.ts';

const PLAN = 'docs/plans/active/new-plan.md';

/** A plan of which its author filled in nothing yet, in the shape of the template. */
const UNFILLED = `---
type: plan
title: "[Feature/Goal] Plan"
status: [draft | active | completed | archived | superseded]
created: YYYY-MM-DD
last_updated: YYYY-MM-DD
lifecycle: [draft | active | completed | archived | superseded]
reviewed: YYYY-MM-DD
expires: YYYY-MM-DD
ai:
  priority: high
  triggers:
    - [add relevant keywords]
    - plan
owner: [Team/person responsible]
stakeholders:
  - [Who cares about this]
related_code:
  - [Path to code this affects]
related_plans:
  - [Related implementation plans]
supersedes: [Link to plan this replaces]
superseded_by: [Link to newer plan]
---

# [Feature/Goal] Plan

**Status:** [Draft | Active | Completed | Archived | Superseded]

**Owner:** [Team/person]

**Timeline:** [Start date] to [End date] ([X weeks/days])

**Current Phase:** [Phase N of M]

## Executive Summary

[What is built, and why.]

## Implementation Phases

### Phase 1: [Name of the phase] (Weeks X-Y)

**Goal:** [What it brings]

#### Tasks

- [ ] **Task 1:** [What to do]
  - Owner: [Name]
  - Estimate: [N hours]

- [ ] **Task 2:** [What to do]
  - Owner: [Name]

- [ ] **Task 3:** [What to do]
  - Owner: [Name]

#### Deliverables

- [ ] [First thing] - [What "done" means]
- [ ] [Second thing] - [What "done" means]
- [ ] [Third thing] - [What "done" means]

#### Success Criteria

**Phase 1 is complete when:**
- [Something that can be measured]

**Exit gate:**
- [ ] Tasks done
- [ ] Deliverables there
- [ ] Tests pass
- [ ] Code reviewed
- [ ] Documentation written

### Phase 2: [Name of the phase] (Weeks X-Y)

[The same for every phase]

### Phase N: [Name of the last phase] (Weeks X-Y)

[The same again]

## Testing Strategy

### Manual Testing

**Test scenarios:**
- [ ] [First way]
- [ ] [Second way]

## Rollout Plan

### Phase 1: Internal (Week X)

**Who:** [Which team]

### Phase 2: Everybody (Week Y)

**Who:** [Who else]

## Review Checklist

- [ ] Phases have an end
- [ ] Risks have an owner
- [ ] Dates are real
- [ ] Rollback was thought of
- [ ] The plan is linked
`;

let github: LocalGitHub;
let result: SceneResult;

beforeAll(async () => {
  github = await startLocalGitHub();
  result = await createScene(github, 'template', { head: { [PLAN]: UNFILLED } }).check();
});

afterAll(() => github.close());

describe('the unfilled template', () => {
  test('is told to be filled in, and nothing beside', () => {
    expect(result.annotations.map(told)).toEqual([
      `error ${PLAN}:3:8 Fill in what the template left open: "title", "status", "created" and 15 more. And 18 more, on lines 4, 5, 6, 7, 8 and below.`,
      `warning ${PLAN}:42:34 Replace the text of the template: "(Weeks X-Y)", "[Name]", "(Week X)" and 1 more. And 7 more, on lines 49, 53, 56, 76, 80 and below.`,
    ]);
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { conclusion: 'failure', invalid: JSON.stringify([PLAN]) },
    });
  });

  test('has its boxes counted by what they are', () => {
    const {
      plans: [plan],
    } = result.report as Report;
    const open = (total: number) => ({ done: 0, total, deferred: 0, cancelled: 0 });
    expect(plan?.progress).toEqual({
      ...{ tasks: open(3), deliverables: open(3), gates: open(5), other: open(7) },
      ...{ phases: { complete: 0, total: 3 }, percent: 0 },
    });
    expect(plan?.staleness).toEqual({ state: null, reasons: [] });
  });
});
