import { blankComments } from '../plan/blank-out.ts';
import type { Plan } from '../plan/plan.ts';

/** Words that a sentence has at least: fewer give no reason. */
const ENOUGH_WORDS = 3;

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
const WORD = /\d{4}-\d{2}-\d{2}|[\p{L}\p{N}]+/gu;
/** Lines whose days tell when the plan was touched, or when it ends: labels, headings of a log, the foot of the page. */
const OF_DATES = /^(?:\*\*|#)|(?:updated|reviewed|modified|expires|expiry|valid until)\b/i;

/**
 * Whether a plan changed in more than its dates: in its state, its owner or what it names, in its progress, or in what it
 * says, by a few words at least. White space, comments, signs of punctuation, the order of its lines and keys that nobody
 * reads say nothing.
 */
export const saysMore = (base: Plan, head: Plan): boolean =>
  factsOf(base) !== factsOf(head) || wordsApart(base, head) >= ENOUGH_WORDS;

/** What a plan is, and how far it is, in a form that can be compared. */
const factsOf = ({ title, lifecycle, owner, references, relatedCode, ...plan }: Plan): string =>
  JSON.stringify([
    title,
    lifecycle,
    owner,
    references.map(({ field, target }) => `${field} ${target}`),
    relatedCode.map(({ pattern }) => pattern),
    plan.phases.map(({ name, number, dropped, items, claims, time }) => [
      name,
      number,
      dropped,
      items.map(({ state, text }) => `${state} ${text}`).toSorted(),
      claims.map(({ state, percent }) => `${state} ${percent}`),
      time === null ? null : [time.start, time.end],
    ]),
    plan.selfReport.completion?.percent ?? null,
    plan.selfReport.onTrack?.word ?? null,
    plan.selfReport.blockers.map(({ text, isClosed }) => `${isClosed} ${text}`),
  ]);

/** How many words one of the texts has that the other has not; a day in the text counts as a sentence. */
function wordsApart(base: Plan, head: Plan): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(head)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wordsOf(base)) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts].reduce(
    (sum, [word, count]) => sum + Math.abs(count) * (/^\d{4}-/.test(word) ? ENOUGH_WORDS : 1),
    0,
  );
}

function wordsOf({ text, frontMatter: { lineCount } }: Plan): readonly string[] {
  const body = text.split('\n').slice(lineCount).join('\n');
  const lines = blankComments(body)
    .split('\n')
    .map((line) => (OF_DATES.test(line) ? line.replace(DAY, '') : line));
  return lines.join('\n').toLowerCase().match(WORD) ?? [];
}
