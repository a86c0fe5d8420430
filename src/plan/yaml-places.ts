import type { KeyPath } from './front-matter.ts';
import { FILE_START, type Range } from './position.ts';

/** Where a value stands. Children by key, or by index among the members that are present. */
export interface Place {
  readonly key: Range | null;
  readonly value: Range;
  readonly isTagged: boolean;
  readonly children: ReadonlyMap<string | number, Place>;
}

/** What a tree knows of where its keys stand. */
export interface PlacesOfKeys {
  readonly rangeOf: (path: KeyPath, part: 'key' | 'value') => Range;
  readonly isWritten: (path: KeyPath) => boolean;
  readonly isTagged: (path: KeyPath) => boolean;
}

/** What stands in a front matter that says nothing. */
export const NO_PLACES: PlacesOfKeys = {
  rangeOf: () => FILE_START,
  isWritten: () => false,
  isTagged: () => false,
};

export const placesIn = (children: Place['children']): PlacesOfKeys => ({
  rangeOf: (path, part) => findRange(children, path, part),
  isWritten: (path) => findPlace(children, path) !== undefined,
  isTagged: (path) => findPlace(children, path)?.isTagged === true,
});

function findPlace(children: Place['children'], path: KeyPath): Place | undefined {
  let place: Place | undefined;
  let places = children;
  for (const step of path) {
    place = places.get(step);
    if (place === undefined) return undefined;
    places = place.children;
  }
  return place;
}

/** What is absent stands where its nearest present parent is named. */
function findRange(children: Place['children'], path: KeyPath, part: 'key' | 'value'): Range {
  let range = FILE_START;
  let places = children;
  for (const [index, step] of path.entries()) {
    const place = places.get(step);
    if (place === undefined) return range;
    const wantsValue = index === path.length - 1 && part === 'value';
    range = wantsValue ? place.value : (place.key ?? place.value);
    places = place.children;
  }
  return range;
}
