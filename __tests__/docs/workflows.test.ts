import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from '../../src/rules/index.ts';
import { foreignInputs, INPUT_NAMES, readActionInputs } from '../../src/settings/inputs.ts';
import { COMMANDS, readCommandLine } from '../../src/terminal/command-line.ts';
import {
  checkoutsWithToken,
  jobsWithoutPermissions,
  looseUses,
  pullRequestsWithoutEdits,
  scriptsWithPastedText,
  stepsIn,
} from './workflow-rules.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const yamlOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^```yaml\n(?<yaml>[\s\S]*?)^```$/gm)].map(({ groups }) => groups?.yaml ?? '');
const blocksOf = (page: string): readonly string[] => yamlOf(page).filter((yaml) => yaml.includes('uses:'));
/** Pieces too, which leave out the jobs. */
const workflowsOf = (page: string): readonly string[] => yamlOf(page).filter((yaml) => /^on:/m.test(yaml));

describe.each(PAGES)('the workflows of %s', (page) => {
  const steps = blocksOf(page).flatMap((block) => stepsIn(parse(block)));
  const ours = steps.filter(({ uses }) => uses?.startsWith('OWNER/plan-check@'));

  test('give inputs that there are, and values that they take', () => {
    for (const { with: given = {} } of ours) {
      const env = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          // What the runner would fill in.
          String(value).replace(/\$\{\{ *matrix\.\w+ *\}\}/g, '1'),
        ]),
      );
      expect(Object.keys(given).filter((name) => !INPUT_NAMES.includes(name))).toEqual([]);
      expect(foreignInputs(env)).toEqual([]);
      expect(() => readActionInputs(env)).not.toThrow();
    }
  });

  test('run again when a pull request gets another base branch', () => {
    expect(workflowsOf(page).flatMap(pullRequestsWithoutEdits)).toEqual([]);
  });

  test('read outputs that there are', () => {
    const ids = new Set(ours.map(({ id }) => id));
    const read = [
      ...blocksOf(page)
        .join('\n')
        .matchAll(/steps\.(?<id>[\w-]+)\.outputs\.(?<name>[\w-]+)/g),
    ];
    for (const { groups } of read) {
      expect(ids).toContain(groups?.id);
      expect(Object.keys(action.outputs)).toContain(groups?.name);
    }
  });

  test('pin what they use to a full commit id, with its version beside it', () => {
    expect(blocksOf(page).flatMap(looseUses)).toEqual([]);
  });

  test('leave no token in a check-out, and paste no text into a script', () => {
    expect(blocksOf(page).flatMap(checkoutsWithToken)).toEqual([]);
    expect(blocksOf(page).flatMap(scriptsWithPastedText)).toEqual([]);
  });

  test('say which rights their jobs need', () => {
    expect(blocksOf(page).flatMap(jobsWithoutPermissions)).toEqual([]);
  });

  test('call commands that there are', () => {
    const calls = [...textOf(page).matchAll(/(?:`plan-check|dist\/cli\.js) (?<words>[a-z][^`>|\n]*)/g)];
    for (const { groups } of calls) {
      const words = (groups?.words ?? '').trim().replaceAll("'", '').split(/\s+/);
      const example = words.map((word) => (word === 'RULE' ? (RULES[0]?.id ?? word) : word));
      // A command that is only named needs no more than its name.
      if (words.length > 1) expect(() => readCommandLine(example)).not.toThrow();
      else expect(COMMANDS).toContain(words[0]);
    }
  });
});

test('there are workflows to look at', () => {
  const blocks = PAGES.flatMap(blocksOf);
  expect(blocks.filter((block) => block.includes('OWNER/plan-check@')).length).toBeGreaterThan(5);
});
