/** Seconds since 1970 as the API writes them, "2026-01-01T00:00:00Z". */
export function timestamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Gives the same instants in every run: a second passes at each reading. */
export function createClock(): () => string {
  let seconds = 1_767_268_800;
  return () => {
    seconds += 1;
    return timestamp(seconds);
  };
}
