import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { runScene, type Scene } from './rule-test.ts';

/*
 * A page shows plans like this: a line with the path in back ticks, then the text in a fence. The first plan of a section is
 * the one that is checked; a path with ", before the change" behind it is what it was; further ones lie beside it.
 * A list in which each point is like "2026-02-20, "Rank by use": `src/rank.ts`" has all commits of the past, the newest first.
 * A line "Today is 2026-03-02." says which day it is, and one about four more plans that the change does the same to them.
 */
const EXAMPLE = /^`([^`\n]+)`(, before the change)?\n\n```markdown\n(.*?)\n```$/gms;

const FOUR_MORE = 'The change does the same to four more plans.';

/** Then the run knows every file: the plans of the section, and these. */
const KNOWS_FILES = /^The repository has no other files than (.*)\.$/m;

/** Then the change leaves the plan alone. */
const TOUCHES = /^The change touches `([^`]+)`\.$/m;

const COMMIT = /^- (\d{4}-\d{2}-\d{2}), "(.*)": (`.*`)$/gm;

const pathsIn = (words: string): readonly string[] =>
  [...words.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

const isOff = ({ severity: { changes, scan } }: Rule): boolean => changes === 'off' && scan === 'off';

const pageOf = ({ id }: Rule): string =>
  readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');

/** The plans of a page have headings of their own. */
function section(page: string, heading: string): string | null {
  const parts = page.split(/^## (?=(?:Why|Wrong|Right|Options)$)/m);
  return parts.find((part) => part.startsWith(`${heading}\n`))?.slice(heading.length) ?? null;
}

function sceneOf(page: string, heading: string, rule: Rule): Scene {
  const shown = section(page, heading) ?? '';
  const examples = [...shown.matchAll(EXAMPLE)].map(([, path = '', before, text = '']) => ({
    path,
    isBase: before !== undefined,
    text: `${text}\n`,
  }));
  const [checked, ...others] = examples.filter(({ isBase }) => !isBase);
  const base = examples.find(({ isBase }) => isBase);
  const today = /^Today is (\S+)\.$/m.exec(page)?.[1];
  const files = [...(KNOWS_FILES.exec(shown)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
  if (checked === undefined) throw new Error(`"${heading}" shows no plan.`);
  return {
    path: checked.path,
    text: checked.text,
    run: rule.severity.changes === 'off' ? 'scan' : 'changes',
    others: Object.fromEntries([
      ...others.map(({ path, text }) => [path, text]),
      ...files.map((file) => [file, '']),
    ]),
    knowsFiles: KNOWS_FILES.test(shown),
    ...pastIn(shown),
    touchedCode: pathsIn(TOUCHES.exec(shown)?.[0] ?? ''),
    rules: isOff(rule) ? { [rule.id]: { level: 'warning', options: {} } } : {},
    ...(base === undefined ? {} : { base: base.text, basePath: base.path }),
    ...(today === undefined ? {} : { today }),
    ...(shown.includes(`\n${FOUR_MORE}\n`)
      ? { alike: [2, 3, 4, 5].map((number) => `${checked.path}.${number}`) }
      : {}),
  };
}

function pastIn(shown: string): Pick<Scene, 'past'> {
  const past = [...shown.matchAll(COMMIT)].map(([, day = '', subject = '', files = '']) => ({
    day,
    subject,
    files: pathsIn(files),
  }));
  return past.length === 0 ? {} : { past };
}

const rulesThatSpeak = (scene: Scene): readonly string[] => [
  ...new Set(runScene(scene, RULES).map((diagnostic) => diagnostic.rule)),
];

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = pageOf(rule);

  test('begins with the name and the description of the rule', () => {
    expect(page.startsWith(`# ${id}\n\n${rule.description}\n`)).toBe(true);
  });

  test('says how severe it is', () => {
    const { changes, scan } = rule.severity;
    const profiles = rule.minimal ? 'minimal, recommended, strict' : 'recommended, strict';
    expect(page).toContain(`\n| ${changes} | ${scan} | ${profiles} |\n`);
  });

  test('says why, and what can be set', () => {
    expect(section(page, 'Why')).toMatch(/\S/);
    expect(section(page, 'Options')).toMatch(/\S/);
  });
});

const aboutPlans = RULES.filter((rule) => rule.id !== 'unreadable-file');

describe.each(aboutPlans.map((rule) => [rule.id, rule] as const))('the examples of %s', (id, rule) => {
  const page = pageOf(rule);

  test('show a plan that is wrong in nothing else', () => {
    expect(rulesThatSpeak(sceneOf(page, 'Wrong', rule))).toEqual([id]);
  });

  test('show a plan that is right', () => {
    expect(rulesThatSpeak(sceneOf(page, 'Right', rule))).toEqual([]);
  });
});
