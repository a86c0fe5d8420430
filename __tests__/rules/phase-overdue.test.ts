import { phases, phaseTable } from './bodies.ts';
import { ACTIVE, day, planText, testRule, withKeys } from './rule-test.ts';

const until = (end: string, boxes = '- [ ] Build the index', keys: readonly string[] = ACTIVE): string =>
  planText(
    keys,
    phases(`### Phase 1: Index\n\n${boxes}`, phaseTable(['Phase 1', '', '', '2026-01-05', end])),
  );
const message = (names: string): string =>
  `Past the end and not complete: ${names}; tick what is done, or set a later end.`;
const help = '"Index" was to end on 2026-03-01, 1 day ago.';

testRule('phase-overdue', {
  valid: {
    'a phase on its last day': { text: until('2026-03-02') },
    'a complete phase': { text: until('2026-02-20', '- [x] Build the index') },
    'a phase without boxes that says it is complete': {
      text: planText(
        ACTIVE,
        phases('### Phase 1: Index', phaseTable(['Phase 1', '✅ Complete', '', '2026-01-05', '2026-02-20'])),
      ),
    },
    'a phase that is said to be complete and is not, which another rule tells': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] Build the index',
          phaseTable(['Phase 1', '✅ Complete', '', '2026-01-05', '2026-02-20']),
        ),
      ),
    },
    'a phase that ends before it begins, which another rule tells': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] Build the index',
          phaseTable(['Phase 1', '', '', '2026-03-20', '2026-02-20']),
        ),
      ),
    },
    'a dropped phase': { text: until('2026-02-20', '- [ ] ~~Build the index~~') },
    'a plan that is expired, which another rule tells': {
      text: until('2026-02-20', undefined, withKeys(ACTIVE, { expires: '2026-02-28' })),
    },
    'a draft': { text: until('2026-02-20', undefined, withKeys(ACTIVE, { lifecycle: 'draft' })) },
  },
  invalid: {
    'a snoozed plan': {
      text: until(
        '2026-02-20',
        undefined,
        withKeys(ACTIVE, { check: '{ snooze: { until: 2026-03-09, reason: The team is away } }' }),
      ),
      said: [
        {
          severity: 'notice',
          at: '27:1-27:44',
          message: message('"Index"'),
          help: '"Index" was to end on 2026-02-20, 10 days ago.',
          waived: { reason: 'The team is away', until: day('2026-03-09') },
        },
      ],
    },
    'a phase that was to end yesterday': {
      text: until('2026-03-01'),
      said: [{ severity: 'notice', at: '26:1-26:44', message: message('"Index"'), help }],
    },
    'the weeks of a heading, from the start of the plan, on a scan': {
      text: planText(
        ACTIVE,
        `# Faster search\n\n**Timeline:** 2026-01-05 to 2026-06-26\n\n## Implementation Phases\n\n### Phase 1: Index (Weeks 1-8)\n\n- [ ] Build the index\n`,
      ),
      run: 'scan',
      said: [{ severity: 'warning', at: '18:21-18:30', message: message('"Index"'), help }],
    },
    'two phases, one of which waits for its gate alone': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [x] Build\n\n**Exit gate:**\n\n- [ ] Under 50 ms',
          '### Phase 2: Ranking\n\n- [ ] Tune',
          phaseTable(
            ['Phase 1', '', '', '2026-01-05', '2026-03-01'],
            ['Phase 2', '', '', '2026-01-05', '2026-02-20'],
          ),
        ),
      ),
      profile: 'strict',
      said: [
        {
          severity: 'warning',
          at: '34:1-34:44',
          message: message('"Index" and "Ranking"'),
          help: `And 1 more, on line 35. ${help}`,
          count: 2,
        },
      ],
    },
  },
});
