import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const items = (...lines: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${lines.join('\n')}`));
const message = (names: string): string =>
  `The mark ${names} has no meaning here, and its box counts as open: use one of "[ ]", "[x]", "[/]", "[>]" and "[-]".`;

testRule('unknown-checkbox-mark', {
  valid: {
    'every mark that is known': {
      text: items(
        '- [ ] a',
        '- [x] b',
        '- [X] c',
        '- [/] d',
        '- [>] e',
        '- [-] f',
        '- [~] g',
        '- [✅] h',
        '- [N/A] i',
      ),
    },
    'a mark that does not matter, as the text says more': {
      text: items('- [ ] a', '- [?] ~~b~~', '- [!] c (deferred to v2)'),
    },
    'a box outside the phases, which is not counted': {
      text: planText(
        ACTIVE,
        phases('### Phase 1: Index\n\n- [ ] a', '## Review Schedule\n\n- [?] Progress and timeline agree'),
      ),
    },
    'a row of a table of tasks': {
      text: items('| Task | Completed |', '| --- | --- |', '| Build the index | ? |'),
    },
    'a closed plan': { text: items('- [ ] a', '- [?] b').replace('active', 'archived') },
  },
  invalid: {
    'a mark of its own': {
      text: items('- [ ] a', '- [?] b'),
      said: [{ severity: 'notice', at: '19:1-19:8', message: message('"[?]"') }],
    },
    'ticks that are neither a box of GitHub nor the sign for done': {
      text: items('- [x] a', '- [✓] b', '- [✔️] c', '- [☑] d', '- [√] e'),
      said: [
        {
          severity: 'notice',
          at: '19:1-19:8',
          message: message('"[✓]", "[✔️]", "[☑]" and 1 more'),
          help: 'And 3 more, on lines 20, 21 and 22.',
          count: 4,
        },
      ],
    },
    'a letter that shows as an x, and blanks around a mark, also where no box stands beside it': {
      text: items('- [х] a', '- [ ✓ ] b', '- [xx] c'),
      said: [
        {
          severity: 'notice',
          at: '18:1-18:8',
          message: message('"[х]", "[✓]" and "[xx]"'),
          help: 'And 2 more, on lines 19 and 20.',
          count: 3,
        },
      ],
    },
    'several marks, on a scan': {
      text: items('- [ ] a', '- [?] b', '- [!] c', '- [?] d'),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '19:1-19:8',
          message: message('"[?]" and "[!]"'),
          help: 'And 2 more, on lines 20 and 21.',
          count: 3,
        },
      ],
    },
  },
});
