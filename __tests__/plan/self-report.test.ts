import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Phase } from '../../src/plan/plan.ts';
import type { Blocker, SelfReport } from '../../src/plan/self-report.ts';

const report = (body: string): SelfReport => parsePlan('x.md', body).selfReport;

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('the completion', () => {
  const completion = (value: string) =>
    report(`## Progress Tracking\n\n**Completion:** ${value}\n`).completion;

  test('is a percentage, with its sign', () => {
    expect(completion('75% overall')).toEqual({ percent: 75, range: at(3, 17, 20) });
    expect(completion('about 87.5 %')).toEqual({ percent: 87.5, range: at(3, 23, 29) });
    expect(completion('[40]% overall')).toEqual({ percent: 40, range: at(3, 17, 22) });
    expect(completion('~~50%~~ 60%')).toEqual({ percent: 60, range: at(3, 25, 28) });
    expect(completion('12/20 tasks (60%)')).toEqual({ percent: 60, range: at(3, 30, 33) });
  });

  test.each([
    ['101%', 101, '101%'],
    ['**150%** overall', 150, '150%'],
    ['1000 %', 1000, '1000 %'],
    ['１００％', 100, '１００％'],
    ['1e2%', 100, '1e2%'],
    ['37,5 %', 37.5, '37,5 %'],
    ['100 percent', 100, '100 percent'],
    ['100\u00A0%', 100, '100\u00A0%'],
    ['999999999%', 999_999_999, '999999999%'],
    ['💯', 100, '💯'],
    ['All tasks done!', 100, 'All tasks done'],
    ['40% → 60%', 60, '60%'],
    ['✅', 100, '✅'],
    ['&#9989;', 100, '&#9989;'],
    ['Done', 100, 'Done'],
    ['Completed ✅ (2026-01-02)', 100, 'Completed'],
    ['⏳ Not started', 0, '⏳ Not started'],
    ['5/5 tasks', 100, '5/5'],
    ['5 of 5 done', 100, '5 of 5'],
    ['3 out of 4 boxes', 75, '3 out of 4'],
    ['[████████░░] 80%', 80, '80%'],
    ['Week 3 – 60%', 60, '60%'],
  ])('may be written %j', (value, percent, said) => {
    const claim = completion(value);
    expect(claim?.percent).toBe(percent);
    expect(value.slice((claim?.range.start.column ?? 0) - 17, (claim?.range.end.column ?? 0) - 17)).toBe(
      said,
    );
  });

  test('may be a share that does not say of what', () => {
    expect(completion('5/5')).toEqual({ percent: 100, of: 5, range: at(3, 17, 20) });
    expect(completion('5 / 10 – on time')).toEqual({ percent: 50, of: 10, range: at(3, 17, 23) });
  });

  test.each([
    '[X]% overall',
    'nearly there',
    '',
    'Complete rewrite of the index',
    'Done with the index',
    '✅ index, ⏳ ranking',
    '🔄 In progress',
    'Phase 1 100%, Phase 2 20%',
    '100% of phase 1',
    'throughput is up 150%',
    '150% faster',
    '80% test coverage',
    'target 100%',
    '100% expected in June',
    '5/5 phases',
    '5/12/2026',
    '12-05-2026',
  ])('is not in %j', (value) => {
    expect(completion(value)).toBeNull();
  });

  test.each([
    ['in code', '## Progress\n\n```\n**Completion:** 75%\n```\n'],
    ['in a comment', '## Progress\n\n<!--\n**Completion:** 75%\n-->\n'],
    ['in a comment inside of a paragraph', '## Progress\n\ntext <!--\n**Completion:** 75%\n--> text\n'],
    ['in the log', '## Update Log\n\n### 2026-01-02\n\n**Completion:** 75%\n'],
    ['in a phase', '## Phases\n\n### Phase 1: Dig\n\n**Completion:** 75%\n'],
    ['of something else', '## Test coverage\n\n**Completion:** 75%\n'],
    ['without its label', '## Progress\n\nCompletion: 75%\n'],
  ])('does not stand %s', (_, body) => {
    expect(report(body).completion).toBeNull();
  });

  test('is the first of several, and may share its line', () => {
    const { completion: first, onTrack } = report(
      '**Completion:** 10% | **On track:** No\n\n## Status\n\n**Completion:** 20%\n',
    );
    expect(first).toEqual({ percent: 10, range: at(1, 17, 20) });
    expect(onTrack).toEqual({ word: 'no', range: at(1, 37, 39) });
  });
});

