import { nearestWord } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { MODES, type Mode } from '../trigger.ts';
import { impossibleValue, unknownName } from './setting-problem.ts';
import { SETTING_VALUES } from './setting-values.ts';
import type { SettingLayer } from './settings.ts';
import { type Shard, shardValue } from './shard.ts';
import { anyText, flag, oneOf, pathsOnLines, type ValueReader } from './value-reader.ts';

/** What the inputs of the action, or the options of the terminal, say; a key is missing when nothing was given. */
export interface Inputs extends SettingLayer {
  readonly githubToken?: string;
  readonly mode?: Mode;
  /** Path of the configuration file, from the repository's root. */
  readonly config?: string;
  /** Where the JSON report goes: a path of the disk. */
  readonly report?: string;
  /** Where a SARIF file goes: a path of the disk. */
  readonly sarif?: string;
  readonly dryRun?: boolean;
  /** The part of the plans that this run judges. */
  readonly shard?: Shard;
  /** Reports of shards that this run joins: paths and globs of the disk. */
  readonly merge?: readonly string[];
}

interface InputDefinition {
  readonly name: string;
  /** What the input says, or the end of a sentence about why it cannot be. */
  read(text: string): { readonly said: Inputs } | { readonly problem: (subject: string) => string };
}

function input<Value>(
  name: string,
  reader: ValueReader<Value>,
  say: (value: Value) => Inputs,
): InputDefinition {
  return {
    name,
    read: (text) => {
      const value = reader.read(text);
      if (value !== null) return { said: say(value) };
      const complaint = reader.complaint?.(text) ?? null;
      return {
        problem: (subject) =>
          complaint === null ? impossibleValue(subject, text, reader) : `${subject} ${complaint}`,
      };
    },
  };
}

/** Every input once: its name, what it may be, and what it says. */
const INPUTS: readonly InputDefinition[] = [
  input('github-token', anyText, (githubToken) => ({ githubToken })),
  input('mode', oneOf(MODES), (mode) => ({ mode })),
  input('plans', SETTING_VALUES.plans, (plans) => ({ plans })),
  input('config', SETTING_VALUES.config, (config) => ({ config })),
  input('schema', SETTING_VALUES.schema, (schema) => ({ schema })),
  input('profile', SETTING_VALUES.profile, (profile) => ({ profile })),
  input('fail-on', SETTING_VALUES['fail-on'], (failOn) => ({ failOn })),
  input('comment', SETTING_VALUES.comment, (comment) => ({ comment })),
  input('comment-key', SETTING_VALUES['comment-key'], (commentKey) => ({ commentKey })),
  input('tracking-issue', SETTING_VALUES['tracking-issue'], (trackingIssue) => ({ trackingIssue })),
  input('tracking-issue-labels', SETTING_VALUES['tracking-issue-labels'], (trackingIssueLabels) => ({
    trackingIssueLabels,
  })),
  input('mention-owners', SETTING_VALUES['mention-owners'], (mentionOwners) => ({ mentionOwners })),
  input('review-every', SETTING_VALUES['review-every'], (reviewEvery) => ({ reviewEvery })),
  input('expiring-within', SETTING_VALUES['expiring-within'], (expiringWithin) => ({ expiringWithin })),
  input('timezone', SETTING_VALUES.timezone, (timezone) => ({ timezone })),
  input('today', SETTING_VALUES.today, (today) => ({ today })),
  input('report', anyText, (report) => ({ report })),
  input('sarif', anyText, (sarif) => ({ sarif })),
  input('shard', shardValue, (shard) => ({ shard })),
  input('merge', pathsOnLines, (merge) => ({ merge })),
  input('dry-run', flag, (dryRun) => ({ dryRun })),
];

export const INPUT_NAMES: readonly string[] = INPUTS.map(({ name }) => name);

type Given = Readonly<Record<string, string | undefined>>;

/**
 * The inputs of the action, as the runner hands them over: `INPUT_` and the name in capitals, spaces as underscores,
 * hyphens kept. An empty one was not given; one that is not near any of ours belongs to somebody else.
 * @throws {PlanCheckError} with one line for each mistyped name and each impossible value.
 */
export function readActionInputs(env: Given): Inputs {
  const given = givenInputs(env).filter(({ name }) => !isForeign(name));
  return readInputs(
    given.map(({ name, text }) => [name, text] as const),
    { unknown: 'Unknown input', subject: (name) => `Input "${name}"` },
  );
}

/** A sentence for each variable that looks like an input and was not read, because it is like none of them. */
export const foreignInputs = (env: Given): readonly string[] =>
  givenInputs(env)
    .filter(({ name }) => isForeign(name))
    .map(
      ({ variable }) =>
        `The variable "${variable}" was not read: Plan Check has no such input. Remove it from "with" if it was meant as one.`,
    );

const PREFIX = 'INPUT_';

const givenInputs = (env: Given) =>
  Object.entries(env)
    .filter(([variable, text]) => variable.startsWith(PREFIX) && (text ?? '').trim() !== '')
    .map(([variable, text]) => ({ variable, name: variable.slice(PREFIX.length).toLowerCase(), text }));

const isForeign = (name: string): boolean =>
  !INPUT_NAMES.includes(name) && nearestWord(name, INPUT_NAMES) === null;

/**
 * The options of the terminal by their names without hyphens in front: `{'fail-on': 'warning'}`.
 * @throws {PlanCheckError} as above.
 */
export function readTerminalOptions(options: Given): Inputs {
  return readInputs(Object.entries(options), {
    unknown: 'Unknown option',
    subject: (name) => `Option "--${name}"`,
  });
}

interface Wording {
  readonly unknown: string;
  readonly subject: (name: string) => string;
}

function readInputs(given: readonly (readonly [string, string | undefined])[], wording: Wording): Inputs {
  const problems: string[] = [];
  let inputs: Inputs = {};
  for (const [name, text] of given) {
    const definition = INPUTS.find((candidate) => candidate.name === name);
    const trimmed = (text ?? '').trim();
    if (definition === undefined) {
      problems.push(unknownName(wording.unknown, name, INPUT_NAMES));
    } else if (trimmed !== '') {
      const result = definition.read(trimmed);
      if ('problem' in result) problems.push(result.problem(wording.subject(name)));
      else inputs = { ...inputs, ...result.said };
    }
  }
  if (problems.length > 0) throw new PlanCheckError(problems.join('\n'));
  return inputs;
}
