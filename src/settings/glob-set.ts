/** A set in brackets: `[ab]`, `[a-z]`, `[!ab]`; a closing bracket that comes first is a member. */
const SET = /\[(?<not>[!^]?)(?<members>\][^\]/]*|[^\]/]+)\]/y;
const ANY_SET = new RegExp(SET.source);

export interface CharacterSet {
  /** Of how it is written, with its brackets. */
  readonly length: number;
  readonly isNegated: boolean;
  /** The `-` of a range is one of them. */
  readonly members: readonly string[];
}

export const hasSet = (glob: string): boolean => ANY_SET.test(glob);

/** The set in brackets that begins at a place, with its length; null where none does. */
export function setAt(glob: string, place: number): CharacterSet | null {
  SET.lastIndex = place;
  const found = SET.exec(glob);
  if (found === null) return null;
  return {
    length: found[0].length,
    isNegated: found.groups?.not !== '',
    members: [...(found.groups?.members ?? '')],
  };
}
