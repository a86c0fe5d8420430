/** How a file names another one: `../completed/search.md`. Both paths are from the root. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  const names = parts.slice(0, -1);
  const differs = folders.findIndex((folder, index) => folder !== names[index]);
  const common = differs === -1 ? folders.length : differs;
  return [...folders.slice(common).map(() => '..'), ...parts.slice(common)].join('/');
}
