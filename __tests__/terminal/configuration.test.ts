import { afterAll, describe, expect, test } from '@jest/globals';
import { planText, TODAY } from '../action/plan-text.ts';
import { removeFolders, temporaryRepository } from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
afterAll(removeFolders);

interface Told {
  readonly rule: string;
  readonly severity: string;
}

/** What is found in some files, and how it ends. */
async function checked(files: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const { root, write } = temporaryRepository();
  for (const [path, text] of Object.entries(files)) write(path, text);
  const result = await cli(root, ['check', '--quiet', '--format', 'json', '--today', TODAY, ...words]);
  const plans = result.stdout === '' ? [] : JSON.parse(result.stdout).plans;
  const findings: readonly Told[] = plans.flatMap(({ diagnostics }: { diagnostics: Told[] }) => diagnostics);
  return {
    exitCode: result.exitCode,
    stderr: result.stderr,
    lifecycles: plans.map(({ lifecycle }: { lifecycle: string | null }) => lifecycle),
    told: findings.map(({ rule, severity }) => `${severity} ${rule}`),
  };
}

const CONFIG = '.github/plan-check.yml';
const PLAN = 'docs/plans/audit-log.md';
/** A warning that is part of the profile "minimal", and a notice that is not. */
const UNREVIEWED = planText({ reviewed: null, expires: null });

describe('the profile', () => {
  test.concurrent.each([
    ['minimal', ['warning unreviewed'], 0],
    ['recommended', ['notice no-expiry', 'warning unreviewed'], 0],
    ['strict', ['warning no-expiry', 'warning unreviewed'], 0],
  ])('%s decides which rules run, and how severe they are', async (profile, told, exitCode) => {
    const byOption = await checked({ [PLAN]: UNREVIEWED }, '--profile', profile);
    const byFile = await checked({ [PLAN]: UNREVIEWED, [CONFIG]: `profile: ${profile}\n` });
    expect(byOption).toMatchObject({ exitCode, told: expect.arrayContaining(told), stderr: '' });
    expect(byFile.told).toEqual(byOption.told);
    expect(byOption.told).toHaveLength(told.length);
  });

  test.concurrent('of the option wins over that of the file', async () => {
    const files = { [PLAN]: UNREVIEWED, [CONFIG]: 'profile: strict\n' };
    expect((await checked(files, '--profile', 'minimal')).told).toEqual(['warning unreviewed']);
  });

  test.concurrent('leaves alone what the team says of a rule', async () => {
    const files = {
      [PLAN]: UNREVIEWED,
      [CONFIG]: 'profile: strict\nrules: {unreviewed: off, no-expiry: [notice, {}]}\n',
    };
    expect((await checked(files)).told).toEqual(['notice no-expiry']);
  });
});

describe('a configuration that cannot be', () => {
  test.concurrent.each([
    ['rules: {unreviewd: off}', '1:9: unknown rule "unreviewd"; did you mean "unreviewed"? Allowed: '],
    ['rules: {expired: [error, {days: 3}]}', '1:27: the rule "expired" has no options; remove "days".'],
    [
      'rules: {lifecycle-folder: [error, {folders: {a: activ}}]}',
      '1:49: "rules.lifecycle-folder.folders.a" is "activ", but must be one of draft, active, completed, archived, superseded; did you mean "active"?',
    ],
    ['lifecycle-aliases: {future: darft}', '1:29: "lifecycle-aliases.future" is "darft", but must be one of'],
  ])('%j is told, and nothing is checked', async (config, sentence) => {
    const { exitCode, stderr, told } = await checked({ [PLAN]: planText(), [CONFIG]: `${config}\n` });
    expect({ exitCode, told }).toEqual({ exitCode: 2, told: [] });
    expect(stderr).toContain(`plan-check: ${CONFIG}:${sentence}`);
  });
});

describe('words of the team', () => {
  const config = `
rules:
  lifecycle-folder: [error, { folders: { now: doing, later: future } }]
lifecycle-aliases: { future: draft, doing: active, shipped: completed }
field-aliases: { last_reviewed: reviewed, replaced_by: superseded_by }
`;
  const plan = (keys: Readonly<Record<string, string | null>>): string =>
    planText({ reviewed: null, last_reviewed: '2026-02-25', ...keys });

  test.concurrent('are read in every plan, also in those that others name', async () => {
    const result = await checked({
      [CONFIG]: config,
      'docs/plans/now/a.md': plan({ status: 'doing', depends_on: '../b.md' }),
      'docs/plans/later/c.md': plan({ status: 'future' }),
      'docs/plans/b.md': plan({ status: 'shipped' }),
    });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.told.filter((one) => /schema|lifecycle|reviewed|reference|depends/.test(one))).toEqual([]);
    expect(result.lifecycles.toSorted()).toEqual(['active', 'completed', 'draft']);
  });

  test.concurrent('stand in a schema of the team as the plans have them', async () => {
    const schema = {
      required: ['last_reviewed'],
      properties: { status: { enum: ['future', 'doing'] }, reviewed: false },
    };
    const files = {
      [CONFIG]: `${config}schema: plan.schema.json\n`,
      'plan.schema.json': JSON.stringify(schema),
    };
    expect(await checked({ ...files, [PLAN]: plan({ status: 'doing' }) })).toMatchObject({
      exitCode: 0,
      told: [],
    });
    expect((await checked({ ...files, [PLAN]: planText() })).told).toContain('error front-matter-schema');
  });
});
