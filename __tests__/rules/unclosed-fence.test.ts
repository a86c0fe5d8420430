import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const below = (...lines: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n- [x] a\n\n${lines.join('\n')}`));
const help = 'Where it closes code, the fence that is missing stands further up.';
const message = (hidden: string): string =>
  `This code fence is never closed and hides ${hidden}: close it where the code ends.`;

testRule('unclosed-fence', {
  valid: {
    'a fence that is closed': { text: below('```', '- [ ] b', '```') },
    'a fence that is closed by a longer one': { text: below('~~~ bash', '## b', '~~~~  ') },
    'an open fence that hides nothing': { text: below('```bash', 'make') },
    'code that is indented': { text: below('    ```', '    - [ ] b') },
    'a fence further down than the code': { text: below('```', '# b', '```', '', '- [ ] b') },
    'a closed plan': { text: below('```', '- [ ] b').replace('active', 'archived') },
  },
  invalid: {
    'an open fence that hides boxes and headings': {
      text: below('```bash', 'make', '', '- [ ] b', '  1. [x] c', '', '## d'),
      said: [{ severity: 'warning', at: '20:1-20:8', message: message('1 heading and 2 boxes'), help }],
    },
    'a fence that is closed by none of its kind': {
      text: below('~~~~', '- [ ] b', '~~~', '````', '~~~~ x'),
      run: 'scan',
      said: [{ severity: 'notice', at: '20:1-20:5', message: message('1 box'), help }],
    },
    'one that hides boxes of a completed plan': {
      text: below('```text', 'log', '', '- [ ] b').replace('active', 'completed'),
      said: [{ severity: 'warning', at: '20:1-20:8', message: message('1 box'), help }],
    },
    'an open fence of many lines': {
      text: below('```', ...Array.from({ length: 5_000 }, () => '# b')),
      said: [{ severity: 'warning', at: '20:1-20:4', message: message('5000 headings'), help }],
    },
  },
});
