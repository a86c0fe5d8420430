import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from '../../src/rules/index.ts';
import { parseConfig } from '../../src/settings/config-file.ts';
import { starterConfig } from '../../src/terminal/starter-config.ts';
import { starterWorkflow } from '../../src/terminal/starter-workflow.ts';
import { surveyPlans } from '../../src/terminal/survey-plans.ts';
import { memoryRepository } from '../checking/memory-repository.ts';

const read = (text: string) => parseConfig(text, '.github/plan-check.yml', RULES);

/** Takes the signs away in front of what is commented out, but for sentences. */
const withGuesses = (text: string): string => text.replaceAll(/^# (?=[a-z-]+:$| )/gm, '');

describe('the workflow', () => {
  const workflow = parse(starterWorkflow());

  test('runs on pull requests, also when they get another base branch, and on a schedule', () => {
    expect(workflow.on).toEqual({
      pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited'] },
      schedule: [{ cron: '17 5 * * 1' }],
      workflow_dispatch: null,
    });
  });

  test('gives each job the rights that it needs, and no more', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.changes).toMatchObject({
      if: "github.event_name == 'pull_request'",
      permissions: { contents: 'read', 'pull-requests': 'write' },
    });
    expect(workflow.jobs.scan).toMatchObject({
      if: "github.event_name != 'pull_request'",
      permissions: { contents: 'read', issues: 'write' },
    });
  });

  test('takes the action by a whole commit id', () => {
    for (const { steps } of [workflow.jobs.changes, workflow.jobs.scan]) {
      expect(steps).toEqual([{ uses: expect.stringMatching(/^OWNER\/plan-check@0{40}$/) }]);
    }
  });
});

describe('the configuration', () => {
  test('can be read, with its guesses and without', () => {
    const text = starterConfig({
      folders: ['docs/plans', '.agents/plans', ''],
      words: new Map([
        ['future', 'draft'],
        ['in: "work" # now', 'active'],
      ]),
    });
    const plans = ['docs/plans/**/*.md', '.agents/plans/**/*.md', '*.md'];
    expect(read(text)).toEqual({ plans, profile: 'recommended' });
    expect(read(withGuesses(text))).toEqual({
      plans,
      profile: 'recommended',
      rules: { expired: { level: 'error', options: {} } },
      vocabulary: {
        lifecycleAliases: new Map([
          ['future', 'draft'],
          ['in: "work" # now', 'active'],
        ]),
        fieldAliases: new Map(),
      },
    });
  });

  test('leaves the plans to the defaults where none were found', () => {
    const text = starterConfig({ folders: [], words: new Map() });
    expect(read(text)).toEqual({ profile: 'recommended' });
    expect(text).not.toContain('lifecycle-aliases');
  });
});

describe('the survey', () => {
  const survey = (head: Readonly<Record<string, string>>) => surveyPlans(memoryRepository({ head }));
  const plan = (status: string): string => `---\ntype: plan\nstatus: ${status}\n---\n`;

  test('finds folders of plans by their name, and by what is in them', async () => {
    const { folders } = await survey({
      'README.md': '# Us',
      'docs/plans/README.md': '# Plans',
      'docs/plans/active/a.md': plan('active'),
      'docs/plans/b.md': 'no front matter',
      '.agents/plans/c.md': plan('draft'),
      'roadmap/completed/d.md': plan('completed'),
      'notes/e.md': '---\ntype: note\n---\n',
      'node_modules/x/plans/f.md': plan('active'),
      'docs/plans/old/plans/g.md': plan('archived'),
      'we[i]rd/plans/h.md': plan('active'),
    });
    expect(folders).toEqual(['docs/plans', '.agents/plans', 'roadmap']);
  });

  test('finds words that are not ours, with what they most likely mean', async () => {
    const { words } = await survey({
      'plans/a.md': plan('future'),
      'plans/b.md': plan('Future'),
      'plans/c.md': plan('In Progress'),
      'plans/d.md': plan('Shipped'),
      'plans/e.md': plan('Active'),
      'plans/f.md': plan('"[Draft | Active]"'),
      'plans/g.md': plan('hatching'),
      'plans/h.md': plan(`"${'x'.repeat(61)}"`),
      'plans/i.md': plan('4'),
      'other/j.md': '---\nstatus: accepted\n---\n',
    });
    expect([...words]).toEqual([
      ['future', 'draft'],
      ['In Progress', 'active'],
      ['Shipped', 'completed'],
      ['hatching', 'draft'],
    ]);
  });

  test('finds nothing in an empty repository', async () => {
    expect(await survey({})).toEqual({ folders: [], words: new Map() });
  });
});
