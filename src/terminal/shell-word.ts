/** What no shell reads anything into. */
const PLAIN = /^[\p{L}\p{N}_@%+:,./-]+$/u;

/** A path as one word of a command line, for people to paste; quoted where a shell would take it apart. Not an option either. */
export function shellWord(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
