/** What a command needs to know of the world around it. */
export interface Surroundings {
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether standard output shows colours. */
  readonly colors: boolean;
}
