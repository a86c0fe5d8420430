import { phases } from './bodies.ts';
import { ACTIVE, planText, testRule } from './rule-test.ts';

/** A box with what it depends on. */
const task = (box: string, ...needs: readonly string[]): string =>
  [`- ${box}`, ...needs.map((need) => `  - Depends on: ${need}`)].join('\n');
const inOnePhase = (...tasks: readonly string[]): string =>
  planText(ACTIVE, phases(`### Phase 1: Index\n\n${tasks.join('\n')}`));
const phase = (heading: string, dependencies: string, box: string): string =>
  `### ${heading}\n\n**Dependencies:** ${dependencies}\n\n- ${box}`;

const unknown = (names: string): string =>
  `"Depends on:" names a task that the plan does not have, ${names}: correct or remove it.`;
const early = (names: string): string =>
  `Done before what it depends on: ${names}; correct the dependency, or tick what is done.`;
const cycle = (names: string): string =>
  `These wait for each other, so that none may begin: ${names}; remove one of the dependencies.`;

testRule('task-dependency', {
  valid: {
    'tasks that are done in their order, by number, text or both': {
      text: inOnePhase(
        task('[x] **Task 1.1:** Build the index'),
        task('[x] **Task 1.2:** Read it from disk', 'Task 1.1'),
        task('[ ] **Task 1.3:** Measure', '1.2', 'Build the index', 'Task 9: Read it from disk'),
      ),
    },
    'what was deferred or dropped': {
      text: inOnePhase(
        task('[>] **Task 1.1:** Build the index'),
        task('[ ] ~~**Task 1.2:** Read it from disk~~'),
        task('[x] **Task 1.3:** Measure', 'Task 1.1', 'Task 1.2'),
      ),
    },
    'what is no task of the plan': {
      text: inOnePhase(
        task(
          '[x] **Task 1.1:** Build the index',
          'None',
          'the disks of the other team',
          'SEARCH-12 (their plan)',
          'SEARCH-12',
          '#123',
          '[#12](https://github.com/octo/search/issues/12)',
        ),
      ),
    },
    'a number that several tasks have, none of them near': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] **Task 1:** Build\n- [ ] **Task 2:** Read',
          '### Phase 2: Ranking\n\n- [ ] **Task 1:** Tune\n- [ ] **Task 2:** Rank',
          `### Phase 3: Speed\n\n${task('[x] **Task 3:** Measure', 'Task 1')}`,
        ),
      ),
    },
    'a number that its own phase has too': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] **Task 1:** Build',
          `### Phase 2: Ranking\n\n- [x] **Task 1:** Tune\n${task('[x] **Task 2:** Rank', 'Task 1')}`,
        ),
      ),
    },
    'a group of tasks': {
      text: inOnePhase(
        '- [ ] **Task 1:** Build\n  - [x] **Task 1.1:** In memory\n  - [ ] **Task 1.2:** On disk',
        task('[x] **Task 2:** Measure', 'Task 1'),
      ),
    },
    'phases that are complete in their order': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [x] Build',
          phase('Phase 2: Ranking', 'Phase 1 complete', '[x] Tune'),
          phase('Phase 3: Speed', 'Phase 2 complete', '[ ] Measure'),
        ),
      ),
    },
    'a dropped phase': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] Build',
          phase('~~Phase 2: Ranking~~', 'Phase 1 complete', '[ ] Tune'),
        ),
      ),
    },
    'a phase of another plan': {
      text: planText(ACTIVE, phases(phase('Phase 1: Index', 'Phase 7 of the storage plan', '[x] Build'))),
    },
    'a closed plan': {
      text: inOnePhase(task('[ ] **Task 1:** Build'), task('[x] **Task 2:** Read', 'Task 1')).replace(
        'active',
        'archived',
      ),
    },
  },
  invalid: {
    'a number that nothing has': {
      text: inOnePhase(task('[ ] **Task 1.1:** Build'), task('[ ] **Task 1.2:** Read', 'Task 1.9', 'T7')),
      said: [
        {
          severity: 'warning',
          at: '19:1-19:25',
          message: unknown('"Task 1.9" and "T7"'),
          help: 'And 1 more, on the same line.',
          count: 2,
        },
      ],
    },
    'a task that is done too early, on a scan': {
      text: inOnePhase(task('[/] **Task 1.1:** Build'), task('[x] **Task 1.2:** Read', 'Task 1.1')),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '19:1-19:25',
          message: early('"Task 1.2: Read"'),
          help: '"Task 1.2: Read" depends on "Task 1.1: Build", which is not done.',
        },
      ],
    },
    'a number that another phase has too': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [x] **Task 1:** Build',
          `### Phase 2: Ranking\n\n- [ ] **Task 1:** Tune\n${task('[x] **Task 2:** Rank', 'Task 1')}`,
        ),
      ),
      said: [
        {
          severity: 'warning',
          at: '23:1-23:23',
          message: early('"Task 2: Rank"'),
          help: '"Task 2: Rank" depends on "Task 1: Tune", which is not done.',
        },
      ],
    },
    'tasks in a circle': {
      text: inOnePhase(
        task('[ ] Build', 'Measure'),
        task('[ ] Read', 'Build'),
        task('[ ] Measure', 'Read'),
        task('[ ] Rank', 'Build'),
      ),
      said: [{ severity: 'warning', at: '18:1-18:12', message: cycle('Build → Measure → Read → Build') }],
    },
    'a circle of which a part is done, once': {
      text: inOnePhase(task('[ ] Build', 'Read'), task('[x] Read', 'Build')),
      said: [{ severity: 'warning', at: '18:1-18:12', message: cycle('Build → Read → Build') }],
    },
    'a task that waits for itself': {
      text: inOnePhase(task('[ ] Build', 'Build')),
      said: [{ severity: 'warning', at: '18:1-18:12', message: cycle('Build → Build') }],
    },
    'a long circle': {
      text: inOnePhase(
        ...Array.from({ length: 9 }, (_, index) => task(`[ ] Task ${index}: x`, `Task ${(index + 1) % 9}`)),
      ),
      said: [
        {
          severity: 'warning',
          at: '18:1-18:16',
          message: cycle(
            'Task 0: x → Task 1: x → Task 2: x → Task 3: x → Task 4: x → Task 5: x → 3 more → Task 0: x',
          ),
        },
      ],
    },
    'a phase that is complete too early': {
      text: planText(
        ACTIVE,
        phases(
          '### Phase 1: Index\n\n- [ ] Build',
          phase('Phase 2: Ranking', 'Phase 1 complete', '[x] Tune'),
        ),
      ),
      said: [
        {
          severity: 'warning',
          at: '20:1-20:21',
          message: early('"Ranking"'),
          help: '"Ranking" depends on "Index", which is not done.',
        },
      ],
    },
    'phases in a circle': {
      text: planText(
        ACTIVE,
        phases(
          phase('Phase 1: Index', 'Phase 2', '[ ] Build'),
          phase('Phase 2: Ranking', 'Phase 1', '[ ] Tune'),
        ),
      ),
      said: [{ severity: 'warning', at: '16:1-16:19', message: cycle('Index → Ranking → Index') }],
    },
  },
});
