import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const INDEX = '### Phase 1: Index\n\n- [x] Build the index';
const said = (names: string): string =>
  `Nothing shows how far ${names} got: list the tasks as check boxes, or give the state in the phase table.`;

testRule('phase-without-items', {
  valid: {
    'phases with boxes of any kind': {
      text: planText(
        ACTIVE,
        phases(INDEX, '### Phase 2: Ranking\n\n**Exit gate:**\n\n- [ ] The first ten results are right'),
      ),
    },
    'a phase that says of itself how far it is': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking ✅ COMPLETE')),
    },
    'a dropped phase': { text: planText(ACTIVE, phases(INDEX, '### ~~Phase 2: Ranking~~')) },
    'a plan that keeps its check list outside of its phases': {
      text: planText(
        ACTIVE,
        `${phases('### Phase 1: Index', '### Phase 2: Ranking')}\n## Tasks\n\n- [ ] Build the index\n`,
      ),
    },
    'a plan that is not read to its end, where more may stand': {
      text: planText(ACTIVE, phases('### Phase 1: Index', `> Nested\n${'>'.repeat(200)} deeply`)),
    },
    'a plan without phases': { text: planText(ACTIVE) },
    'the text of the template, which the rule about it tells': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: [Phase Name] (Weeks X-Y)')),
    },
    'a draft': { text: planText(withKeys(ACTIVE, { lifecycle: 'draft' }), phases('### Phase 1: Index')) },
    'a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), phases('### Phase 1: Index')),
    },
    'a scan': { text: planText(ACTIVE, phases('### Phase 1: Index')), run: 'scan' },
  },
  invalid: {
    'a phase without boxes': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking\n\nBetter results come first.')),
      said: [{ severity: 'notice', at: '20:1-20:21', message: said('"Ranking"') }],
    },
    'a phase with boxes that are no part of it, and one without a name': {
      text: planText(
        ACTIVE,
        phases(INDEX, '### Phase 2: Ranking\n\n**Review checklist:**\n\n- [ ] Read it', '### Phase 3'),
      ),
      said: [
        {
          severity: 'notice',
          at: '20:1-20:21',
          message: said('"Ranking" and "Phase 3"'),
          help: 'And 1 more, on line 26.',
          count: 2,
        },
      ],
    },
    'the phase that the change adds, apart from the old one': {
      base: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking')),
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking', '### Phase 3: Speed')),
      said: [
        { severity: 'notice', at: '20:1-20:21', message: said('"Ranking"'), isNew: false },
        { severity: 'notice', at: '22:1-22:19', message: said('"Speed"') },
      ],
    },
  },
});
