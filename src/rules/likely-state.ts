import { LIFECYCLES, type Lifecycle, normaliseWord } from '../plan/lifecycle.ts';

/** Words that teams write for a state, and that are none of ours. */
const WORDS: Readonly<Record<Lifecycle, readonly string[]>> = {
  draft: ['proposed', 'proposal', 'planned', 'planning', 'idea', 'todo', 'not-started', 'backlog'],
  active: ['in-progress', 'ongoing', 'wip', 'started', 'doing'],
  completed: ['complete', 'done', 'finished', 'shipped', 'implemented', 'released', 'delivered'],
  archived: ['cancelled', 'canceled', 'abandoned', 'rejected', 'dropped', 'withdrawn'],
  superseded: ['replaced', 'obsolete', 'deprecated'],
};

const STATES = new Map<string, Lifecycle>(
  LIFECYCLES.flatMap((state) => WORDS[state].map((word) => [normaliseWord(word), state] as const)),
);

/** The state that a word most likely means; null for a word that nobody expects. Only ever to ask "did you mean". */
export const likelyState = (word: string): Lifecycle | null => STATES.get(normaliseWord(word)) ?? null;
