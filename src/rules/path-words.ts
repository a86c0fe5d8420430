/** `[Search](search.md)`, `<search.md>` and back ticks are ways to write a path. */
export function unwrapPath(text: string): string {
  if (text.startsWith('[') && text.endsWith(')')) {
    const destination = text.slice(text.lastIndexOf('](') + 2, -1);
    return text.includes('](') ? unwrapPath(destination.trim().replace(/ "[^"]*"$/, '')) : text;
  }
  const quoted = /^(?:`([^`]*)`|<([^<>]*)>)$/.exec(text);
  return quoted === null ? text : (quoted[1] ?? quoted[2] ?? '').trim();
}

/** The path from the root; null when it leaves the repository or is the root itself. */
export function pathFrom(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}
