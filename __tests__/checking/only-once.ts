import type { WithinTime } from '../../src/within-time.ts';

/** Time for one piece of work, as for making a schema a validator; then none is left. */
export function onlyOnce(): WithinTime {
  let isFirst = true;
  return (work) => {
    if (!isFirst) return null;
    isFirst = false;
    return { value: work() };
  };
}
