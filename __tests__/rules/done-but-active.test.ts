import { blockers, phases, phaseTable } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const INDEX = '### Phase 1: Index\n\n- [x] Build the index\n';
const DONE = phases(INDEX, '### Phase 2: Ranking\n\n- [x] Tune\n- [ ] Learn (deferred to the summer)\n');
const message =
  'Everything in the plan is done, deferred or dropped, and it is still active: write "lifecycle: completed", or add what is left to do.';

testRule('done-but-active', {
  valid: {
    'something that is open': { text: planText(ACTIVE, DONE.replace(' (deferred to the summer)', '')) },
    'a gate that is open': { text: planText(ACTIVE, `${DONE}\n**Exit gate:**\n\n- [ ] Fast enough\n`) },
    'a plan without a box': { text: planText(ACTIVE) },
    'a plan in which everything was deferred': {
      text: planText(ACTIVE, phases('### Phase 1: Index\n\n- [ ] Build it (deferred)\n')),
    },
    'a phase without boxes that does not say that it is over': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking\n\nTune the weights.\n')),
    },
    'a plan with an open blocker': { text: planText(ACTIVE, `${DONE}\n${blockers(['No disks'])}`) },
    'a plan that its author calls late': {
      text: planText(ACTIVE, `${DONE}\n## Progress Tracking\n\n**On track:** No, the review is late\n`),
    },
    'a fence that is never closed, and may hide a task': {
      text: planText(ACTIVE, `${DONE}\n\`\`\`\n- [ ] Measure\n`),
    },
    'a box that is not counted': { text: planText(ACTIVE, `${DONE}-[ ] Measure\n`) },
    'a phase that comes twice, and is not counted': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 1: Index\n\n- [ ] Build it\n')),
    },
    'a plan that names its successor': {
      text: planText(withKeys(ACTIVE, { superseded_by: 'v2.md' }), DONE),
      others: { 'docs/plans/v2.md': planText(ACTIVE) },
    },
    'a plan that another one replaces': {
      text: planText(ACTIVE, DONE),
      others: { 'docs/plans/v2.md': planText(withKeys(ACTIVE, { supersedes: 'search.md' })) },
    },
    'a plan whose folder says that it is to be closed': {
      path: 'docs/plans/completed/search.md',
      text: planText(ACTIVE, DONE),
    },
    'a plan in a folder of the team that says so': {
      path: 'docs/plans/shipped/search.md',
      text: planText(ACTIVE, DONE),
      rules: { 'lifecycle-folder': { level: 'error', options: { folders: { shipped: 'completed' } } } },
    },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), DONE) },
    'a draft': { text: planText(withKeys(ACTIVE, { lifecycle: 'draft' }), DONE) },
    'a scan seven days after the last touch': {
      text: planText(ACTIVE, DONE),
      run: 'scan',
      today: '2026-02-27',
    },
    'a scan seven days after the newest entry of the log': {
      text: planText(ACTIVE, `${DONE}\n## Update Log\n\n### 2026-02-23\n\nAll is done.\n`),
      run: 'scan',
    },
  },
  invalid: {
    'a plan of a team with words of its own': {
      text: planText(ACTIVE, DONE),
      vocabulary: { lifecycleAliases: new Map([['Shipped', 'completed']]) },
      said: [{ severity: 'warning', at: '4:12-4:18', message: message.replace('completed', 'Shipped') }],
    },
    'a plan in which nothing is open': {
      text: planText(ACTIVE, DONE),
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'a plan of whose boxes only some outside the phases are open': {
      text: planText(ACTIVE, `${DONE}\n## Notes\n\n- [ ] Tell the others\n- [ ] And these\n`),
      said: [
        {
          severity: 'warning',
          at: '4:12-4:18',
          message:
            'All tasks are done, deferred or dropped, the plan is still active, and other boxes of it are open (2): write "lifecycle: completed", or add what is left to do.',
        },
      ],
    },
    'a plan in the folder of another state that is not closed': {
      path: 'docs/plans/drafts/search.md',
      text: planText(ACTIVE, DONE),
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'a plan among the completed ones, where nobody judges folders': {
      path: 'docs/plans/completed/search.md',
      text: planText(ACTIVE, DONE),
      rules: { 'lifecycle-folder': { level: 'off', options: {} } },
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'a plan that may lie among the completed ones': {
      path: 'docs/plans/completed/search.md',
      text: planText(
        [
          ...ACTIVE,
          'check:',
          '  ignore:',
          '    - rule: lifecycle-folder',
          '      reason: They are read together',
        ],
        DONE,
      ),
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'the last box, which is ticked in this change': {
      base: planText(ACTIVE, DONE.replace('- [x] Tune', '- [ ] Tune')),
      text: planText(ACTIVE, DONE),
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'a phase without boxes that says that it is over': {
      text: planText(
        ACTIVE,
        `${phases(INDEX, '### Phase 2: Ranking\n\nTune the weights.\n')}\n${phaseTable(
          ['Phase 1', '✅ Complete', '100%', '', ''],
          ['Phase 2', '✅ Complete', '100%', '', ''],
        )}\n`,
      ),
      said: [{ severity: 'warning', at: '4:12-4:18', message }],
    },
    'a scan on the eighth day, of a plan with both keys': {
      text: planText([...ACTIVE, 'status: active'], DONE),
      run: 'scan',
      today: '2026-02-28',
      said: [
        {
          severity: 'warning',
          at: '4:12-4:18',
          message:
            'Everything in the plan is done, deferred or dropped, and it is still active: write "lifecycle: completed" and "status: completed", or add what is left to do.',
        },
      ],
    },
  },
});
