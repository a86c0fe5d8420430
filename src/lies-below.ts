/** Whether a path lies below one of these, whatever they are. */
export function liesBelow(path: string, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false;
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (places.has(path.slice(0, slash))) return true;
  }
  return false;
}
