import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const items = (...lines: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${lines.join('\n')}`));
const message = (names: string): string =>
  `Ticked, and not all below it is done: ${names}; tick what is left, mark it "(N/A)", or take the tick back.`;

testRule('parent-checked-child-open', {
  valid: {
    'a tick over boxes that are ticked': {
      text: items('- [x] Build', '  - [x] In memory', '  - [x] On disk'),
    },
    'a tick over boxes that are dropped or deferred': {
      text: items(
        '- [x] Build',
        '  - [x] In memory',
        '  - [ ] ~~On disk~~',
        '  - [ ] On tape (deferred to v2)',
      ),
    },
    'no tick': { text: items('- [ ] Build', '  - [x] In memory', '  - [ ] On disk') },
    'a closed plan': { text: items('- [x] Build', '  - [ ] On disk').replace('active', 'archived') },
  },
  invalid: {
    'a tick over an open box': {
      text: items('- [x] Build', '  - [x] In memory', '  - [ ] On disk'),
      said: [
        {
          severity: 'warning',
          at: '18:1-18:12',
          message: message('"Build"'),
          help: 'Below "Build" 1 box is open.',
        },
      ],
    },
    'two of them, on a scan': {
      text: items(
        '1. [x] Build',
        '   - [/] In memory',
        '   - [ ] On disk',
        '2. [x] Rank',
        '   - [ ] By date',
      ),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '18:1-18:13',
          message: message('"Build" and "Rank"'),
          help: 'And 1 more, on line 21. Below "Build" 2 boxes are open.',
          count: 2,
        },
      ],
    },
  },
});
