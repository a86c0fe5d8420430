/** Where a plan is in its life. */
export const LIFECYCLES = ['draft', 'active', 'completed', 'archived', 'superseded'] as const;

export type Lifecycle = (typeof LIFECYCLES)[number];

/** Closed plans are exempt from every rule about time. */
export const isClosed = (lifecycle: Lifecycle | null): boolean =>
  lifecycle === 'completed' || lifecycle === 'archived' || lifecycle === 'superseded';

/** Reads a state; case and separators do not matter. Null for a word that is none. */
export function parseLifecycle(text: string): Lifecycle | null {
  const word = normaliseWord(text);
  return LIFECYCLES.find((state) => state === word) ?? null;
}

/** Folds case and separators, so that `In_Progress` and `in-progress` are one word. */
export const normaliseWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
