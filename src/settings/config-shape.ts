import { Ajv, type ErrorObject } from 'ajv';
import configSchema from '../../schema/config.schema.json' with { type: 'json' };
import { LIFECYCLES, type Lifecycle } from '../plan/lifecycle.ts';
import { FIELDS, type Field } from '../plan/vocabulary.ts';
import { aliasName, aliasOfAlias } from './alias-problems.ts';
import { INPUT_NAMES } from './inputs.ts';
import { allowedBy, type ConfigurableRule, ruleSchema } from './rule-schema.ts';
import { impossibleValue, shown, unknownName } from './setting-problem.ts';
import { SETTING_VALUES } from './setting-values.ts';
import type { CommentMode, FailOn, Profile, RuleLevel, TrackingMode } from './settings.ts';
import { oneOf } from './value-reader.ts';

export type RuleValue = RuleLevel | readonly [level: RuleLevel, options?: Readonly<Record<string, unknown>>];

/** The configuration file as its schema describes it. */
export interface ConfigValues {
  readonly plans?: string | readonly string[];
  readonly ignore?: string | readonly string[];
  readonly schema?: string;
  readonly baseline?: string;
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, RuleValue>>;
  readonly 'lifecycle-aliases'?: Readonly<Record<string, Lifecycle>>;
  readonly 'field-aliases'?: Readonly<Record<string, Field>>;
  readonly 'fail-on'?: FailOn;
  readonly comment?: CommentMode;
  readonly 'comment-key'?: string;
  readonly 'tracking-issue'?: TrackingMode;
  readonly 'tracking-issue-labels'?: string | readonly string[];
  readonly 'mention-owners'?: boolean;
  readonly 'review-every'?: number;
  readonly 'expiring-within'?: number;
  readonly timezone?: string;
}

/** A sentence about a key, or about a value inside it. */
export interface ConfigProblem {
  readonly at: readonly string[];
  /** It is about the key's name, not its value. */
  readonly onKey: boolean;
  readonly sentence: string;
}

export interface ConfigShape {
  /** Empty when there are problems. */
  readonly values: ConfigValues;
  readonly problems: readonly ConfigProblem[];
}

export const CONFIG_KEYS = Object.keys(configSchema.properties);
const LEVELS = configSchema.definitions.severity.enum;
const GLOBS = { allowed: 'a glob of 1 to 1000 characters, or a list of them', words: [] };
const RULE = {
  allowed: `one of ${LEVELS.join(', ')}, or a list of one of them and the rule's options`,
  words: LEVELS,
};
const STATE = oneOf(LIFECYCLES);
const FIELD = oneOf(FIELDS);
const STATE_ALIASES = { allowed: 'a mapping of your words to states', words: [] };
const FIELD_ALIASES = { allowed: 'a mapping of your keys to ours', words: [] };
const RULES = { allowed: 'a mapping of rule ids to severities', words: [] };

/** Compares the configuration with its schema. A key without a value counts as not given: its value is often commented out. */
export function checkConfigShape(
  data: Readonly<Record<string, unknown>>,
  rules: readonly ConfigurableRule[],
): ConfigShape {
  const given: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== null),
  );
  const validate = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTuples: false,
  }).compile<ConfigValues>(schemaFor(rules, statesIn(given['lifecycle-aliases'])));
  if (validate(given)) return { values: given, problems: [] };
  const problems = (validate.errors ?? [])
    // Each says what another one says better.
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
    .map((error) => aliasOfAlias(error, given) ?? aliasName(error) ?? describe(error, rules));
  return { values: {}, problems: problems.filter(isFirstOfItsKind) };
}

/** Every word that a rule's option may use for a state. */
const statesIn = (aliases: unknown): readonly string[] => {
  const words = typeof aliases === 'object' && aliases !== null ? Object.keys(aliases) : [];
  return [...new Set([...LIFECYCLES, ...words])];
};

/** The published schema lists the rules for editors; what may be configured is what there is to run. */
const schemaFor = (rules: readonly ConfigurableRule[], states: readonly string[]) => ({
  ...configSchema,
  definitions: { ...configSchema.definitions, state: { enum: states } },
  properties: {
    ...configSchema.properties,
    rules: {
      ...configSchema.properties.rules,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    },
  },
});

function describe(error: ErrorObject, rules: readonly ConfigurableRule[]): ConfigProblem {
  const at = error.instancePath.split('/').slice(1).map(unescapePointer);
  const [key, rule, , ...option] = at;
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    return { at: [...at, name], onKey: true, sentence: unknownAt(at, name, rules) };
  }
  const isOption = key === 'rules' && option.length > 0;
  const hasNames = key === 'rules' || key === 'lifecycle-aliases' || key === 'field-aliases';
  const named = isOption ? [key, rule, ...option] : at.slice(0, hasNames ? 2 : 1);
  const allowed = isOption ? allowedBy(error.parentSchema) : allowedAt(at);
  return { at, onKey: false, sentence: impossibleValue(`"${named.join('.')}"`, error.data, allowed) };
}

/** Of the file, of `rules`, or of the options of a rule. */
function unknownAt([key, rule]: readonly string[], name: string, rules: readonly ConfigurableRule[]): string {
  if (key === undefined) return unknownKey(name);
  if (rule === undefined) {
    return unknownName(
      'unknown rule',
      name,
      rules.map(({ id }) => id),
    );
  }
  const options = Object.keys(rules.find(({ id }) => id === rule)?.options ?? {});
  return options.length === 0
    ? `the rule "${rule}" has no options; remove ${shown(name)}.`
    : unknownName(`the rule "${rule}" has no option`, name, options);
}

const unknownKey = (name: string): string =>
  INPUT_NAMES.includes(name)
    ? `"${name}" is an input of the action and an option of the terminal, not a key of this file.`
    : unknownName('unknown key', name, CONFIG_KEYS);

function allowedAt([key, rule]: readonly string[]) {
  switch (key) {
    case 'plans':
    case 'ignore':
      return GLOBS;
    case 'rules':
      return rule === undefined ? RULES : RULE;
    case 'lifecycle-aliases':
      return rule === undefined ? STATE_ALIASES : STATE;
    case 'field-aliases':
      return rule === undefined ? FIELD_ALIASES : FIELD;
    case 'schema':
    case 'baseline':
    case 'profile':
    case 'fail-on':
    case 'comment':
    case 'comment-key':
    case 'tracking-issue':
    case 'tracking-issue-labels':
    case 'mention-owners':
    case 'review-every':
    case 'expiring-within':
    case 'timezone':
      return SETTING_VALUES[key];
    default:
      return { allowed: 'a mapping', words: [] };
  }
}

/** One sentence a place: a wrong type often breaks a second keyword. */
const isFirstOfItsKind = (problem: ConfigProblem, index: number, all: readonly ConfigProblem[]): boolean =>
  all.findIndex(({ sentence }) => sentence === problem.sentence) === index;

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
