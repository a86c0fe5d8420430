import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const INDEX = '### Phase 1: Index\n\n- [x] Build the index';
const message = (number: string, names: string): string =>
  `The number ${number} stands at an earlier phase, so this one is not counted: give ${names} another number.`;

testRule('duplicate-phase', {
  valid: {
    'phases with numbers of their own': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 1.1: Disk', '### Phase 2: Ranking')),
    },
    'a phase of the rollout': {
      text: planText(ACTIVE, phases(INDEX, '## Rollout Plan', '### Phase 1: Internal')),
    },
    'a closed plan': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking')).replace('active', 'archived'),
    },
    'a scan': { text: planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking')), run: 'scan' },
  },
  invalid: {
    'a number that stands twice': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking\n\n- [ ] Tune the weights')),
      said: [{ severity: 'notice', at: '20:1-20:21', message: message('1', '"Ranking"') }],
    },
    'the phase that the change adds, apart from the old one': {
      base: planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking')),
      text: planText(ACTIVE, phases(INDEX, '### Phase 1: Speed', '### Phase 1: Ranking')),
      said: [
        { severity: 'notice', at: '20:1-20:19', message: message('1', '"Speed"') },
        { severity: 'notice', at: '22:1-22:21', message: message('1', '"Ranking"'), isNew: false },
      ],
    },
    'numbers that stand several times': {
      text: planText(ACTIVE, phases(INDEX, '### Phase 2: Ranking', '### Phase 1: Speed', '### Phase 2')),
      said: [
        {
          severity: 'notice',
          at: '22:1-22:19',
          message: message('1', '"Speed" and "Phase 2"'),
          help: 'And 1 more, on line 24.',
          count: 2,
        },
      ],
    },
  },
});
