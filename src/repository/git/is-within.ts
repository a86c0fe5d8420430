import { isAbsolute, relative, sep } from 'node:path';

/** Whether a place is a folder, or lies in it; links are those of whoever asks. */
export function isWithin(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