describe('whether it is on track', () => {
  test.each([
    ['Yes', 'yes', 'Yes'],
    ['**Yes**', 'yes', 'Yes'],
    ['✅ on track', 'yes', 'on track'],
    ['✅', 'yes', '✅'],
    ['‚úÖ Yes', 'yes', 'Yes'],
    ['No, two weeks late', 'no', 'No'],
    ['Behind', 'no', 'Behind'],
    ['❌', 'no', '❌'],
    ['At Risk', 'at-risk', 'At Risk'],
    ['Yes, but at risk', 'at-risk', 'at risk'],
    ['Yes, not at risk', 'yes', 'Yes'],
    ['⚠️', 'at-risk', '⚠️'],
    ['~~Yes~~ No', 'no', 'No'],
    ['~~No~~ **Yes**', 'yes', 'Yes'],
    ['~~✅~~ ❌', 'no', '❌'],
    ['Nope', 'no', 'Nope'],
    ['Yes, but two days late', 'at-risk', 'late'],
    ['Yes – slightly behind', 'at-risk', 'behind'],
    ['Yes, not late', 'yes', 'Yes'],
    ['Yes, no phase is delayed', 'yes', 'Yes'],
    ['Yes, done by late March', 'yes', 'Yes'],
    ['No blockers, yes', 'yes', 'yes'],
    ['No issues so far. On track', 'yes', 'On track'],
    ['No, blockers are open', 'no', 'No'],
  ])('%j is %s', (value, word, said) => {
    const line = `**On track:** ${value}`;
    const { onTrack } = report(`## Progress Tracking\n\n${line}\n`);
    expect(onTrack?.word).toBe(word);
    expect(line.slice((onTrack?.range.start.column ?? 0) - 1, (onTrack?.range.end.column ?? 0) - 1)).toBe(
      said,
    );
  });

  test.each(['[Yes/No/At Risk]', 'Maybe', 'Unknown', 'No blockers', '~~Yes~~', ''])(
    'is not said by %j',
    (value) => {
      expect(report(`**On track:** ${value}\n`).onTrack).toBeNull();
    },
  );
});

describe('the current phase', () => {
  test.each([
    ['Phase 2 of 4', '2'],
    ['2 of 4', '2'],
    ['Phase 2.1: Fetch', '2.1'],
    ['**Phase B**', 'B'],
    ['Phase II', 'II'],
    ['in milestone 3', '3'],
  ])('%j is %s', (value, number) => {
    expect(report(`**Current Phase:** ${value}\n`).currentPhase?.number).toBe(number);
  });

  test.each(['[Phase N of M]', 'Phase N of M', 'All done'])('is not said by %j', (value) => {
    expect(report(`**Current Phase:** ${value}\n`).currentPhase).toBeNull();
  });
});

describe('status and owner', () => {
  test('are those of the header block', () => {
    const { status, owner } = report('# x\n\n> **Status**: _Active_\n> **Owner:** [Ann](a.md)\n\n## y\n');
    expect(status).toEqual({ text: 'Active', range: at(3, 15, 23) });
    expect(owner).toEqual({ text: 'Ann', range: at(4, 14, 25) });
  });

  test('are not those of a section, or the template’s', () => {
    const body =
      '**Status:** [Draft | Active | Completed | Archived | Superseded]\n\n**Owner:** [Team/person]\n';
    expect(report(`${body}\n## x\n\n**Status:** Active\n\n**Owner:** Ann\n`)).toMatchObject({
      status: null,
      owner: null,
    });
  });
});

