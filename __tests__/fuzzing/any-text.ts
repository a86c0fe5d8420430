import { anyPlanText } from '../progress/any-plan.ts';
import { hostileText } from '../report/hostile-text.ts';
import { fc } from './fast-check.ts';
import { mutate } from './mutate.ts';
import { NASTY_PIECES } from './nasty-pieces.ts';
import { randomFrom } from './random.ts';

/** Nothing but what is most likely to be misread. */
const nastyText = fc
  .array(fc.constantFrom(...NASTY_PIECES), { maxLength: 40 })
  .map((parts) => parts.join(''));

const nastyFrontMatter = fc
  .tuple(nastyText, anyPlanText)
  .map(([block, body]) => `---\n${block}\n---\n${body}`);

/** Texts that are nearly plans: built of what is misread, and changed at random. */
export const anyNastyText: fc.Arbitrary<string> = fc.oneof(
  nastyText,
  nastyFrontMatter,
  fc
    .tuple(anyPlanText, fc.nat(), anyPlanText)
    .map(([text, seed, donor]) => mutate(text, randomFrom(seed), donor)),
);

/** What a parser throws at, or takes for something else, when it trusts its input. */
const oddValue = fc.constantFrom<unknown[]>(
  ...[null, true, 0, -1, 1.5, 1e21, '', ' ', '1', '\u0000', '__proto__', '2026-02-30', 'a'.repeat(5_000)],
  ...[[], [null], [[]], {}, { length: 1 }, { toString: null }, { ['__proto__']: { polluted: 'yes' } }],
);

/** Any value that JSON can hold. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue({ maxDepth: 4 }), oddValue);

interface Change {
  /** Which of the members to go into, and whether to go deeper. */
  readonly step: () => number;
  readonly odd: unknown;
  /** What takes the place of a text or a number, where it is to stay one. */
  readonly alike: { readonly text: string; readonly number: number } | null;
  readonly removes: boolean;
}

const anyChange: fc.Arbitrary<Change> = fc.record({
  step: fc.infiniteStream(fc.nat(40)).map((numbers) => () => numbers.next().value ?? 0),
  odd: anyJson,
  alike: fc.option(fc.record({ text: hostileText, number: fc.constantFrom(0, 1, -1, 7, 1.5, 1e21, 1e16) })),
  removes: fc.boolean(),
});

/** Values of JSON that differ from a good one at a place or two: another value there, or none. */
export const nearly = (good: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(anyChange, { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce<unknown>(changed, good));

function changed(value: unknown, change: Change): unknown {
  const { step, odd, alike, removes } = change;
  if (typeof value !== 'object' || value === null) {
    if (alike !== null && typeof value === 'string') return alike.text;
    return alike !== null && typeof value === 'number' ? alike.number : odd;
  }
  const keys = Object.keys(value);
  const key = keys[step() % Math.max(1, keys.length)];
  if (key === undefined) return alike === null ? odd : value;
  const isHere = alike === null && step() % 4 === 0;
  const entries = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (name !== key) return [[name, member]];
    if (isHere && removes) return [];
    return [[name, isHere ? odd : changed(member, change)]];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
