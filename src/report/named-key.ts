/** The key of the set-up that a broken marker of ours still names; null where it names none, or none that can be read. */
export function namedKey(marker: string): string | null {
  const key = /"key":"([^"\\]*)"/.exec(marker)?.[1];
  return key?.replace(/[\r\n]+/g, '') ?? null;
}
