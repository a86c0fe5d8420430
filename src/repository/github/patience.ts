/** How long a run may still wait for GitHub: one budget that all its requests share. Milliseconds. */
export interface Patience {
  /** Sets the time aside; false, and nothing taken, when there is not enough left. */
  take(milliseconds: number): boolean;
  /** Time that was lost already, on requests that failed. */
  lose(milliseconds: number): void;
}

export function createPatience(milliseconds: number): Patience {
  let left = milliseconds;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
    lose(lost) {
      left -= lost;
    },
  };
}
