import { describe, expect, test } from '@jest/globals';
import { fixOnce } from '../../src/fixing/fix-once.ts';
import { untouched } from '../../src/fixing/traced-text.ts';
import { type CalendarDate, parseCalendarDate } from '../../src/plan/calendar-date.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Range } from '../../src/plan/position.ts';
import { OUR_VOCABULARY, type Vocabulary } from '../../src/plan/vocabulary.ts';
import type { PlanHistory } from '../../src/progress/plan-history.ts';
import { foldersOf } from '../../src/repository/folders-of.ts';
import type { Diagnostic } from '../../src/rules/diagnostic.ts';
import { RULES } from '../../src/rules/index.ts';
import type { Ledger } from '../../src/rules/ledger.ts';
import { makeRelations, type Relations } from '../../src/rules/relations.ts';
import { reviewStamps } from '../../src/rules/review-stamps.ts';
import type { Rule, RunKind, Severity } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run-rules.ts';
import type { JudgingSettings } from '../../src/rules/severity.ts';
import { staleEdits } from '../../src/rules/stale-edits.ts';
import type { TextEdit } from '../../src/rules/text-edit.ts';
import { compileSchema } from '../../src/schema/compile-schema.ts';
import { requiredKeys } from '../../src/schema/required-keys.ts';
import { schemaKeys } from '../../src/schema/schema-keys.ts';
import { type PastCommit, pastOf } from './past.ts';

/** A plan as text: lines of front matter, and a body. */
export const planText = (frontMatter: readonly string[], body = '# Faster search\n'): string =>
  `---\n${frontMatter.map((line) => `${line}\n`).join('')}---\n\n${body}`;

/** Seven keys, one a line from line 2 on: an active plan that nothing is wrong with on 2026-03-02. */
export const ACTIVE = [
  'type: plan',
  'title: Faster search',
  'lifecycle: active',
  'owner: search-team',
  'created: 2026-01-05',
  'last_updated: 2026-02-20',
  'reviewed: 2026-02-20',
  'expires: 2026-06-30',
] as const;

/** The lines with some keys changed, at their place, or added at the end; null takes one away. */
export function withKeys(
  lines: readonly string[],
  changes: Readonly<Record<string, string | null>>,
): readonly string[] {
  const keyOf = (line: string): string => line.split(':')[0] ?? '';
  const kept = lines.flatMap((line) => {
    const change = changes[keyOf(line)];
    if (change === undefined) return [line];
    return change === null ? [] : [`${keyOf(line)}: ${change}`];
  });
  const added = Object.entries(changes).filter(([key]) => !lines.some((line) => keyOf(line) === key));
  return [...kept, ...added.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]))];
}

/** One run of the rules over one plan. */
export interface Scene {
  readonly path?: string;
  readonly text: string;
  /** The plan before the change, at the same path unless `basePath` says another. */
  readonly base?: string;
  readonly basePath?: string;
  /** Paths of further plans, which the change edits in the same way. */
  readonly alike?: readonly string[];
  /** Further files by path; null for one that the run knows nothing about. */
  readonly others?: Readonly<Record<string, string | null>>;
  readonly baseOthers?: Readonly<Record<string, string | null>>;
  /** The run knows every file. */
  readonly knowsFiles?: boolean;
  /** The change adds the plan. */
  readonly added?: boolean;
  /** Files that the change renames: path before → path after. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Every commit of the past, the newest first; default: nothing is known of it. */
  readonly past?: readonly PastCommit[];
  /** Beside them. */
  readonly knownOfPast?: Partial<PlanHistory>;
  /** Files that a change touches which leaves the plan alone. */
  readonly touchedCode?: readonly string[];
  readonly today?: string;
  readonly run?: RunKind;
  /** Days; default 14. */
  readonly expiringWithin?: number;
  readonly profile?: JudgingSettings['profile'];
  readonly rules?: JudgingSettings['rules'];
  /** What the team knows of; default: nothing. */
  readonly ledger?: Ledger;
  /** A JSON Schema of the team. */
  readonly schema?: object;
  /** What the team calls states and keys. */
  readonly vocabulary?: Partial<Vocabulary>;
}

/** What is said, in a form that is easy to write down. `at` is `line:column-line:column`. */
export interface Said {
  readonly severity: Severity;
  readonly at: string;
  readonly message: string;
  readonly help?: string;
  readonly count?: number;
  readonly isNew?: boolean;
  /** One for each edit, `line:column-line:column → text`; line ends are those of Unix. */
  readonly fix?: readonly string[];
  readonly waived?: Diagnostic['waived'];
}

export const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
};

