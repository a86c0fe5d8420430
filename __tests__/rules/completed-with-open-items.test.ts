import { phaseTable } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const COMPLETED = withKeys(ACTIVE, { lifecycle: 'completed' });
const phases = (...lines: readonly string[]): string =>
  `# Faster search\n\n## Implementation Phases\n\n### Phase 1: Index\n\n${lines.map((line) => `${line}\n`).join('')}`;

const said = (name: string): string =>
  `The plan is completed, and says itself that this is not: "${name}"; correct what it says, or reopen the plan.`;

testRule('completed-with-open-items', {
  valid: {
    'a plan in which everything is done': {
      text: planText(COMPLETED, phases('#### Tasks', '', '- [x] Build the index')),
    },
    'what was dropped or deferred': {
      text: planText(
        COMPLETED,
        phases(
          '#### Tasks',
          '',
          '- [x] Build the index',
          '- [ ] ~~Tune the weights~~',
          '- [ ] Measure (deferred to Q3)',
        ),
      ),
    },
    'what is marked as the findings say': {
      text: planText(
        COMPLETED,
        `${phases(
          '#### Tasks',
          '',
          '- [ ] Build (deferred)',
          '  - [/] Tune (N/A)',
          '- [>] Rank (N/A)',
          '',
          '| Task | Status |',
          '| --- | --- |',
          '| Warm up | ⏳ (deferred) |',
          '| Measure (N/A) | Open |',
          '',
          '#### Deliverables',
          '',
          '- [ ] The index (N/A)',
          '',
          '#### Exit gate',
          '',
          '- [ ] Under 50 ms (deferred)',
        )}\n## Rollout\n\n- [ ] Tell (deferred)\n- [ ] Write (N/A)\n`,
      ),
    },
    'a phase that was dropped': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build the index')}\n### ~~Phase 2: Ranking~~\n\n- [ ] Tune the weights\n`,
      ),
    },
    'a row of the table that says that its phase was given up, and a row that sums up': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build the index')}\n### Phase 2: Ranking\n\nTune it.\n\n${phaseTable(
          ['Phase 1', '✅ Complete', '100%', '', ''],
          ['Phase 2', '⏭️ Skipped', '0%', '', ''],
          ['Phase 3', 'Cancelled', '0%', '', ''],
          ['Phase 4', 'Descoped', '40%', '', ''],
          ['Phase 5', 'Deferred', '0%', '', ''],
          ['Phase 6', 'Merged into Phase 1', '0%', '', ''],
          ['Phase 7', '❌ Cancelled', '0%', '', ''],
          ['Phase 8', 'Won’t do', '40%', '', ''],
          ['Phase 9', 'Complete, nothing pending', '', '', ''],
          ['Phase 10', 'Complete (remaining work: 0)', '', '', ''],
          ['Phase 11', 'Closed – won’t do', '40%', '', ''],
          ['**Total**', '', '50%', '', ''],
        )}\n`,
      ),
    },
    'a phase without boxes that says of itself that it was given up': {
      text: planText(COMPLETED, phases('**Status:** Moved to the next plan', '', '**Progress:** 0%')),
    },
    'a state that became another one': {
      text: planText(COMPLETED, phases('**Status:** Not started → Complete')),
    },
    ...Object.fromEntries(
      [
        'Completed',
        'Draft → Completed',
        'Complete (nothing pending)',
        'Done, 30% faster',
        'Complete, coverage 90%',
        '❌ Cancelled',
        'Won’t do',
        'Deferred at 40%',
        'Started in May, completed in June',
        '~~Blocked~~ Completed',
        'Closed',
        'In progress',
        'Completed. Reopened briefly in May; closed again.',
        'Complete; open points moved to #12',
        'Complete, no open issues',
        'Completed in 2 weeks, one late',
        'Completed 3/5',
        'Complete, 5 of 5 services',
        'Done, fixed the failing tests',
        'Completed – see the next plan for more',
        'Merged, no known issues',
        'Complete (no open items)',
        '✅ Complete (no open items)',
        'Complete, no open PRs',
        'Complete, no open tickets',
        'Complete, no remaining steps',
        'Complete, zero open points',
        'Complete; no pending reviews',
        'Completed, no tests failing',
        'Completed, with no known failing tests',
        'Completed (not a single regression)',
        'Completed – remaining items dropped',
        'Completed – remaining items cancelled',
        'Completed, except phase 3 which was dropped',
        'Completed – 10 of 12 tasks, 2 dropped',
        'Completed, 3 of 4 phases (phase 4 dropped)',
        'Completed – remaining work in [next plan](x.md)',
        'Completed (v1); v2 not planned',
        'Completed – didn’t need phase 4',
        'Closed – won’t do',
        'Closed (not planned)',
        'Closed, not pursued',
        'Completed. Previously: in progress',
        'Completed (superseded the open RFC)',
        'Completed; failed approach documented',
        'Completed (hypothesis not confirmed)',
        'Released – needs Node 20',
        'Shipped; awaiting feedback',
        'Completed, after fixing broken imports',
        'Completed — see open issues for follow-ups',
        'Complete! The old service was not removed on purpose.',
        'Complete (was blocked by #12)',
        'Completed, remaining risk accepted',
        'Completed after 2 failed attempts',
        'Completed in v2.1; see [next plan](next.md) for the open questions',
        'Completed – did not need phase 4',
        'Completed, phase 4 not done (dropped)',
        'Completed, except phase 3, which was dropped',
      ].map((status) => [
        `a status of "${status}", or one that another rule is about`,
        { text: planText(COMPLETED, `# Faster search\n\n**Status:** ${status}\n`) },
      ]),
    ),
    'a share that may be a day': {
      text: planText(COMPLETED, '# Faster search\n\n**Completion:** 3/5\n'),
    },
    'a share that is all': { text: planText(COMPLETED, '# Faster search\n\n**Completion:** 5/5\n') },
    'an active plan': { text: planText(ACTIVE, phases('- [ ] Build the index')) },
    'an archived plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived' }), phases('- [ ] Build the index')),
    },
    'an open box over finished ones, in a plan that was completed before': {
      base: planText(COMPLETED, phases('- [ ] Build', '  - [x] Buy')),
      text: planText(COMPLETED, phases('- [ ] Build', '  - [x] Buy', '- [x] Tune')),
    },
    'one over finished ones that was dropped, or that stands outside the phases': {
      base: planText(ACTIVE, phases('- [x] Buy')),
      text: planText(
        COMPLETED,
        `${phases('- [ ] ~~Build~~', '  - [x] Buy', '- [x] Move', '  - [x] Pack')}\n## Rollout\n\n- [ ] Tell\n  - [x] Write\n`,
      ),
    },
    ...Object.fromEntries(
      [
        '## Future Work\n\n### Sprint 2',
        '## Follow-ups\n\n**Tasks**',
        '## Out of Scope\n\n### Tasks',
        '## Success Criteria\n\n### Sprint 1',
        '## Open Questions',
        '## Testing\n\n### Stage 2',
        '## ~~Tasks~~',
        '## Tasks\n\n### Won’t do',
        '## Tasks\n\n### ~~Ranking~~',
        '## Tasks\n\n### Recurring',
        '## On-call\n\n### Tasks',
        '## v2\n\n### Tasks',
        '## Review: tasks',
        '## Remaining risks',
        '## Tasks\n\n### Backlog',
        '## Tasks\n\n### Backlog ideas',
        '## Tasks\n\n### Acceptance tests',
        '## Tasks\n\n### Templates (for the next plan)',
        '## Tasks\n\n### Next steps',
        '## Tasks\n\n### Post-launch',
        '## Pending decisions',
        '## Notes',
      ].map((heading) => [
        `an open box outside the phases under ${JSON.stringify(heading)}`,
        {
          text: planText(
            COMPLETED,
            `${phases('- [x] Build the index')}\n${heading}\n\n- [ ] Tune the weights\n`,
          ),
        },
      ]),
    ),
    'rows under a heading of work that are done or given up, and open ones below another': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build')}\n## Tasks\n\n| Task | Status |\n|---|---|\n| Tune | Shipped |\n| Tell | Won’t do |\n\n| Host | Status |\n|---|---|\n| a | Open |\n\n## Future work\n\n| Task | Status |\n|---|---|\n| Rank | Open |\n`,
      ),
    },
    'boxes under a heading of work that are done, dropped or deferred': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build')}\n## Remaining work\n\n- [x] Tune\n- [ ] ~~Measure~~\n- [ ] Tell (deferred to Q3)\n`,
      ),
    },
    'a check list outside the phases': {
      text: planText(COMPLETED, `${phases('- [x] Build the index')}\n## Review Checklist\n\n- [ ] Read it\n`),
    },
    'phases without boxes that say that they are over': {
      text: planText(
        COMPLETED,
        `${phases('**Status:** Done')}\n${phaseTable(['Phase 1', '✅', '100%', '', ''], ['Phase 2', 'Dropped', '', '', ''])}\n\n**Completion:** 100%\n`,
      ),
    },
    'what is said beside boxes, which win': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build the index')}\n${phaseTable(['Phase 1', '⏳', '0%', '', ''])}\n\n**Completion:** 40%\n`,
      ),
    },
    'the rows of a rollout, and of a table of the template': {
      text: planText(
        COMPLETED,
        `${phases('Better results.')}\n## Rollout\n\n| Phase | Status |\n| --- | --- |\n| Canary | ⏳ |\n\n${phaseTable(['Phase 1', '[✅/🔄/⏳/❌]', '[X%]', '', ''])}\n`,
      ),
    },
    'tables of other work, and what went elsewhere': {
      text: planText(
        COMPLETED,
        '# Faster search\n\n## Future Work\n\n| Phase | Status |\n| --- | --- |\n| Ranking | ⏳ Planned |\n\n## Current State\n\n| Part | Status |\n| --- | --- |\n| Index | In progress |\n\n## Phases\n\n| Phase | Status |\n| --- | --- |\n| Tuning | ⏳ Moved to the next plan |\n| Notes | Deferred |\n',
      ),
    },
    'a cross in a list of what was and what is': {
      text: planText(COMPLETED, phases('- ❌ Old way: slow', '- ✅ New way: fast')),
    },
    'an active plan that has not begun': {
      text: planText(ACTIVE, `${phases('Better results.')}\n${phaseTable(['Phase 1', '⏳', '', '', ''])}\n`),
    },
  },
  invalid: {
    'what phases without boxes say of themselves, and rows of no phase': {
      text: planText(
        COMPLETED,
        `${phases('**Status:** In progress')}\n${phaseTable(['Phase 1', '⏳ Not started', '0%', '', ''], ['Ranking', '❌', '', '', ''])}\n`,
      ),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '26:13-26:26',
          message:
            'The plan is completed, and says itself that this is not: "Index" and "Ranking"; correct what it says, or reopen the plan.',
          help: 'And 1 more, on line 27.',
          count: 2,
        },
      ],
    },
    'a phase table without phases, when the change completes the plan': {
      base: planText(
        ACTIVE,
        `# Faster search\n\n${phaseTable(['Phase 1: Index', '⏳ Not started', '', '', ''])}\n`,
      ),
      text: planText(
        COMPLETED,
        `# Faster search\n\n${phaseTable(['Phase 1: Index', '⏳ Not started', '', '', ''])}\n`,
      ),
      said: [
        {
          severity: 'warning',
          at: '20:20-20:33',
          message:
            'The plan is completed, and says itself that this is not: "Phase 1: Index"; correct what it says, or reopen the plan.',
        },
      ],
    },
    'a share of a plan without boxes': {
      text: planText(COMPLETED, '# Faster search\n\n**Completion:** 40%\n'),
      said: [
        {
          severity: 'warning',
          at: '14:17-14:20',
          message:
            'The plan is completed, and says itself that this is not: "Completion"; correct what it says, or reopen the plan.',
        },
      ],
    },
    'a row that says that it is not needed yet': {
      text: planText(
        COMPLETED,
        `# Faster search\n\n${phaseTable(['Ranking', 'Not needed yet', '0%', '', ''])}\n`,
      ),
      said: [{ severity: 'warning', at: '20:30-20:32', message: said('Ranking') }],
    },
    ...Object.fromEntries(
      [
        'Moved to QA',
        'Removed blockers, continuing',
        'Merged into staging',
        'Merged into `main`',
        'Integrated with team B',
        'Skipped – still open',
      ].map((status) => [
        `a row that says "${status}"`,
        {
          text: planText(COMPLETED, `# Faster search\n\n${phaseTable(['Ranking', status, '40%', '', ''])}\n`),
          said: [
            {
              severity: 'warning' as const,
              at: status.startsWith('Skipped')
                ? '20:13-20:20'
                : `20:${16 + status.length}-20:${19 + status.length}`,
              message: said('Ranking'),
            },
          ],
        },
      ]),
    ),
    'a share of none, which is no day': {
      text: planText(COMPLETED, '# Faster search\n\n**Completion:** 0/5\n'),
      said: [{ severity: 'warning', at: '14:17-14:20', message: said('Completion') }],
    },
    'a share of progress': {
      text: planText(COMPLETED, '# Faster search\n\n**Progress:** 3/5\n'),
      said: [{ severity: 'warning', at: '14:15-14:18', message: said('Completion') }],
    },
    ...Object.fromEntries(
      [
        'Not completed',
        'Blocked',
        '❌ Blocked on Bob',
        'Almost done',
        '90% complete',
        'Complete 90%',
        'Completed (pending sign-off)',
        'Mostly complete',
        'Pending review',
        'Completed → Reopened',
        'Complete, one open PR',
        'Done ✅ 3 of 5 services',
        'Complete, tests failing',
        'Merged; not deployed',
        'Closed, one open PR',
        'Shipped, docs missing',
        'Complete; tests failing',
        'Completed. Tests failing.',
        'Completed 2026-02-01. Docs still missing.',
        'Complete (v1). Phase 2 pending',
        'Shipped; awaiting sign-off',
        'Done in part',
        'Completed, except phase 3',
        'Completed – remaining work: docs',
        'Complete; open PR',
        'Closed (not merged)',
        'Completed, 3 of 5 phases; docs dropped',
        'Complete, no failing tests fixed',
        'Complete, tests pending, docs dropped',
        'Complete, [docs](docs.md) missing',
        'Completed, docs moved to #12 but tests failing',
      ].map((status) => [
        `a status of "${status}"`,
        {
          text: planText(COMPLETED, `# Faster search\n\n**Status:** ${status}\n`),
          said: [
            {
              severity: 'warning' as const,
              at: `14:13-14:${13 + status.length}`,
              message: said('Status'),
            },
          ],
        },
      ]),
    ),
    ...Object.fromEntries(
      [
        '## Remaining work',
        '## Tasks',
        '## TODO',
        '## Action items',
        '## Sprint 2',
        '## Epic 2: Ranking',
        '## M2',
        '## What’s left',
        '## Tasks: review pipeline',
        '## Leftovers',
        '## Still to do',
        '## Pending',
        '## Not done',
        '## Remaining',
        '## Implementation steps',
        '## Task breakdown',
        '## Subtasks',
        '## Deployment tasks',
        '## Open points',
        '## Punch list',
        '## Work remaining',
        '## Unfinished',
        '## Tasks not done',
        '## Tasks\n\n### Success page',
        '## Tasks\n\n### Backlog view',
        '## Tasks\n\n### Template engine',
        '## Tasks\n\n### Test runner',
        '## Tasks\n\n### Review comments to address',
        '## Tasks\n\n### Postgres',
        '## Tasks\n\n### Next.js',
        '## Notes\n\n### Sprint 2',
        '## Notes\n\n**Tasks**',
        '## Notes\n\n**Epic 2**',
      ].map((heading) => {
        const line = 20 + heading.split('\n').length + 1;
        return [
          `an open box outside the phases under ${JSON.stringify(heading)}`,
          {
            text: planText(
              COMPLETED,
              `${phases('- [x] Build the index')}\n${heading}\n\n- [ ] Tune the weights\n`,
            ),
            said: [
              {
                severity: 'warning' as const,
                at: `${line}:1-${line}:23`,
                message:
                  'The plan is completed, and outside of its phases this is open and not counted: "Tune the weights"; tick it, mark it "(deferred)" or "(N/A)", or name the heading above it after what may stay open.',
              },
            ],
          },
        ];
      }),
    ),
    'a cross beside what is to come': {
      text: planText(COMPLETED, phases('- ❌ Tune the weights', '- ⏳ Measure')),
      said: [
        {
          severity: 'warning',
          at: '18:3-18:4',
          message:
            'The plan is completed, and says itself that this is not: "Index"; correct what it says, or reopen the plan.',
        },
      ],
    },
    'open rows of a table of tasks outside the phases': {
      text: planText(
        COMPLETED,
        `${phases('- [x] Build')}\n## Tasks\n\n| Task | Status |\n|---|---|\n| Tune | Done |\n| Rank | In progress |\n| Tell | |\n`,
      ),
      said: [
        {
          severity: 'warning',
          at: '25:1-25:23',
          message:
            'The plan is completed, and outside of its phases this is open and not counted: "Rank" and "Tell"; tick it, mark it "(deferred)" or "(N/A)", or name the heading above it after what may stay open.',
          help: 'And 1 more, on line 26.',
          count: 2,
        },
      ],
    },
    'open tasks of many words, each cut by itself': {
      text: planText(
        COMPLETED,
        phases('#### Tasks', '', ...['a', 'b', 'c', 'd'].map((letter) => `- [ ] ${letter.repeat(80)}`)),
      ),
      said: [
        {
          severity: 'warning',
          at: '20:1-20:87',
          message: `The plan is completed, and this is still open: ${['a', 'b', 'c'].map((letter) => `"${letter.repeat(59)}…"`).join(', ')} and 1 more; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.`,
          help: 'And 3 more, on lines 21, 22 and 23. Open: 4 tasks.',
          count: 4,
        },
      ],
    },
    'open tasks, deliverables and gates, as one finding': {
      text: planText(
        COMPLETED,
        phases(
          '#### Tasks',
          '',
          '- [x] Build the index',
          '- [ ] Tune the weights',
          '- [ ] Measure',
          '',
          '#### Deliverables',
          '',
          '- [ ] The index',
          '',
          '#### Exit gate',
          '',
          '- [ ] Under 50 ms',
        ),
      ),
      said: [
        {
          severity: 'warning',
          at: '21:1-21:23',
          message:
            'The plan is completed, and this is still open: "Tune the weights", "Measure", "The index" and 1 more; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
          help: 'And 3 more, on lines 22, 26 and 30. Open: 2 tasks, 1 deliverable and 1 gate.',
          count: 4,
        },
      ],
    },
    'a task in progress': {
      text: planText(COMPLETED, phases('- [/] Tune the weights')),
      said: [
        {
          severity: 'warning',
          at: '18:1-18:23',
          message:
            'The plan is completed, and this is still open: "Tune the weights"; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
          help: 'Open: 1 task.',
        },
      ],
    },
    'what the change opened, apart from what was open': {
      base: planText(COMPLETED, phases('- [ ] Build the index')),
      text: planText(COMPLETED, phases('- [ ] Tune the weights', '- [ ] Build the index')),
      said: [
        {
          severity: 'warning',
          at: '18:1-18:23',
          message:
            'The plan is completed, and this is still open: "Tune the weights"; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
          help: 'Open: 2 tasks.',
        },
        {
          severity: 'warning',
          at: '19:1-19:22',
          message:
            'The plan is completed, and this is still open: "Build the index"; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
          help: 'Open: 2 tasks.',
          isNew: false,
        },
      ],
    },
    'everything, when the change completes the plan': {
      base: planText(ACTIVE, phases('- [ ] Build the index')),
      text: planText(COMPLETED, phases('- [ ] Build the index')),
      said: [
        {
          severity: 'warning',
          at: '18:1-18:22',
          message:
            'The plan is completed, and this is still open: "Build the index"; tick what is done, mark the rest "(deferred)" or "(N/A)", or reopen the plan.',
          help: 'Open: 1 task.',
        },
      ],
    },
  },
});
