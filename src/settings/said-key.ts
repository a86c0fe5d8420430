import { nearestWord } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { CONFIG_KEYS } from './config-shape.ts';
import { readConfigYaml } from './config-yaml.ts';
import { INPUT_NAMES } from './inputs.ts';
import { SETTING_VALUES } from './setting-values.ts';

/** The text of one version of a configuration file, empty where there need be none; null where it could not be read. */
export type ConfigVersion = string | null;

/** What one version of a configuration file says of its comment's key, be it broken elsewhere. */
export type SaidKey =
  | { readonly kind: 'named'; readonly key: string }
  /** It says nothing of it, so the default one is meant. */
  | { readonly kind: 'none' }
  /** Something may be meant for one: it is misspelt, stands at a wrong place, or has an impossible value. */
  | { readonly kind: 'meant' }
  /** It cannot be read, and what can be seen of it is nothing like one. */
  | { readonly kind: 'unread' };

type Mapping = Readonly<Record<string, unknown>>;

const KEY = 'comment-key';
const NAMES = [...CONFIG_KEYS, ...INPUT_NAMES];
/** The only keys with keys of their own. */
const WITH_KEYS: readonly string[] = ['rules', 'lifecycle-aliases', 'field-aliases'];

export function saidKey(text: ConfigVersion): SaidKey {
  const file = configMapping(text);
  if (file === null) return { kind: namesInLines(text ?? '').some(mayMeanKey) ? 'meant' : 'unread' };
  const given = Object.hasOwn(file, KEY) ? file[KEY] : null;
  if (given !== null) {
    const key = typeof given === 'string' ? SETTING_VALUES[KEY].read(given) : null;
    return key === null ? { kind: 'meant' } : { kind: 'named', key };
  }
  const others = Object.entries(file).filter(([name]) => name !== KEY);
  return { kind: others.some(hasKeyAstray) ? 'meant' : 'none' };
}

/** null where the text is not one YAML mapping. */
export function configMapping(text: ConfigVersion): Mapping | null {
  if (text === null) return null;
  try {
    return readConfigYaml(text, '').data;
  } catch (error) {
    if (error instanceof PlanCheckError) return null;
    throw error;
  }
}

/** Of the file's own keys only those are nothing like it that are others of ours, or slips of these. */
function hasKeyAstray([name, value]: readonly [string, unknown]): boolean {
  if (!NAMES.includes(name) && (mayMeanKey(name) || nearestWord(name, NAMES) === null)) return true;
  const isPlace = WITH_KEYS.includes(name);
  return [...inside(value)].some(({ key, text }) =>
    key === null ? LIKE_KEY.test(text) : !isPlace || mayMeanKey(key),
  );
}

/** Every key and every text of a value. Its depth is bounded by the parser. */
function* inside(value: unknown): Generator<{ readonly key: string | null; readonly text: string }> {
  if (typeof value === 'string') yield { key: null, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(value)) yield { key, text: '' };
    yield* inside(part);
  }
}

/** In a text that is meant for something else. */
const LIKE_KEY = /comment.?key/i;

const mayMeanKey = (name: string): boolean =>
  name === '<<' || name === '__proto__' || /key/i.test(name) || nearestWord(name, [KEY]) !== null;

/** The words before the colons, where no parser can tell keys. */
const namesInLines = (text: string): readonly string[] =>
  text
    .split(/[\n\r,{[]/)
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => line.split(':').slice(0, -1))
    .map((name) =>
      name
        .trim()
        .replace(/^[-?"' ]+/, '')
        .replace(/["' ]+$/, ''),
    );
