import type { ItemKind } from './plan.ts';

/** In this order: a heading that says two things is the first of them. */
const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  [
    'other',
    /\bmanual (?:tests?|testing|verification|checks?|qa)\b|\btest scenarios?\b|\breview check ?list\b/,
  ],
  [
    'gate',
    /\bexit (?:gates?|criteria|criterion)\b|\b(?:success|acceptance|completion|exit|done) criteri|\bdefinition of done\b|\b(?:complete|done) when\b|^(?:quality )?gates?\b/,
  ],
  ['task', /^tasks?\b/],
  ['deliverable', /\bdeliverables?\b/],
  ['task', /\btasks?\b|\bto-?dos?\b|\b(?:work|action) items?\b/],
];

/** What the boxes below a heading or a bold label are; null when it does not say. `text` is plain. */
export function kindOfHeading(text: string): ItemKind | null {
  const words = text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s+/g, ' ');
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
