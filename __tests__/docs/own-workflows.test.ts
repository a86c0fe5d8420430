import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  checkoutsWithToken,
  jobsWithoutPermissions,
  looseUses,
  scriptsWithPastedText,
  stepsIn,
  usesIn,
  workflowIn,
} from './workflow-rules.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, '.github', 'workflows');
const FILES = readdirSync(FOLDER);
const PIN = /@.*$/;
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

describe.each(FILES)('our own workflow %s', (file) => {
  const yaml = textOf(file);
  const { jobs = {} } = workflowIn(yaml);

  test('pins each action to a commit, with its version beside it', () => {
    expect(looseUses(yaml)).toEqual([]);
    expect(usesIn(yaml).length).toBe(stepsIn(jobs).filter(({ uses }) => uses !== undefined).length);
  });

  test('leaves no token in a check-out', () => {
    expect(checkoutsWithToken(yaml)).toEqual([]);
  });

  test('pastes no text into a script', () => {
    expect(scriptsWithPastedText(yaml)).toEqual([]);
  });

  test('takes nothing over from another run', () => {
    const setups = stepsIn(jobs).filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(setups.map((step) => step.with?.['package-manager-cache'])).toEqual(setups.map(() => false));
    expect(usesIn(yaml).filter((uses) => uses.startsWith('actions/cache'))).toEqual([]);
  });

  test('ends', () => {
    const endless = Object.keys(jobs).filter((name) => jobs[name]?.['timeout-minutes'] === undefined);
    expect(endless).toEqual([]);
  });

  test('says which rights it needs', () => {
    expect(jobsWithoutPermissions(yaml)).toEqual([]);
  });
});

test('each job has the rights that it needs, and no others', () => {
  const rights = FILES.map((file) => {
    const { permissions, jobs = {} } = workflowIn(textOf(file));
    const ofJobs = Object.entries(jobs).map(([name, job]) => [name, job.permissions ?? permissions]);
    return [file, Object.fromEntries(ofJobs)];
  });
  expect(Object.fromEntries(rights)).toEqual({
    'ci.yml': { check: { contents: 'read' }, packages: { contents: 'read' } },
    'release.yml': {
      build: { contents: 'read' },
      attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
      publish: { contents: 'write' },
      npm: { contents: 'read', 'id-token': 'write' },
    },
  });
});

test('a job with a right to write runs nothing of the repository', () => {
  const { jobs = {} } = workflowIn(textOf('release.yml'));
  const writing = Object.values(jobs).filter(({ permissions = {} }) =>
    Object.values(permissions).includes('write'),
  );
  expect(writing.length).toBe(3);
  for (const job of writing) {
    expect(stepsIn(job).filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
    expect(
      stepsIn(job).filter(({ run = '' }) => /npm (?:ci|install|run|test)\b|\bscripts\//.test(run)),
    ).toEqual([]);
  }
});

test('an action is used in one version, in the workflows and in the documentation', () => {
  const pages = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const used = [...FILES.map(textOf), ...pages].flatMap(usesIn).filter((uses) => PIN.test(uses));
  const names = new Set(used.map((uses) => uses.replace(PIN, '')));
  expect(names).toContain('actions/checkout');
  expect(new Set(used).size).toBe(names.size);
});
