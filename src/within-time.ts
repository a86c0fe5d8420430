/** What work came to within its time; null when the time was up first. */
export type WithinTime = <Value>(work: () => Value) => { readonly value: Value } | null;

/** For work of our own, whose time is known. */
export const withoutLimit: WithinTime = (work) => ({ value: work() });
