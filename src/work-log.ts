/** Tells what a long run is at. Called for every plan: whoever shows it decides how often. */
export type WorkLog = (step: string, done: number, total: number) => void;

/** For runs that nobody waits for. */
export const noLog: WorkLog = () => {};

/** Milliseconds. */
const EVERY = 5_000;

interface LogOptions {
  readonly write: (line: string) => void;
  /** Milliseconds, of any clock that only goes forward. */
  readonly clock: () => number;
}

/**
 * At most a line every five seconds, and one at the end of a step that had any; short runs stay silent.
 * `Judged 4,000 of 10,000 plans after 31 s.`
 */
export function timedLog({ write, clock }: LogOptions): WorkLog {
  const start = clock();
  let last = start;
  let talked = '';
  return (step, done, total) => {
    const now = clock();
    const isEnd = done === total && talked === step;
    if (!isEnd && now - last < EVERY) return;
    last = now;
    talked = step;
    write(
      `${step} ${grouped(done)} of ${grouped(total)} plans after ${Math.round((now - start) / 1_000)} s.`,
    );
  };
}

const grouped = (count: number): string => count.toLocaleString('en-US');
