import { waysOf } from './glob-braces.ts';
import { type CharacterSet, hasSet, setAt } from './glob-set.ts';

/** Ways that the braces of one glob are read in at the most. */
export const MAX_WAYS = 200;

/** null stands for any number of characters, else it is one character. */
type Character = ((character: string) => boolean) | null;
/** null stands for any number of folders, else it is one name; one without wildcards as it is written. */
type Name = string | Wild | null;

interface Wild {
  readonly characters: readonly Character[];
  /** What stands behind the last wildcard: most names are told by it. */
  readonly end: string;
}

export interface Glob {
  /** It may match more than the path that it spells. */
  readonly hasWildcards: boolean;
  /** In how many ways its braces are read: one without them has one. */
  readonly ways: number;
  /** Costs at the most as many steps as the lengths of path and glob multiplied, whatever they hold. */
  readonly matches: (path: string) => boolean;
  /** How it may match something below a path, were that a folder: by the name it begins with, by wildcards from its beginning, or not at all. */
  readonly leadsBelow: (path: string) => 'by-name' | 'by-wildcard' | null;
}

/**
 * Reads `*`, `?` and `[…]` inside a name, `**` for any number of folders, and `{…,…}`; names that begin with a dot are
 * like others. A `**` at the end is everything below, and not the folder itself. Total: what `globProblem` complains of is taken as it is written.
 */
export function compileGlob(glob: string): Glob {
  const spelt = [...waysOf(glob).take(MAX_WAYS)];
  const ways = spelt.map((way) =>
    way
      .replace(/(^|\/)\*\*$/, '$1**/*')
      .split('/')
      .map(readName),
  );
  const begins = spelt.map((way) => (isWild(way.split('/')[0] ?? '') ? 'by-wildcard' : 'by-name'));
  return {
    hasWildcards: spelt.length > 1 || isWild(glob),
    ways: spelt.length,
    matches: (path) => {
      const names = path.split('/');
      return ways.some((way) => fits(names, way, isNamed));
    },
    leadsBelow: (path) => {
      const names = path.split('/');
      const leading = begins.filter((_, index) => isBeginning(names, ways[index] ?? []));
      return leading.find((begin) => begin === 'by-name') ?? leading[0] ?? null;
    },
  };
}

const isWild = (text: string): boolean => /[*?]/.test(text) || hasSet(text);

const isNamed = (name: string, wanted: NonNullable<Name>): boolean =>
  typeof wanted === 'string'
    ? name === wanted
    : name.endsWith(wanted.end) && fits([...name], wanted.characters, isAccepted);

/** Whether more names behind these can make them fit. */
function isBeginning(names: readonly string[], way: readonly Name[]): boolean {
  const open = way.indexOf(null);
  if (open === -1 && names.length >= way.length) return false;
  const fixed = way.slice(0, open === -1 ? names.length : Math.min(open, names.length));
  return fixed.every((wanted, index) => wanted === null || isNamed(names[index] ?? '', wanted));
}

function readName(text: string): Name {
  if (text === '**') return null;
  if (!isWild(text)) return text;
  const characters: Character[] = [];
  let end = '';
  for (let place = 0; place < text.length; ) {
    const set = setAt(text, place);
    const character = String.fromCodePoint(text.codePointAt(place) ?? 0);
    characters.push(set === null ? characterOf(character) : memberOf(set));
    end = set !== null || character === '*' || character === '?' ? '' : end + character;
    place += set?.length ?? character.length;
  }
  return { characters, end };
}

function characterOf(written: string): Character {
  if (written === '*') return null;
  return written === '?' ? () => true : (character) => character === written;
}

function memberOf({ isNegated, members }: CharacterSet): Character {
  const isMember = (character: string): boolean =>
    members.some((member, index) => {
      const isRange = members[index + 1] === '-' && index + 2 < members.length;
      return isRange ? member <= character && character <= (members[index + 2] ?? '') : member === character;
    });
  return (character) => isMember(character) !== isNegated;
}

const isAccepted = (character: string, accepts: NonNullable<Character>): boolean => accepts(character);

/**
 * Whether things fit a pattern in which null stands for any number of them. Only the last null is ever tried again: what
 * stands between two of them has a fixed length, so the first place where it fits leaves the most to what follows.
 */
function fits<Thing, Wanted>(
  things: readonly Thing[],
  pattern: readonly (Wanted | null)[],
  isFit: (thing: Thing, wanted: Wanted) => boolean,
): boolean {
  let next = 0;
  // Behind the last null, and the thing that is tried there; plain numbers, as this runs millions of times.
  let [afterNull, retryFrom] = [-1, 0];
  for (let from = 0; from < things.length; ) {
    const thing = things[from];
    const wanted = pattern[next];
    if (wanted === null) {
      next++;
      afterNull = next;
      retryFrom = from;
    } else if (thing !== undefined && wanted !== undefined && isFit(thing, wanted)) {
      next++;
      from++;
    } else if (afterNull !== -1) {
      retryFrom++;
      from = retryFrom;
      next = afterNull;
    } else {
      return false;
    }
  }
  return pattern.slice(next).every((wanted) => wanted === null);
}