export function runScene(scene: Scene, rules: readonly Rule[]): readonly Diagnostic[] {
  const path = scene.path ?? 'docs/plans/search.md';
  const reading = { vocabulary: { ...OUR_VOCABULARY, ...scene.vocabulary } };
  const plan = parsePlan(path, scene.text, reading);
  const base = scene.base === undefined ? null : parsePlan(scene.basePath ?? path, scene.base, reading);
  const validate = compileSchema(
    scene.schema === undefined ? null : JSON.stringify(scene.schema),
    'team.json',
  );
  return runRules(
    {
      plan,
      base,
      schemaProblems: validate(plan.frontMatter),
      baseSchemaProblems: base === null ? [] : validate(base.frontMatter),
    },
    {
      run: scene.run ?? 'changes',
      ...(scene.ledger === undefined ? {} : { ledger: scene.ledger }),
      settings: {
        profile: scene.profile ?? 'recommended',
        rules: scene.rules ?? {},
        today: day(scene.today ?? '2026-03-02'),
        reviewEvery: 30,
        expiringWithin: scene.expiringWithin ?? 14,
      },
      histories: new Map(
        scene.past === undefined ? [] : [[path, pastOf(plan, scene.past, scene.knownOfPast)]],
      ),
      touchedCode: scene.touchedCode ?? [],
      comparesWithBase: scene.base !== undefined || scene.added === true,
      renames: new Map(Object.entries(scene.renames ?? {})),
      reviewStamps: reviewStamps([
        { plan, base },
        ...(scene.alike ?? []).map((path) => ({
          plan: { ...plan, path },
          base: base === null ? null : { ...base, path },
        })),
      ]),
      staleEdits: staleEdits(
        [path, ...(scene.alike ?? [])].map((one) => ({
          plan: { ...plan, path: one },
          base: base === null ? null : { ...base, path: one },
        })),
        day(scene.today ?? '2026-03-02'),
      ),
      requiredKeys: requiredKeys(scene.schema === undefined ? null : JSON.stringify(scene.schema)),
      schemaKeys: schemaKeys(scene.schema === undefined ? null : JSON.stringify(scene.schema)),
      relations: relationsOf(plan, scene.others ?? {}, scene.knowsFiles ?? false),
      baseRelations: relationsOf(base, scene.baseOthers ?? scene.others ?? {}, scene.knowsFiles ?? false),
    },
    rules,
  );
}

function relationsOf(
  plan: Plan | null,
  others: Readonly<Record<string, string | null>>,
  knowsFiles: boolean,
): Relations {
  const texts = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== null);
  const plans = [...(plan === null ? [] : [plan]), ...texts.map(([path, text]) => parsePlan(path, text))];
  const files = knowsFiles ? new Set(plans.map(({ path }) => path)) : null;
  const folders = foldersOf(files ?? []);
  const exists = (path: string): boolean | null =>
    others[path] === null ? null : path in others || folders.has(path);
  return makeRelations({
    plans: new Map(plans.map((one) => [one.path, one])),
    exists,
    files,
    planFiles: [...(files ?? [])].filter((path) => path.endsWith('.md')),
  });
}

const placeOf = ({ start, end }: Range): string => `${start.line}:${start.column}-${end.line}:${end.column}`;

const editInWords = ({ range, text }: TextEdit): string =>
  `${placeOf(range)} → ${text.replaceAll('\r\n', '\n')}`;

const saidBy = ({
  severity,
  range: { start, end },
  message,
  help,
  count,
  isNew,
  fix,
  waived,
}: Diagnostic): Said => ({
  severity,
  at: placeOf({ start, end }),
  message,
  ...(help === null ? {} : { help }),
  ...(count === 1 ? {} : { count }),
  ...(isNew ? {} : { isNew }),
  ...(fix === null ? {} : { fix: fix.edits.map(editInWords) }),
  ...(waived === null ? {} : { waived }),
});

const withCarriageReturns = (text: string): string => text.replaceAll('\n', '\r\n');

/** What the plan says after the fixes of its findings. */
function fixed(scene: Scene, rules: readonly Rule[]): string {
  return fixOnce(untouched(parsePlan('plan.md', scene.text).text), runScene(scene, rules), rules).text.text;
}

/**
 * Whole lists, and each scene once more with the line ends of Windows. After a fix its finding is gone.
 * @param beside further rules that run, where the rule is about what others find.
 */
export function testRule(
  id: string,
  cases: {
    readonly valid: Readonly<Record<string, Scene>>;
    readonly invalid: Readonly<Record<string, Scene & { readonly said: readonly Said[] }>>;
  },
  beside: readonly string[] = [],
): void {
  const rules = RULES.filter((rule) => rule.id === id);
  const running = RULES.filter((rule) => rule.id === id || beside.includes(rule.id));
  const said = (scene: Scene): readonly Said[] =>
    runScene(scene, running)
      .filter(({ rule }) => rule === id)
      .map(saidBy);
  const onWindows = (scene: Scene): Scene => ({
    ...scene,
    text: withCarriageReturns(scene.text),
    ...(scene.base === undefined ? {} : { base: withCarriageReturns(scene.base) }),
  });

  describe(`${id} is silent about`, () => {
    test.each(Object.entries(cases.valid))('%s', (_, scene) => {
      expect(said(scene)).toEqual([]);
      expect(said(onWindows(scene))).toEqual([]);
    });
  });
  describe(`${id} speaks about`, () => {
    test.each(Object.entries(cases.invalid))('%s', (_, { said: expected, ...scene }) => {
      expect(said(scene)).toEqual(expected);
      expect(said(onWindows(scene))).toEqual(expected);
    });
  });
  const withFix = Object.entries(cases.invalid).filter(([, { said }]) => said.some(({ fix }) => fix));
  if (withFix.length === 0 && rules[0]?.fixable !== 'safe') return;
  describe(`${id} cures`, () => {
    test('what a rule with fixes promises', () => {
      expect(rules[0]?.fixable).toBe('safe');
      expect(withFix.length).toBeGreaterThan(0);
    });

    test.each(withFix)('%s', (_, { said: expected, ...scene }) => {
      for (const before of [scene, onWindows(scene)]) {
        const after = { ...before, text: fixed(before, rules) };
        const left = runScene(after, rules);
        expect(left.filter(({ fix }) => fix !== null)).toEqual([]);
        expect(left.length).toBe(expected.filter(({ fix }) => fix === undefined).length);
        expect(after.text.replaceAll('\r\n', '').includes('\r')).toBe(false);
        expect(after.text.includes('\r\n')).toBe(before.text.includes('\r\n'));
      }
    });
  });
}
