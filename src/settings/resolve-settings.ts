import { dayIn } from '../plan/calendar-date.ts';
import { OUR_VOCABULARY } from '../plan/vocabulary.ts';
import type { RunKind } from '../rules/rule.ts';
import type { FailOn, SettingLayer, Settings } from './settings.ts';

/** Where the configuration is looked for when nothing else is named; there it may be missing. */
export const DEFAULT_CONFIG_PATH = '.github/plan-check.yml';

export const DEFAULTS: Omit<Settings, 'today'> = {
  plans: ['docs/plans/**/*.md', 'plans/**/*.md'],
  ignore: [],
  schema: null,
  baseline: null,
  profile: 'recommended',
  rules: {},
  vocabulary: OUR_VOCABULARY,
  failOn: null,
  comment: 'auto',
  commentKey: 'default',
  trackingIssue: 'auto',
  trackingIssueLabels: ['plan-check'],
  mentionOwners: false,
  reviewEvery: 30,
  expiringWithin: 14,
  timezone: 'UTC',
};

/**
 * The inputs win over the configuration file, and that over the defaults, key by key and never mixed.
 * @param layers.now milliseconds since the epoch: decides what day it is, where no day is given.
 */
export function resolveSettings(layers: {
  readonly inputs: SettingLayer;
  readonly config: SettingLayer;
  readonly now: number;
}): Settings {
  const setting = <Key extends keyof typeof DEFAULTS>(key: Key): (typeof DEFAULTS)[Key] =>
    layers.inputs[key] ?? layers.config[key] ?? DEFAULTS[key];
  const timezone = setting('timezone');
  return {
    plans: setting('plans'),
    ignore: setting('ignore'),
    schema: setting('schema'),
    baseline: setting('baseline'),
    profile: setting('profile'),
    rules: setting('rules'),
    vocabulary: setting('vocabulary'),
    failOn: setting('failOn'),
    comment: setting('comment'),
    commentKey: setting('commentKey'),
    trackingIssue: setting('trackingIssue'),
    trackingIssueLabels: setting('trackingIssueLabels'),
    mentionOwners: setting('mentionOwners'),
    reviewEvery: setting('reviewEvery'),
    expiringWithin: setting('expiringWithin'),
    timezone,
    today: layers.inputs.today ?? dayIn(timezone, layers.now),
  };
}

/** From which severity on a run fails: by default errors of a change do, and a scan only reports. */
export function effectiveFailOn(settings: Pick<Settings, 'failOn'>, run: RunKind): FailOn {
  return settings.failOn ?? (run === 'changes' ? 'error' : 'never');
}