describe('the timeline', () => {
  test.each([
    ['2026-03-01 to 2026-05-01 (9 weeks)', '2026-03-01', '2026-05-01'],
    ['March 1, 2026 – 1 May 2026', '2026-03-01', '2026-05-01'],
    ['2026-03-01 to [End date] ([X weeks/days])', '2026-03-01', null],
    ['from 2026-03-01', '2026-03-01', null],
    ['2026-03-01 onwards', '2026-03-01', null],
    ['until 2026-05-01', null, '2026-05-01'],
    ['03/01/2026 – 2026-05-01', null, '2026-05-01'],
  ])('%j is %s to %s', (value, start, end) => {
    expect(report(`**Timeline:** ${value}\n`).timeline).toEqual({
      start,
      end,
      range: at(1, 1, 15 + value.length),
      milestones: [],
      estimatedEnd: null,
    });
  });

  test.each([
    '[Start date] to [End date] ([X weeks/days])',
    '2026-03-01',
    '9 weeks',
    '03/01/2026 to 05/01/2026',
  ])('is unknown from %j', (value) => {
    expect(report(`**Timeline:** ${value}\n`).timeline).toMatchObject({
      start: null,
      end: null,
      range: null,
    });
  });
});

describe('a blocker', () => {
  const blockers = (list: string): readonly Blocker[] => report(`### Current Blockers\n\n${list}\n`).blockers;

  test.each([
    'None',
    'None.',
    '**None** at this time',
    'N/A',
    'No active blockers',
    'No blockers right now.',
    'Nothing to report',
    '–',
    '[Blocker 1]',
  ])('is not %j', (text) => {
    expect(blockers(`- ${text}`)).toEqual([]);
  });

  test.each([
    'None of the keys work',
    'Nothing works',
    'No access to the vault',
    'No blockers except the vault',
    'Unresolved: the vault',
    'Closed beta is missing',
    'The vault – to be resolved by ops',
    'The vault (resolved by 2026-05-01)',
    'The vault (resolved once ops answers)',
    'The vault (resolved by Friday)',
    'The vault – not resolved',
    'The vault. Not resolved.',
    'The vault – resolved in 3 weeks',
    'The vault is no longer blocking, the keys are',
    'Fixed price offer: missing',
    'The old ~~vault~~ is missing',
    '~~The vault~~ not resolved',
    '~~The vault~~ (resolved once ops answers)',
    '~~The vault~~ reopened',
  ])('is open: %j', (text) => {
    expect(blockers(`- ${text}`).map(({ isClosed }) => isClosed)).toEqual([false]);
  });

  test.each([
    '~~The vault~~',
    '~~The vault~~ (moved)',
    '~~The vault~~ (not needed)',
    '~~The vault~~ resolved',
    '~~The vault~~ resolved 2026-05-01',
    '~~The vault~~ Done',
    '~~The vault~~: fixed in #12',
    '~~**The vault**~~ 2026-05-01',
    '**~~The vault~~** we found another way',
    'The vault ✅ resolved',
    'The vault ✅ Done on Friday',
    'The vault. Resolved 2026-05-01.',
    'The vault: fixed in #12',
    'RESOLVED 2026-05-01: the vault',
    'Resolved on 2026-05-01: the vault',
    'Resolved on 1 May: the vault',
    'The vault — no longer blocking',
    'The vault (no longer a blocker).',
    '✅ The vault',
    'The vault ✅',
    'RESOLVED: the vault',
    '[Resolved] the vault',
    'The vault (resolved 2026-05-01)',
    'The vault — resolved on Friday',
    '[x] The vault',
    'The vault\n  - Status: Done',
    'The vault\n  - **Resolved:** 2026-05-01',
  ])('is closed: %j', (text) => {
    expect(blockers(`- ${text}`).map(({ isClosed }) => isClosed)).toEqual([true]);
  });

  test('has its fields in bullets, in its own lines, or in brackets; "TBD" is none', () => {
    expect(
      blockers(
        '1. The vault\n   - **Impact:** Phase 2\n   - Owner: @ops\n   - ETA: 1 May 2026\n2. Keys\n   Owner: TBD\n3. Cars (owner: Ann; ETA: soon)',
      ),
    ).toEqual([
      {
        text: 'The vault',
        impact: 'Phase 2',
        owner: '@ops',
        eta: { text: '1 May 2026', date: '2026-05-01' },
        isClosed: false,
        phase: null,
        range: at(3, 4, 13),
      },
      {
        text: 'Keys',
        impact: null,
        owner: null,
        eta: null,
        isClosed: false,
        phase: null,
        range: at(7, 4, 8),
      },
      {
        text: 'Cars (owner: Ann; ETA: soon)',
        impact: null,
        owner: 'Ann',
        eta: { text: 'soon', date: null },
        isClosed: false,
        phase: null,
        range: at(9, 4, 32),
      },
    ]);
  });
});

