import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const said = (status: string, lifecycle = 'active'): string =>
  planText(withKeys(ACTIVE, { lifecycle }), `# Faster search\n\n**Status:** ${status}\n\n## Goals\n`);

const silent = (lifecycle: string, ...statuses: readonly string[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      `"${status}" of a plan that is ${lifecycle}`,
      { text: said(status, lifecycle) },
    ]),
  );

const other = (text: string, lifecycle: string, word: string): string =>
  `The text says "${text}" and the front matter says ${lifecycle}: write "**Status:** ${word}", or correct the front matter.`;

testRule('status-in-body', {
  valid: {
    ...silent(
      'active',
      'Active',
      'ACTIVE - Phase 2',
      '🔄 Active (2026-02-20)',
      'In progress',
      'Planned',
      'In review by the storage team',
      'Completed phase 1, phase 2 has begun',
      'Complete (phase 1 of 3)',
      'Done, except for the index',
      'Draft of phase 2 is written',
      'Approved',
      '[Draft | Active | Completed | Archived | Superseded]',
      '✅',
      'Draft → Active',
      'Completed -> **Active**',
      'Active → see below',
      'Active → Completed (target Q4)',
      'Active. Next: review → completed',
      'Active | Flow: A → Done',
      'Active: implementing state machine draft → completed',
      'In progress (v1 → done, v2 next)',
      'Active; migration old --> completed',
      '📝 Draft (2026-01-02) → ✅ **Active** (2026-02-03)',
    ),
    ...silent(
      'completed',
      'Completed',
      '✅ Complete',
      'Done.',
      'Shipped 2026-02-20',
      'Closed',
      'Implemented',
      'All done 🎉',
    ),
    ...silent('superseded', 'Superseded', 'Closed'),
    'a plan whose bold line is a sentence': {
      text: planText(ACTIVE, '# Faster search\n\n**Status: Completed** stands below when all is done.\n'),
    },
    ...silent('draft', 'Draft', 'In progress', 'Proposed'),
    ...silent('archived', 'Completed', 'Archived', 'Planned'),
    'a status below the header': {
      text: planText(ACTIVE, '# Faster search\n\n## Index\n\n**Status:** Completed\n'),
    },
    'a plan in no known state': {
      text: planText(withKeys(ACTIVE, { lifecycle: null }), '# Faster search\n\n**Status:** Completed\n'),
    },
    'what one of two keys says that disagree, which is a finding of its own': {
      text: planText([...ACTIVE, 'status: completed'], '# Faster search\n\n**Status:** Completed\n'),
    },
    'the word of the team': {
      text: said('Running'),
      vocabulary: { lifecycleAliases: new Map([['running', 'active']]) },
    },
  },
  invalid: {
    'the last of states with arrows between them': {
      text: said('Draft → Active', 'completed'),
      said: [
        {
          severity: 'warning',
          at: '14:21-14:27',
          message: other('Active', 'completed', 'Completed'),
          fix: ['14:21-14:27 → Completed'],
        },
      ],
    },
    'a label that is bold as a whole': {
      text: planText(ACTIVE, '# Faster search\n\n**Status: Completed ✅** (2026-01-02)\n\n## Goals\n'),
      said: [
        {
          severity: 'warning',
          at: '14:11-14:20',
          message: other('Completed', 'active', 'Active'),
          fix: ['14:11-14:20 → Active'],
        },
      ],
    },
    'a plan of which all is over': {
      text: said('✅ ALL PHASES COMPLETE (2026-01-02)'),
      said: [
        {
          severity: 'warning',
          at: '14:15-14:34',
          message: other('ALL PHASES COMPLETE', 'active', 'ACTIVE'),
          fix: ['14:13-14:34 → ACTIVE'],
        },
      ],
    },
    'a plan that is said to be closed': {
      text: said('Closed'),
      said: [
        {
          severity: 'warning',
          at: '14:13-14:19',
          message: other('Closed', 'active', 'Active'),
          fix: ['14:13-14:19 → Active'],
        },
      ],
    },
    'a third state beside two keys that disagree, which nobody can correct yet': {
      text: planText([...ACTIVE, 'status: completed'], '# Faster search\n\n**Status:** Draft\n'),
      said: [{ severity: 'warning', at: '15:13-15:18', message: other('Draft', 'active', 'Active') }],
    },
    'a word of ours, where the front matter has one of the team': {
      text: said('Completed', 'Running'),
      vocabulary: {
        lifecycleAliases: new Map([
          ['at work', 'active'],
          ['running', 'active'],
        ]),
      },
      said: [
        {
          severity: 'warning',
          at: '14:13-14:22',
          message: other('Completed', 'running', 'Running'),
          fix: ['14:13-14:22 → Running'],
        },
      ],
    },
    'another state': {
      text: said('Completed (2026-02-20)'),
      said: [
        {
          severity: 'warning',
          at: '14:13-14:22',
          message: other('Completed', 'active', 'Active'),
          fix: ['14:13-14:22 → Active'],
        },
      ],
    },
    'a word for another state, in small letters, on a scan': {
      text: said('in progress', 'superseded'),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '14:13-14:24',
          message: other('in progress', 'superseded', 'superseded'),
          fix: ['14:13-14:24 → superseded'],
        },
      ],
    },
    'a sign in front, which goes with the word': {
      text: said('✅ COMPLETE'),
      said: [
        {
          severity: 'warning',
          at: '14:15-14:23',
          message: other('COMPLETE', 'active', 'ACTIVE'),
          fix: ['14:13-14:23 → ACTIVE'],
        },
      ],
    },
    'a sign that was misread, and emphasis': {
      text: said('**‚úÖ Done** and merged', 'draft').replace(' and merged', ''),
      said: [
        {
          severity: 'notice',
          at: '14:19-14:23',
          message: other('Done', 'draft', 'Draft'),
          fix: ['14:15-14:23 → Draft'],
        },
      ],
    },
    'work that has not begun, of a completed plan': {
      text: said('Not started', 'completed'),
      said: [
        {
          severity: 'warning',
          at: '14:13-14:24',
          message: other('Not started', 'completed', 'Completed'),
          fix: ['14:13-14:24 → Completed'],
        },
      ],
    },
    'the team’s word for another state': {
      text: said('Shelved'),
      vocabulary: { lifecycleAliases: new Map([['shelved', 'archived']]) },
      said: [
        {
          severity: 'warning',
          at: '14:13-14:20',
          message: other('Shelved', 'active', 'Active'),
          fix: ['14:13-14:20 → Active'],
        },
      ],
    },
    'what was there before': {
      base: said('Completed'),
      text: said('Done'),
      said: [
        {
          severity: 'warning',
          at: '14:13-14:17',
          message: other('Done', 'active', 'Active'),
          isNew: false,
          fix: ['14:13-14:17 → Active'],
        },
      ],
    },
  },
});
