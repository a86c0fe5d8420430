import { nearestWord } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { CONFIG_KEYS } from './config-shape.ts';
import { readConfigYaml } from './config-yaml.ts';
import { DEFAULTS } from './resolve-settings.ts';
import { SETTING_VALUES } from './setting-values.ts';
import type { SettingLayer, Settings } from './settings.ts';
import type { ValueReader } from './value-reader.ts';

/** Whether a set-up comments, and which comment is its own. */
export type CommentPlace = Pick<Settings, 'comment' | 'commentKey'>;

/** The text of one version of a configuration file, empty where there need be none; null where it could not be read. */
export type ConfigVersion = string | null;

/**
 * Which comment is a set-up's whose configuration cannot be used: by the inputs, else by the first version of the file
 * that is sure. A version is sure of a key that it has with a possible value, or of which it has nothing like it.
 * @returns null where none is sure of the comment's key: the one with the default key may be another set-up's.
 */
export function rescueCommentPlace(
  inputs: SettingLayer,
  versions: readonly ConfigVersion[],
): CommentPlace | null {
  const files = versions.map(mapping).filter((file) => file !== null);
  const said = <Value>(key: string, reader: ValueReader<Value>, otherwise: Value): Value | null =>
    files.map((file) => surely(file, key, reader, otherwise)).find((value) => value !== null) ?? null;
  const commentKey =
    inputs.commentKey ?? said('comment-key', SETTING_VALUES['comment-key'], DEFAULTS.commentKey);
  // A failure makes no comment, so that one with this key was wanted once.
  const comment =
    inputs.comment ?? said('comment', SETTING_VALUES.comment, DEFAULTS.comment) ?? DEFAULTS.comment;
  return commentKey === null ? null : { comment, commentKey };
}

type Mapping = Readonly<Record<string, unknown>>;

function mapping(text: ConfigVersion): Mapping | null {
  if (text === null) return null;
  try {
    return readConfigYaml(text, '').data;
  } catch (error) {
    if (error instanceof PlanCheckError) return null;
    throw error;
  }
}

function surely<Value>(
  file: Mapping,
  key: string,
  reader: ValueReader<Value>,
  otherwise: Value,
): Value | null {
  const given = Object.hasOwn(file, key) ? file[key] : null;
  if (given === null) return hasSlipOf(key, file) ? null : otherwise;
  return typeof given === 'string' ? reader.read(given) : null;
}

/** A key that is none of ours, and may be meant for this one. */
const hasSlipOf = (key: string, file: Mapping): boolean =>
  Object.keys(file).some((name) => !CONFIG_KEYS.includes(name) && nearestWord(name, [key]) !== null);