describe('a phase', () => {
  const [first] = ['2026-01-05'];
  const phase = (body: string): Phase | undefined =>
    parsePlan('x.md', `---\ncreated: ${first}\n---\n## Phases\n\n### Phase 3: Dig\n\n${body}\n`).phases[0];

  test('without boxes is what its bullets say together', () => {
    const said = (...signs: string[]) =>
      phase(signs.map((sign) => `- ${sign} some work`).join('\n'))?.claims.map(({ state }) => state);
    expect(said('✅', '✅')).toEqual(['complete']);
    expect(said('✅', '⏳')).toEqual(['in-progress']);
    expect(said('⏳', '⏳')).toEqual(['not-started']);
    expect(said('✅', '❌', '⏳')).toEqual(['blocked']);
    expect(said('☑', '☐')).toEqual(['in-progress']);
    expect(said('⏭️', '✅')).toEqual(['complete']);
    expect(said('⏭️')).toEqual(['dropped']);
    expect(said('🚀', '')).toEqual([]);
  });

  test('with boxes is not what its bullets say, nor is a legend or a list of what must be', () => {
    expect(phase('- [ ] work\n- ✅ more work')?.claims).toEqual([]);
    expect(phase('**Legend:**\n\n- ✅ Complete phases\n')?.claims).toEqual([]);
    expect(phase('- ✅ Complete\n- ❌ Blocked\n')?.claims).toEqual([]);
    expect(phase('#### Success criteria\n\n- ✅ it is fast\n')?.claims).toEqual([]);
    expect(phase('#### Success criteria\n\n- ⏳ it is fast\n')?.claims).toHaveLength(1);
  });

  test.each([
    ['Phase 1 complete', ['1']],
    ['Phases 1, 2 and 4-6', ['1', '2', '4', '5', '6']],
    ['phase 2.1 & #7', ['2.1', '7']],
    ['Phase A', ['A']],
    ['Phase 1, a name, and Phase 1 again', ['1']],
    ['None; runs beside Phase 2', []],
    ['Milestone 4', []],
    ['phase-out of the old one', []],
    ['[What must be complete before starting]', []],
  ])('depends by %j on %j', (value, numbers) => {
    expect(phase(`**Dependencies:** ${value}`)?.dependsOn).toEqual(numbers);
  });

  test('lists its files by what happens to them, not the template’s', () => {
    expect(
      phase(
        '#### Files Changed\n\n**New files:**\n- `path/to/new/file.ts` - [Purpose]\n- `a.ts`, `b.ts` and `c.ts` - `not this`\n\n**Files:**\n- Modify: `d.ts:3-9`\n- Test: `e.ts`\n\n**Notes:**\n- `f.ts`\n',
      )?.files.map(({ change, path }) => `${change} ${path}`),
    ).toEqual(['new a.ts', 'new b.ts', 'new c.ts', 'modified d.ts']);
  });

  test.each([
    ['Task 1', ['Task 1']],
    ['Task 1, Task 2 and #3', ['Task 1', 'Task 2', '#3']],
    ['1.2, T004', ['1.2', 'T004']],
    ['the vault, and the keys', ['the vault, and the keys']],
    ['None', []],
    ['[Other task if applicable]', []],
    ['', []],
  ])('has an item that depends by %j on %j', (value, names) => {
    expect(phase(`- [ ] work\n  - Owner: Ann\n  - **Depends on:** ${value}\n`)?.items[0]?.dependsOn).toEqual(
      names,
    );
    expect(phase(`- [ ] work\n  Depends on: ${value}\n`)?.items[0]?.dependsOn).toEqual(names);
  });
});
