import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const CLOSED = withKeys(ACTIVE, { lifecycle: 'completed' });
const LINES = [
  'One index for each language.',
  'It is read once.',
  'It is built every night.',
  'Queries wait for nobody.',
];
const BODY = `# Faster search\n\n**Status:** Completed\n\n## Approach\n\n${LINES.join('\n\n')}\n\n- [ ] Build it\n- [ ] Read it\n- [ ] Tune it\n- [ ] Measure it\n`;
const base = planText(CLOSED, BODY);
const closed = (body: string): string => planText(CLOSED, body);

const rewritten = (count: number): string =>
  LINES.slice(0, count).reduce((text, line) => text.replace(line, `${line} No more.`), BODY);

const message = (lines: number, lifecycle = 'completed'): string =>
  `The plan is ${lifecycle}, and ${lines} lines of it change: reopen it, or write a new plan that supersedes it.`;
const help = 'What was learnt since may stand in a section "Retrospective".';

testRule('closed-plan-edited', {
  valid: {
    'three lines': { base, text: closed(rewritten(3)) },
    'boxes, whatever becomes of them': {
      base,
      text: closed(
        BODY.replaceAll('[ ]', '[x]')
          .replace('Tune it', '~~Tune it~~')
          .replace('it\n- [x] R', 'it (dropped)\n- [x] R'),
      ),
    },
    'labels and front matter': {
      base,
      text: planText(
        withKeys(CLOSED, {
          title: 'Fast search',
          expires: null,
          reviewed: null,
          owner: 'index-team',
          supersedes: 'a.md',
        }),
        BODY.replace(
          '**Status:** Completed',
          '**Status:** Done\n**Owner:** Ann\n**Timeline:** over\n**Budget:** spent\n**Seat:** free',
        ),
      ),
    },
    'where links lead': {
      base: closed(
        LINES.map((line, index) => `[${line}](old/${index}.md) https://example.com/${index}\n`).join('\n'),
      ),
      text: closed(
        LINES.map((line, index) => `[${line}](new/${index}.md) https://example.org/${index}\n`).join('\n'),
      ),
    },
    'another order, and other white space and signs': {
      base,
      text: closed(
        `# Faster search\n\n## Approach\n\n${LINES.toReversed()
          .map((line) => `* **${line}**`)
          .join('\n')}\n`,
      ),
    },
    'what is written afterwards': {
      base,
      text: closed(
        `${BODY}\n## 📝 Lessons learned\n\n### Index\n\n${LINES.map((line) => `Never again: ${line}\n`).join('\n')}`,
      ),
    },
    'a plan that is archived in the same change': {
      base,
      text: planText(withKeys(CLOSED, { lifecycle: 'archived' }), rewritten(4)),
    },
    'a plan that is opened again': { base, text: planText(ACTIVE, rewritten(4)) },
    'an active plan': { base: planText(ACTIVE, BODY), text: planText(ACTIVE, rewritten(4)) },
    'a closed plan that is added': { text: closed(rewritten(4)), added: true },
    'a renamed plan': { base, basePath: 'docs/plans/old.md', text: base },
  },
  invalid: {
    'four lines': {
      base,
      text: closed(rewritten(4)),
      said: [{ severity: 'notice', at: '18:1-18:38', message: message(4), help }],
    },
    'four lines that are gone': {
      base: planText(withKeys(CLOSED, { lifecycle: 'superseded' }), BODY),
      text: planText(
        withKeys(CLOSED, { lifecycle: 'superseded' }),
        LINES.reduce((text, line) => text.replace(`${line}\n\n`, ''), BODY),
      ),
      said: [{ severity: 'notice', at: '4:12-4:22', message: message(4, 'superseded'), help }],
    },
    'a section behind what was written afterwards': {
      base,
      text: closed(
        `${BODY}\n## Retrospective\n\nGood.\n\n## Scope\n\n${LINES.map((line) => `More: ${line}\n`).join('\n')}`,
      ),
      said: [{ severity: 'notice', at: '35:1-35:9', message: message(5), help }],
    },
  },
});
