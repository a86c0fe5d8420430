import type { FrontMatter, KeyPath } from './front-matter.ts';
import { normaliseWord, parseLifecycle } from './lifecycle.ts';
import type { Plan } from './plan.ts';
import { FILE_START } from './position.ts';
import { saysNothing } from './said.ts';
import { stateOfWord, type Vocabulary } from './vocabulary.ts';

type Data = FrontMatter['data'];

/** Keys that hold a state. */
const STATES = ['status', 'lifecycle'] as const;

/** The part of a front matter that does not know the team's words. */
export type WrittenFrontMatter = Omit<FrontMatter, 'data' | 'nameOf'>;

/**
 * Reads the team's keys and words as ours. Where both keys of one meaning stand, ours counts and the other is a key
 * like any.
 */
export function inOurWords(read: WrittenFrontMatter, vocabulary: Vocabulary): FrontMatter {
  const { written } = read;
  const aliases = [...vocabulary.fieldAliases].filter(
    ([alias, field]) => Object.hasOwn(written, alias) && !Object.hasOwn(written, field),
  );
  const fields = new Map<string, string>(aliases);
  const names = new Map<string, string>(aliases.map(([alias, field]) => [field, alias]));
  const usual = new Map<string, string>([...vocabulary.fieldAliases].map(([alias, field]) => [field, alias]));
  const keyed = Object.fromEntries(
    Object.entries(written).map(([key, value]) => [fields.get(key) ?? key, value]),
  );
  const inFile = ([first = '', ...rest]: KeyPath): KeyPath => [names.get(String(first)) ?? first, ...rest];
  return {
    ...read,
    isWritten: (path) => read.isWritten(inFile(path)),
    isTagged: (path) => read.isTagged(inFile(path)),
    data: withoutOwnerOfNothing(withOurStates(keyed, vocabulary)),
    rangeOf: ([first = '', ...rest]: KeyPath, part) => {
      const range = read.rangeOf(inFile([first, ...rest]), part);
      const alias = usual.get(String(first));
      // A key without a value has a place, and may be the team's.
      return range === FILE_START && alias !== undefined ? read.rangeOf([alias, ...rest], part) : range;
    },
    nameOf: (field) =>
      names.get(field) ?? (Object.hasOwn(written, field) ? field : (usual.get(field) ?? field)),
  };
}

function withOurStates(keyed: Data, vocabulary: Vocabulary): Data {
  if (vocabulary.lifecycleAliases.size === 0) return keyed;
  const states = STATES.flatMap((key) =>
    Object.hasOwn(keyed, key) ? [[key, inOurState(keyed[key], vocabulary)] as const] : [],
  );
  return Object.fromEntries([...Object.entries(keyed), ...states]);
}

/** "TBD" and "none" own no plan: the key is as good as missing. */
function withoutOwnerOfNothing(data: Data): Data {
  const { owner, ...rest } = data;
  const members: readonly unknown[] = Array.isArray(owner) ? owner : [owner];
  return members.every((member) => typeof member === 'string' && saysNothing(member)) ? rest : data;
}

/** The team's word for a state becomes ours; one of ours stays as it is spelt. */
function inOurState(value: unknown, vocabulary: Vocabulary): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => inOurState(member, vocabulary));
  if (typeof value !== 'string' || parseLifecycle(value) !== null) return value;
  return stateOfWord(value, vocabulary) ?? value;
}

/** Words of the team for a state that the file spells in another case, or with other separators. */
export const otherSpellings = ({
  frontMatter: { written, nameOf },
  vocabulary: { lifecycleAliases },
}: Pick<Plan, 'frontMatter' | 'vocabulary'>): readonly {
  readonly field: string;
  readonly word: string;
  readonly spelt: string;
}[] =>
  STATES.flatMap((field) => {
    const word = written[nameOf(field)];
    if (typeof word !== 'string' || parseLifecycle(word) !== null || lifecycleAliases.has(word)) return [];
    const spelt = [...lifecycleAliases.keys()].find((alias) => normaliseWord(alias) === normaliseWord(word));
    return spelt === undefined ? [] : [{ field, word, spelt }];
  });

/** Our keys that stand in a front matter together with the team's, and say something else. */
export const contradictoryAliases = (
  { written, data }: FrontMatter,
  vocabulary: Vocabulary,
): readonly { readonly alias: string; readonly field: string }[] =>
  [...vocabulary.fieldAliases].flatMap(([alias, field]) => {
    if (!Object.hasOwn(written, alias) || !Object.hasOwn(written, field)) return [];
    const other = withOurStates({ [field]: written[alias] }, vocabulary)[field];
    return JSON.stringify(other) === JSON.stringify(data[field]) ? [] : [{ alias, field }];
  });
