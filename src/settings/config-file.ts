import type { Vocabulary } from '../plan/vocabulary.ts';
import { aliasProblems } from './alias-problems.ts';
import { configError } from './config-error.ts';
import { type ConfigProblem, type ConfigValues, checkConfigShape, type RuleValue } from './config-shape.ts';
import { readConfigYaml } from './config-yaml.ts';
import type { ConfigurableRule } from './rule-schema.ts';
import { impossibleValue } from './setting-problem.ts';
import { globComplaints, SETTING_VALUES, usableGlobs, usableLabels } from './setting-values.ts';
import type { RuleSetting, SettingLayer } from './settings.ts';
import type { ValueReader } from './value-reader.ts';

/**
 * Reads the configuration file.
 * @param path as messages name it.
 * @param rules every rule that may be configured.
 * @throws {PlanCheckError} with a line `path:line:column: sentence` for each thing that is wrong.
 */
export function parseConfig(text: string, path: string, rules: readonly ConfigurableRule[]): SettingLayer {
  const yaml = readConfigYaml(text, path);
  const { values, problems } = checkConfigShape(yaml.data, rules);
  const read = problems.length === 0 ? readLayer(values) : { layer: {}, problems };
  if (read.problems.length === 0) return read.layer;

  const located = read.problems
    .map((problem) => ({ offset: yaml.offsetOf(problem), sentence: problem.sentence }))
    .sort((a, b) => a.offset - b.offset);
  throw configError(located, yaml.placeOf);
}

interface ReadLayer {
  readonly layer: SettingLayer;
  readonly problems: readonly ConfigProblem[];
}

/** What a schema cannot say (useful globs, paths, time zones) is read as it is of the inputs. */
function readLayer(values: ConfigValues): ReadLayer {
  const problems: ConfigProblem[] = [];
  const read = <Raw, Value>(
    key: string,
    raw: Raw | undefined,
    reader: Omit<ValueReader<Value>, 'read'> & { read(raw: Raw): Value | null },
  ): Value | undefined => {
    const value = raw === undefined ? undefined : reader.read(raw);
    if (value !== null) return value;
    const complaint = typeof raw === 'string' ? (reader.complaint?.(raw) ?? null) : null;
    const sentence = complaint === null ? impossibleValue(`"${key}"`, raw, reader) : `"${key}" ${complaint}`;
    problems.push({ at: [key], onKey: false, sentence });
    return undefined;
  };
  for (const key of ['plans', 'ignore'] as const) {
    const complaints = globComplaints(listOf(values[key]) ?? []);
    for (const { index, sentence } of complaints) {
      const at = typeof values[key] === 'string' ? [key] : [key, String(index)];
      problems.push({ at, onKey: false, sentence: `"${key}" ${sentence}` });
    }
  }
  problems.push(...aliasProblems(values));
  const layer = {
    plans: read('plans', listOf(values.plans), { ...SETTING_VALUES.plans, read: usableGlobs }),
    ignore: listOf(values.ignore),
    schema: read('schema', values.schema, SETTING_VALUES.schema),
    baseline: read('baseline', values.baseline, SETTING_VALUES.baseline),
    profile: values.profile,
    rules: values.rules === undefined ? undefined : ruleSettings(values.rules),
    vocabulary: readVocabulary(values),
    failOn: values['fail-on'],
    comment: values.comment,
    commentKey: values['comment-key'],
    trackingIssue: values['tracking-issue'],
    trackingIssueLabels: read('tracking-issue-labels', labelsOf(values['tracking-issue-labels']), {
      ...SETTING_VALUES['tracking-issue-labels'],
      read: usableLabels,
    }),
    mentionOwners: values['mention-owners'],
    reviewEvery: values['review-every'],
    expiringWithin: values['expiring-within'],
    timezone: read('timezone', values.timezone, SETTING_VALUES.timezone),
  };
  return { layer, problems };
}

const readVocabulary = (values: ConfigValues): Vocabulary | undefined => {
  const { 'lifecycle-aliases': states, 'field-aliases': fields } = values;
  if (states === undefined && fields === undefined) return undefined;
  return {
    lifecycleAliases: new Map(Object.entries(states ?? {})),
    fieldAliases: new Map(Object.entries(fields ?? {})),
  };
};

/** In one string they are parted as in the input. */
const labelsOf = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? value.split(/[,\n]/) : value;

const listOf = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : value;

const ruleSettings = (rules: Readonly<Record<string, RuleValue>>): Readonly<Record<string, RuleSetting>> =>
  Object.fromEntries(
    Object.entries(rules).map(([id, value]) => {
      const [level, options = {}] = typeof value === 'string' ? [value] : value;
      return [id, { level, options }];
    }),
  );
