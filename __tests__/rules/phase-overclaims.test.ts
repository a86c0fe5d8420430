import { phases, phaseTable } from './bodies.ts';
import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const HALF = '- [x] Build the index\n- [ ] Read it from disk';
const FULL = '- [x] Build the index\n- [x] Read it from disk';
const GATE = `${FULL}\n\n**Exit gate:**\n\n- [ ] Under 50 ms`;

const row = (status: string, progress = '') =>
  phaseTable(['Phase 1', status, progress, '2026-01-05', '2026-03-13']);
const withRow = (boxes: string, status: string, progress = ''): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${boxes}`, row(status, progress)));
const withHeading = (boxes: string, tail: string): string =>
  planText(ACTIVE, phases(`### Phase 1: Index ${tail}\n\n${boxes}`));

const over = 'The boxes prove less than is said of "Index": tick what is done, or correct what is said.';
const under = 'The boxes prove more than is said of "Index": correct what is said.';
const proof = (done: string, right: string): string =>
  `${done} boxes of "Index" are ticked: write "${right}".`;

testRule('phase-overclaims', {
  valid: {
    'a row that says what the boxes prove': { text: withRow(HALF, '🔄 In Progress', '50%') },
    'a complete phase that is said to be so, twice': {
      text: planText(ACTIVE, phases(`### Phase 1: Index ✅ COMPLETE\n\n${FULL}`, row('✅ Complete', '100%'))),
    },
    'all tasks of a phase whose gate is open': { text: withRow(GATE, '🔄 In Progress', '100%') },
    'work in progress where no box is ticked yet': {
      text: withRow('- [ ] Build the index', '🔄 In Progress', '0%'),
    },
    'a percentage that is off by a little': { text: withRow(HALF, '🔄 In Progress', '60%') },
    'a phase without boxes, which is believed': { text: withRow('Better results.', '✅ Complete', '100%') },
    'a row of the template': { text: withRow(HALF, '[✅/🔄/⏳/❌]', '[X%]') },
    'a closed plan': { text: withRow(HALF, '✅ Complete').replace('active', 'completed') },
  },
  invalid: {
    'a row of the phase table': {
      text: withRow(HALF, '✅ Complete', '50%'),
      said: [
        {
          severity: 'warning',
          at: '27:13-27:23',
          message: over,
          help: proof('1 of 2', '🔄 In Progress'),
          fix: ['27:13-27:23 → 🔄 In Progress'],
        },
      ],
    },
    'a row with more than all, both cells of it': {
      text: withRow(HALF, '✅', '200%'),
      said: [
        {
          severity: 'warning',
          at: '27:13-27:14',
          message: over,
          help: `And 1 more, on the same line. ${proof('1 of 2', '🔄 In Progress')}`,
          fix: ['27:13-27:14 → 🔄', '27:17-27:21 → 50%'],
          count: 2,
        },
      ],
    },
    'a percentage whose sign stands outside of the emphasis': {
      text: withRow(HALF, '', '**100**%'),
      said: [
        {
          severity: 'warning',
          at: '27:18-27:24',
          message: over,
          help: proof('1 of 2', '50%'),
          fix: ['27:18-27:24 → 50**%'],
        },
      ],
    },
    'a percentage behind an arrow, which is what is': {
      text: withRow(HALF, '', '50% → 100%'),
      said: [
        {
          severity: 'warning',
          at: '27:22-27:26',
          message: over,
          help: proof('1 of 2', '50%'),
        },
      ],
    },
    'a word for what is dropped that is taken back': {
      text: withRow(FULL, 'Skipped – still open'),
      said: [{ severity: 'notice', at: '27:13-27:20', message: under, help: proof('2 of 2', '✅ Complete') }],
    },
    'a state behind an arrow': {
      text: withRow(HALF, 'In progress → Done'),
      said: [
        { severity: 'warning', at: '27:27-27:31', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a state with a share of its own': {
      text: withRow(HALF, '✅ Done (5/5)'),
      said: [
        { severity: 'warning', at: '27:13-27:19', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a status with the month since when': {
      text: withRow(HALF, '✅ Complete since May 5'),
      said: [
        { severity: 'warning', at: '27:13-27:23', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a heading with the day on which it was done': {
      text: withHeading(HALF, '— done 2026-02-01'),
      said: [
        { severity: 'warning', at: '16:22-16:26', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a status with a way to its percentage': {
      text: planText(ACTIVE, phases(`### Phase 1: Index\n\n**Status:** ✅ Done, 90% → 100 %\n\n${HALF}`)),
      said: [
        { severity: 'warning', at: '18:13-18:19', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a percentage that is a link': {
      text: withRow(HALF, '', '[100%](#a)'),
      said: [
        {
          severity: 'warning',
          at: '27:17-27:21',
          message: over,
          help: proof('1 of 2', '50%'),
          fix: ['27:17-27:21 → 50%'],
        },
      ],
    },
    'the first of two percentages, of which nobody knows which is meant': {
      text: withRow(FULL, '', '0%–120%'),
      said: [{ severity: 'notice', at: '27:16-27:18', message: under, help: proof('2 of 2', '100%') }],
    },
    'damaged signs': {
      text: withRow(HALF, '‚úÖ Complete'),
      said: [
        {
          severity: 'warning',
          at: '27:13-27:25',
          message: over,
          help: proof('1 of 2', '🔄 In Progress'),
          fix: ['27:13-27:25 → 🔄 In Progress'],
        },
      ],
    },
    'a percentage that is too large, on a scan': {
      text: withRow(
        '- [x] Build\n- [ ] Read\n- [ ] Rank\n- [ ] Tune\n\n**Exit gate:**\n\n- [ ] Under 50 ms',
        '🔄 In Progress',
        '75%',
      ),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '33:30-33:33',
          message: over,
          help: proof('1 of 5', '25%'),
          fix: ['33:30-33:33 → 25%'],
        },
      ],
    },
    'a heading over an open gate': {
      text: withHeading(GATE, '✅ COMPLETE'),
      said: [
        {
          severity: 'warning',
          at: '16:20-16:30',
          message: over,
          help: proof('2 of 3', '🔄 In Progress'),
          fix: ['16:20-16:30 → 🔄 IN PROGRESS'],
        },
      ],
    },
    'heading and row of one phase, and another phase': {
      text: planText(
        ACTIVE,
        phases(
          `### Phase 1: Index [COMPLETED]\n\n${HALF}`,
          '### Phase 2: Ranking\n\n- [ ] Tune the weights',
          phaseTable(
            ['Phase 1', 'Done', '', '2026-01-05', '2026-03-13'],
            ['Phase 2', 'Done', '', '2026-01-05', '2026-03-13'],
          ),
        ),
      ),
      said: [
        {
          severity: 'warning',
          at: '16:21-16:30',
          message:
            'The boxes prove less than is said of "Index" and "Ranking": tick what is done, or correct what is said.',
          help: `And 2 more, on lines 31 and 32. ${proof('1 of 2', '🔄 In Progress')}`,
          fix: ['16:21-16:30 → IN PROGRESS', '31:13-31:17 → In Progress', '32:13-32:17 → Not Started'],
          count: 3,
        },
      ],
    },
    'a heading, where code holds lines that look like phases and rows': {
      text: `${withHeading(GATE, '✅ COMPLETE')}\n\`\`\`\n### Phase 2: Ranking ✅ COMPLETE\n| Phase 1 | Done |\n\`\`\`\n`,
      said: [
        {
          severity: 'warning',
          at: '16:20-16:30',
          message: over,
          help: proof('2 of 3', '🔄 In Progress'),
          fix: ['16:20-16:30 → 🔄 IN PROGRESS'],
        },
      ],
    },
    'all tasks, where a gate is open and no sign says so': {
      text: withRow(GATE, '', '100%'),
      said: [
        {
          severity: 'warning',
          at: '31:16-31:20',
          message: over,
          help: proof('2 of 3', '🔄 100%'),
          fix: ['31:16-31:20 → 🔄 100%'],
        },
      ],
    },
    'a box in the heading, which nobody ticks or clears but its author': {
      text: planText(ACTIVE, phases(`### [x] Phase 1: Index\n\n${HALF}`)),
      said: [
        { severity: 'warning', at: '16:5-16:8', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'a phase that is said to be dropped, which is for its author to decide': {
      text: withRow(HALF, '⏭️ Dropped'),
      said: [
        { severity: 'warning', at: '27:13-27:23', message: over, help: proof('1 of 2', '🔄 In Progress') },
      ],
    },
    'too little that is said, by the way': {
      text: withRow(FULL, '🔄 In Progress', '100%'),
      said: [
        {
          severity: 'notice',
          at: '27:13-27:27',
          message: under,
          help: proof('2 of 2', '✅ Complete'),
          fix: ['27:13-27:27 → ✅ Complete'],
        },
      ],
    },
    'a phase that has begun, and is said not to have': {
      text: withRow(HALF, '⏳ Not Started', '0%'),
      said: [
        {
          severity: 'notice',
          at: '27:13-27:26',
          message: under,
          help: proof('1 of 2', '🔄 In Progress'),
          fix: ['27:13-27:26 → 🔄 In Progress'],
        },
      ],
    },
    'a draft, by the way': {
      text: planText(
        withKeys(ACTIVE, { lifecycle: 'draft' }),
        phases(`### Phase 1: Index\n\n${HALF}`, row('✅ Complete')),
      ),
      said: [
        {
          severity: 'notice',
          at: '27:13-27:23',
          message: over,
          help: proof('1 of 2', '🔄 In Progress'),
          fix: ['27:13-27:23 → 🔄 In Progress'],
        },
      ],
    },
    'a claim that stood before the change': {
      base: withRow(HALF, '✅ Complete'),
      text: withRow(HALF.replace('- [ ]', '- [ ] Soon:'), '✅ Complete'),
      said: [
        {
          severity: 'warning',
          at: '27:13-27:23',
          message: over,
          help: proof('1 of 2', '🔄 In Progress'),
          fix: ['27:13-27:23 → 🔄 In Progress'],
          isNew: false,
        },
      ],
    },
  },
});
