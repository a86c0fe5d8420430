/** Whether a path lies below one of these, whatever they are. */
export const liesBelow = (path: string, places: ReadonlySet<string>): boolean =>
  placeAbove(path, places) !== null;

/** The nearest of these that a path lies below; null where it lies below none. */
export function placeAbove(path: string, places: ReadonlySet<string>): string | null {
  if (places.size === 0) return null;
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const place = path.slice(0, slash);
    if (places.has(place)) return place;
  }
  return null;
}
