import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

const INDEX = '### Phase 1: Index\n\n- [x] Build the index';
const message = (number: string, names: string): string =>
  `The number ${number} stands at an earlier phase, so this one is not counted: give ${names} another number.`;

const outside = (place: string, names: string): string =>
  `Only the phases ${place} are counted, and not ${names}: put all phases there, or rename the heading of those that are none of the plan.`;
const unread = (names: string): string =>
  `Among the phases stand open boxes that are not counted, under ${names}: put them under a phase, or begin that heading with "Phase", a number and a colon.`;
const completed = (text: string): string => text.replace('active', 'completed');

testRule('duplicate-phase', {
  valid: {
    'a completed plan in which nothing of that is open': {
      text: completed(
        planText(
          ACTIVE,
          phases(INDEX, '### Phase 1: Ranking\n\n- [x] a', '## Roadmap', '### Phase 3: Later'),
        ),
      ),
    },
    'sections among the phases that hold nothing open, or say that they are no work': {
      text: planText(
        ACTIVE,
        phases(
          INDEX,
          '### Overview\n\n- [x] read',
          '### Manual testing\n\n- [ ] try it',
          '### Testing\n\n- [ ] a',
        ),
      ),
    },
    'a phase elsewhere without boxes': {
      text: planText(ACTIVE, phases(INDEX, '## Phase 1: How it works', '## Risks', '### Phase 1: Slow')),
    },
    'what only speaks of phases: their criteria, their risks, and what is not for this plan': {
      text: planText(
        ACTIVE,
        phases(
          INDEX,
          '## Success Criteria\n\n### Phase 1\n\n- [ ] fast',
          '## Acceptance criteria\n\n### Phase 1\n\n- [ ] small',
          '## Risks & mitigation\n\n### Phase 1 might slip\n\n- [ ] watch it',
          '## Acceptance criteria by phase\n\n### Phase 2\n\n- [ ] neat',
          '## Out of Scope\n\n### Phase 3: More\n\n- [ ] later',
          '## Appendix\n\n### Phase 4: Example\n\n- [ ] more',
        ),
      ),
    },
    'a list of phases that has none': {
      text: planText(ACTIVE, `## Milestones\n\n- [x] begun\n\n${phases(INDEX)}`),
    },
    'headings below a phase': {
      text: planText(ACTIVE, phases(INDEX, '#### Phase 1.1: Disk\n\n- [ ] a', '#### Notes\n\n- [ ] b')),
    },
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
    'a second list of phases': {
      text: planText(
        ACTIVE,
        phases(INDEX, '## Roadmap', '### Phase 1: Index\n\n- [ ] b', '### Phase 2: Ranking'),
      ),
      said: [
        {
          severity: 'notice',
          at: '22:1-22:19',
          message: outside('under "Implementation Phases"', '"Index" and "Ranking"'),
          help: 'And 1 more, on line 26.',
          count: 2,
        },
      ],
    },
    'a second list of the same name': {
      text: planText(ACTIVE, phases(INDEX, '## Implementation Phases', '### Phase 2: Ranking')),
      said: [
        {
          severity: 'notice',
          at: '22:1-22:21',
          message: outside('under "Implementation Phases"', '"Ranking"'),
        },
      ],
    },
    'a phase on the level of the list': {
      text: planText(ACTIVE, phases(INDEX, '## Phase 2: Ranking\n\n- [ ] b')),
      said: [
        {
          severity: 'notice',
          at: '20:1-20:20',
          message: outside('under "Implementation Phases"', '"Ranking"'),
        },
      ],
    },
    'a phase that is a heading of the first level': {
      text: planText(ACTIVE, phases(INDEX, '# Phase 2: Ranking\n\n- [ ] b')),
      said: [
        {
          severity: 'notice',
          at: '20:1-20:19',
          message: outside('under "Implementation Phases"', '"Ranking"'),
        },
      ],
    },
    'a phase with boxes in another section': {
      text: planText(
        ACTIVE,
        '# Search\n\n## Phase 1: Index\n\n- [x] a\n\n## Later\n\n### Phase 2: Ranking\n\n- [ ] b\n',
      ),
      said: [
        {
          severity: 'notice',
          at: '20:1-20:21',
          message: outside('on the second level of headings', '"Ranking"'),
        },
      ],
    },
    ...Object.fromEntries(
      ['## Risk mitigation', '## Appendix A: more phases', '## Acceptance criteria work'].map((heading) => [
        `a phase with boxes under ${JSON.stringify(heading)}`,
        {
          text: planText(ACTIVE, phases(INDEX, `${heading}\n\n### Phase 2: Ranking\n\n- [ ] b`)),
          said: [
            {
              severity: 'notice' as const,
              at: '22:1-22:21',
              message: outside('under "Implementation Phases"', '"Ranking"'),
            },
          ],
        },
      ]),
    ),
    'a letter of another script': {
      text: planText(ACTIVE, phases(INDEX, '### \u0420hase 2: Ranking\n\n- [ ] b')),
      said: [{ severity: 'notice', at: '20:1-20:21', message: unread('"\u0420hase 2: Ranking"') }],
    },
    'what is open there when a plan is completed': {
      base: planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking\n\n- [ ] a', '### Left\n\n- [ ] b')),
      text: completed(
        planText(ACTIVE, phases(INDEX, '### Phase 1: Ranking\n\n- [ ] a', '### Left\n\n- [ ] b')),
      ),
      said: [
        {
          severity: 'notice',
          at: '20:1-20:21',
          message: message('1', '"Ranking"'),
          help: 'And 1 more, on line 24.',
          count: 2,
        },
      ],
    },
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
