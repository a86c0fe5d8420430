import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { startLocalGitHub } from '../github/local-github.ts';
import { pullRequestEvent, scheduleEvent } from '../github/workflow-events.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';
import { planText } from './plan-text.ts';
import { createScene, outcome, type SceneResult } from './scene.ts';

const github = await startLocalGitHub();
afterAll(async () => {
  removeFolders();
  await github.close();
});

const plan = (name: string): string => `docs/plans/active/${name}.md`;
const FILES = {
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [plan(`p${index}`), planText({ title: `Plan ${index}` })]),
  ),
  [plan('late')]: planText({ title: 'Late', expires: '2026-02-20' }),
  [plan('new')]: planText({ title: 'New', reviewed: null }),
  [plan('broken')]: '---\n: [\n---\n',
};
const merging = { merge: 'reports/**/*.json', 'tracking-issue': 'never' };

function scanned(name: string) {
  const scene = createScene(github, name, { base: FILES, head: { 'README.md': 'Changed.' } });
  const workspace = temporaryFolder();
  const event = scheduleEvent(scene.source);
  const inputs = { 'tracking-issue': 'never' };
  return {
    scene,
    workspace,
    whole: () => scene.runOn(event, { inputs }),
    shard: (index: number, count: number) =>
      scene.runOn(event, { inputs: { ...inputs, shard: `${index}/${count}` } }),
    /** As the steps that upload and download artifacts would. */
    hand: ({ report }: SceneResult, as: string) => {
      mkdirSync(join(workspace, 'reports', as), { recursive: true });
      writeFileSync(join(workspace, 'reports', as, 'report.json'), JSON.stringify(report));
    },
    merge: (more: Readonly<Record<string, string>> = {}) =>
      scene.runOn(event, { inputs: { ...merging, ...more }, workspace }),
  };
}

const withoutApi = ({ report }: SceneResult): Partial<Report> => {
  const { api, ...rest } = report as Report;
  expect(api.requests).toBeGreaterThan(0);
  return rest;
};

describe('a scan in parts', () => {
  test.concurrent('becomes one result, as if one run had made it', async () => {
    const { whole, shard, hand, merge } = scanned('shards');
    const parts = await Promise.all([1, 2, 3].map((index) => shard(index, 3)));
    for (const [index, part] of parts.entries()) hand(part, `shard-${index + 1}`);
    const [one, merged] = [await whole(), await merge()];

    expect(withoutApi(merged)).toEqual(withoutApi(one));
    expect(outcome(merged)).toEqual(outcome(one));
    const { report, ...outputs } = merged.outputs;
    expect({ ...outputs, report: one.outputs.report }).toEqual(one.outputs);
    expect(JSON.parse(outputs.expired ?? '')).toEqual([plan('late')]);
    expect(JSON.parse(outputs.unreviewed ?? '')).toEqual([plan('new')]);
    expect(JSON.parse(outputs.invalid ?? '')).toEqual([plan('broken')]);
    expect(merged.summary).toBe(one.summary);
    const { api } = merged.report as Report;
    const spent = [...parts, merged].map(({ operations }) => operations.length);
    expect(api.requests).toBe(spent.reduce((all, count) => all + count, 0));
  });

  test.concurrent('says nothing of its parts but one line', async () => {
    const { shard } = scanned('one-part');
    const part = await shard(2, 2);

    expect(outcome(part)).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
    expect(part.writes).toEqual([]);
    expect(part.summary.trim()).toMatch(
      /^Checked \d+ of \d+ plans as shard 2 of 2; the job that merges the reports says what was found\.$/,
    );
  });

  test.concurrent('is incomplete without one of them, and fails where it is told to', async () => {
    const { shard, hand, merge } = scanned('missing-part');
    hand(await shard(1, 2), 'shard-1');
    const gap = 'error The report of shard 2 of 2 is missing, so its plans are not known: look at that job.';
    const [kind, lenient] = [await merge({ 'fail-on': 'error' }), await merge()];

    expect(outcome(kind).annotations).toContain(gap);
    expect(outcome(lenient).annotations).toContain(gap);
    expect(lenient).toMatchObject({ exitCode: 0, outputs: { conclusion: 'incomplete' } });
    expect(kind.exitCode).toBe(1);
    expect(lenient.summary).toContain('**Not everything could be checked**');
  });

  test.concurrent('takes no report of another commit, and none that is spoiled', async () => {
    const { scene, shard, hand, merge } = scanned('other-commit');
    const part = await shard(1, 1);
    const before = scene.repository.resolve('main');
    hand(
      {
        ...part,
        report: {
          ...(part.report as Report),
          trigger: { kind: 'scan', event: 'schedule', base: null, head: 'b'.repeat(40) },
        },
      },
      'shard-1',
    );
    expect(outcome(await merge())).toMatchObject({
      exitCode: 1,
      conclusion: 'incomplete',
      annotations: [
        `error "reports/shard-1/report.json" is about the commit ${'b'.repeat(40)}, and this run about ${before}; merge the reports of this workflow run only.`,
      ],
    });

    hand({ ...part, report: { ...(part.report as Report), counts: 'many' } }, 'shard-1');
    expect(outcome(await merge())).toMatchObject({
      exitCode: 1,
      conclusion: 'incomplete',
      annotations: [
        'error "reports/shard-1/report.json" is no report of Plan Check: "/counts" must be object. Name files that a job with "shard" has written.',
      ],
    });
  });

  test.concurrent.each([
    ['shard', '1/2'],
    ['merge', 'reports/*.json'],
  ])('is for scans: "%s" on a pull request is refused', async (name, value) => {
    const { scene } = scanned(`change-${name}`);
    const result = await scene.runOn(pullRequestEvent(scene.source, { number: 1 }), {
      inputs: { [name]: value },
    });

    expect(outcome(result)).toMatchObject({
      exitCode: 1,
      annotations: [
        `error Input "${name}" is for scans, and the event "pull_request" is about a change: set "mode" to scan, or leave "${name}" out.`,
      ],
    });
  });
});
