import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const boxes = (done: number, open: number): string =>
  [...Array<string>(done).fill('- [x] Done'), ...Array<string>(open).fill('- [ ] To do')].join('\n');
const says = (completion: string, ...blocks: readonly string[]): string =>
  planText(
    ACTIVE,
    phases(
      `### Phase 1: Index\n\n${blocks.join('\n\n')}`,
      `## Progress Tracking\n\n**Completion:** ${completion}`,
    ),
  );
const message = (said: number | string, proven: string, percent: number): string =>
  `"Completion" says ${typeof said === 'number' ? `${said} %` : `"${said}"`}, and ${proven} are done: write "${percent}%".`;

testRule('completion-disagrees', {
  valid: {
    'what the boxes say': { text: says('75% overall', boxes(3, 1)) },
    'ten points more': { text: says('60%', boxes(10, 10)) },
    'one task more': { text: says('75%', boxes(2, 2)) },
    'a share of all boxes, gates included': {
      text: says('50%', boxes(5, 0), `**Exit gate:**\n\n${boxes(0, 5)}`),
    },
    'the text of the template': { text: says('[X]% overall', boxes(1, 9)) },
    'no word about it': { text: planText(ACTIVE, phases(`### Phase 1: Index\n\n${boxes(1, 9)}`)) },
    'a word for what is done': { text: says('✅ Done', boxes(4, 0)) },
    'a share of the tasks': { text: says('3/4', boxes(3, 1)) },
    'what may be a day as well as a share': { text: says('5/12', boxes(0, 4)) },
    'a plan without boxes': { text: says('75%', 'Later.') },
    'a closed plan': { text: says('10%', boxes(10, 0)).replace('active', 'archived') },
  },
  invalid: {
    'much more than is done': {
      text: says('75% overall', boxes(1, 3)),
      said: [
        {
          severity: 'warning',
          at: '25:17-25:20',
          message: message(75, '1 of 4 tasks', 25),
          fix: ['25:17-25:20 → 25%'],
        },
      ],
    },
    'a percentage beside its share': {
      text: says('roughly 3/4 (75%)', boxes(1, 3)),
      said: [{ severity: 'warning', at: '25:30-25:33', message: message(75, '1 of 4 tasks', 25) }],
    },
    'the last of two percentages with an arrow between them': {
      text: says('90% → 100 %', boxes(1, 3)),
      said: [{ severity: 'warning', at: '25:23-25:28', message: message(100, '1 of 4 tasks', 25) }],
    },
    ...Object.fromEntries(
      ['on 2026-02-01', ', done by May 2026', 'since May 5', '(in Q3)', 'in 2025', 'since Monday'].map(
        (time) => [
          `a percentage beside ${JSON.stringify(time)}`,
          {
            text: says(`75%${time.startsWith(',') ? '' : ' '}${time}`, boxes(1, 3)),
            said: [
              { severity: 'warning' as const, at: '25:17-25:20', message: message(75, '1 of 4 tasks', 25) },
            ],
          },
        ],
      ),
    ),
    'all, while one task is open': {
      text: says('100%', boxes(19, 1)),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '41:17-41:21',
          message: message(100, '19 of 20 tasks', 95),
          fix: ['41:17-41:21 → 95%'],
        },
      ],
    },
    'more than all, even where all is done': {
      text: says('150%', boxes(5, 0)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:21',
          message: message(150, '5 of 5 tasks', 100),
          fix: ['26:17-26:21 → 100%'],
        },
      ],
    },
    'more than all of a plan without boxes': {
      text: says('101%', 'Later.'),
      said: [
        {
          severity: 'warning',
          at: '22:17-22:21',
          message:
            '"Completion" says 101 %, and no plan is done by more than 100 %: write how much of it is done.',
        },
      ],
    },
    'digits of full width': {
      text: says('１００%', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:21',
          message: message(100, '0 of 5 tasks', 0),
          fix: ['26:17-26:21 → 0%'],
        },
      ],
    },
    'a sign outside of the emphasis': {
      text: says('**100**%', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:19-26:25',
          message: message(100, '0 of 5 tasks', 0),
          fix: ['26:19-26:25 → 0**%'],
        },
      ],
    },
    'a sign by its name': {
      text: says('100&percnt;', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:28',
          message: message(100, '0 of 5 tasks', 0),
          fix: ['26:17-26:28 → 0%'],
        },
      ],
    },
    'words for all of it': {
      text: says('Fully complete', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:31',
          message: message('Fully complete', '0 of 5 tasks', 0),
          fix: ['26:17-26:31 → 0%'],
        },
      ],
    },
    'less than nothing': {
      text: says('-5%', boxes(0, 5)),
      said: [
        {
          severity: 'notice',
          at: '26:17-26:20',
          message: message(-5, '0 of 5 tasks', 0),
          fix: ['26:17-26:20 → 0%'],
        },
      ],
    },
    'less than nothing of a plan without boxes': {
      text: says('-5%', 'Later.'),
      said: [
        {
          severity: 'warning',
          at: '22:17-22:20',
          message:
            '"Completion" says -5 %, and no plan is done by less than nothing: write how much of it is done.',
        },
      ],
    },
    'from one percentage to another, of which nobody knows which is meant': {
      text: says('0%–120%', boxes(9, 0)),
      said: [{ severity: 'notice', at: '30:17-30:19', message: message(0, '9 of 9 tasks', 100) }],
    },
    'a word': {
      text: says('Done', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:21',
          message: message('Done', '0 of 5 tasks', 0),
          fix: ['26:17-26:21 → 0%'],
        },
      ],
    },
    'a share': {
      text: says('5/5', boxes(0, 5)),
      said: [
        {
          severity: 'warning',
          at: '26:17-26:20',
          message: message('5/5', '0 of 5 tasks', 0),
          fix: ['26:17-26:20 → 0%'],
        },
      ],
    },
    'a plan that has gates alone': {
      text: says('80%', `**Exit gate:**\n\n${boxes(1, 4)}`),
      said: [
        {
          severity: 'warning',
          at: '28:17-28:20',
          message: message(80, '1 of 5 boxes', 20),
          fix: ['28:17-28:20 → 20%'],
        },
      ],
    },
    'less than is done, by the way': {
      text: says('20%', boxes(9, 1)),
      said: [
        {
          severity: 'notice',
          at: '31:17-31:20',
          message: message(20, '9 of 10 tasks', 90),
          fix: ['31:17-31:20 → 90%'],
        },
      ],
    },
    'a figure that was too small, and is too large now': {
      base: says('20%', boxes(5, 5)),
      text: says('90%', boxes(5, 5)),
      said: [
        {
          severity: 'warning',
          at: '31:17-31:20',
          message: message(90, '5 of 10 tasks', 50),
          fix: ['31:17-31:20 → 50%'],
        },
      ],
    },
  },
});
