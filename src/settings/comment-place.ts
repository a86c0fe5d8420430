import { nearestWord } from '../nearest.ts';
import { CONFIG_KEYS } from './config-shape.ts';
import { DEFAULTS } from './resolve-settings.ts';
import { type ConfigVersion, configMapping, saidKey } from './said-key.ts';
import { SETTING_VALUES } from './setting-values.ts';
import type { SettingLayer, Settings } from './settings.ts';

/** Whether a set-up comments, and which comment is its own. */
export type CommentPlace = Pick<Settings, 'comment' | 'commentKey'>;

/** A comment on the pull request, and the set-up's configuration at the commit that it is about. */
export interface PastComment {
  readonly key: string;
  /** undefined where there was no file. */
  readonly config: ConfigVersion | undefined;
}

/**
 * Which comment is a set-up's whose configuration cannot be used: by the inputs, else by the first version of the file
 * that names a key. One that says nothing of any means the default one, unless a version before it may mean another.
 * @returns `commentKey` is null where none is sure: the comment with the default key may be another set-up's.
 */
export function rescueCommentPlace(
  inputs: SettingLayer,
  versions: readonly ConfigVersion[],
): Pick<CommentPlace, 'comment'> & { readonly commentKey: string | null } {
  return {
    // A failure makes no comment, so that one with this key was wanted once.
    comment: inputs.comment ?? saidMode(versions) ?? DEFAULTS.comment,
    commentKey: inputs.commentKey ?? keyOf(versions),
  };
}

function keyOf(versions: readonly ConfigVersion[]): string | null {
  let mayBeAnother = false;
  for (const said of versions.map(saidKey)) {
    if (said.kind === 'named') return said.key;
    if (said.kind === 'none' && !mayBeAnother) return DEFAULTS.commentKey;
    if (said.kind === 'meant') mayBeAnother = true;
  }
  return null;
}

/** Whether a comment is this set-up's, by the key that its configuration had then; null where that does not tell. */
export function isOwnComment({ key, config }: PastComment): boolean | null {
  // Without a file the defaults held, for this set-up or for one that has another file.
  if (config === undefined) return key === DEFAULTS.commentKey ? null : false;
  const said = saidKey(config);
  switch (said.kind) {
    case 'named':
      return said.key === key;
    case 'none':
      return key === DEFAULTS.commentKey;
    case 'meant':
    case 'unread':
      return null;
  }
}

/** Of the first version that has it with a possible value, or nothing like it. */
function saidMode(versions: readonly ConfigVersion[]): Settings['comment'] | null {
  for (const file of versions.map(configMapping)) {
    if (file === null) continue;
    const given = Object.hasOwn(file, 'comment') ? file.comment : null;
    if (given === null && !hasSlipOf('comment', file)) return DEFAULTS.comment;
    const mode = typeof given === 'string' ? SETTING_VALUES.comment.read(given) : null;
    if (mode !== null) return mode;
  }
  return null;
}

/** A key that is none of ours, and may be meant for this one. */
const hasSlipOf = (key: string, file: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(file).some((name) => !CONFIG_KEYS.includes(name) && nearestWord(name, [key]) !== null);
