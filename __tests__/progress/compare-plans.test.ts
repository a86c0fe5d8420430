import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { comparePlans } from '../../src/progress/compare-plans.ts';
import type { Delta } from '../../src/progress/delta.ts';
import { matchPhases } from '../../src/progress/match-phases.ts';
import { fc } from '../fuzzing/fast-check.ts';

const plan = (text: string): Plan => parsePlan('x.md', text);

const texts = ({ tasks }: Delta): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(tasks).map(([what, items]) => [what, items.map(({ text }) => text)]));

const NOTHING = { ticked: [], unticked: [], added: [], removed: [], moved: [] };

describe('an edited item is the same item', () => {
  test.each([
    ['with more words', 'Add a retry', 'Add a retry with back-off and jitter'],
    ['with a slip mended', 'Wirte the parser', 'Write the parser'],
    ['with another number in front', '1.2 Write the parser', '1.3 Write the parser'],
    ['with a remark on its day', 'Write the parser', '(2026-02-17T10:00:00Z) Write the parser'],
    [
      'with other words behind its number',
      'T4 Run the tests of the package',
      'T4 Tests of the package pass (149 of 149)',
    ],
    ['in bold', 'Write the parser', '**Write the parser.**'],
  ])('%s', (_, before, after) => {
    const delta = comparePlans(plan(`- [ ] ${before}\n- [ ] Sleep\n`), plan(`- [x] ${after}\n- [ ] Sleep\n`));
    const [ticked] = texts(delta).ticked ?? [];
    expect(texts(delta)).toEqual({ ...NOTHING, ticked: [ticked] });
  });
});

test('another item is another item, wherever it stands', () => {
  expect(texts(comparePlans(plan('- [ ] Mow the lawn\n'), plan('- [x] Paint a wall\n')))).toEqual({
    ...NOTHING,
    added: ['Paint a wall'],
    removed: ['Mow the lawn'],
  });
});

test('a done item that is deferred is not done any more', () => {
  const delta = comparePlans(plan('- [x] Draw charts\n'), plan('- [x] Draw charts (deferred to v2)\n'));
  expect(texts(delta)).toEqual({ ...NOTHING, unticked: ['Draw charts (deferred to v2)'] });
});

test('check lists that never count are not compared', () => {
  const phase = '## Phases\n### Phase 1: x\n- [ ] a\n## Testing\n';
  expect(texts(comparePlans(plan(`${phase}- [ ] b\n`), plan(`${phase}- [x] c\n`)))).toEqual(NOTHING);
});

describe('any plan', () => {
  const item = fc.record({
    text: fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}$/),
    mark: fc.constantFrom(' ', 'x', '/', '-', '>', '~'),
  });
  const phases = fc.uniqueArray(
    fc.record({ name: fc.stringMatching(/^[a-z]{3,9}$/), items: fc.array(item, { maxLength: 6 }) }),
    { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
  );
  const write = (
    list: readonly {
      readonly name: string;
      readonly items: readonly { readonly text: string; readonly mark: string }[];
    }[],
  ): string =>
    `## Phases\n\n${list
      .map(
        ({ name, items }, index) =>
          `### Phase ${index + 1}: ${name}\n\n${items.map(({ text, mark }) => `- [${mark}] ${text}`).join('\n')}\n`,
      )
      .join('\n')}`;

  test('is the same as itself', () => {
    fc.assert(
      fc.property(fc.oneof(phases.map(write), fc.string()), (text) => {
        const { progress, ...delta } = comparePlans(plan(text), parsePlan('another-name.md', text));
        expect(progress.from).toEqual(progress.to);
        expect(delta).toEqual({
          tasks: NOTHING,
          phases: [],
          claims: [],
          lifecycle: null,
          dates: [],
          blockers: { opened: [], closed: [] },
        });
      }),
    );
  });

  test('accounts for every item on both sides', () => {
    const size = ({ phases }: Plan): number => phases.flatMap(({ items }) => items).length;
    fc.assert(
      fc.property(phases, phases, (before, after) => {
        const base = plan(write(before));
        const head = plan(write(after));
        const { added, removed, moved } = comparePlans(base, head).tasks;
        expect(size(head) - added.length).toBe(size(base) - removed.length);
        expect(moved.length).toBeLessThanOrEqual(size(head) - added.length);
      }),
    );
  });

  test('moves an item that stands in another phase, and nothing else', () => {
    fc.assert(
      fc.property(phases, fc.nat(), fc.nat(), (list, from, to) => {
        const anchored = list.map((phase, index) => ({
          ...phase,
          items: [{ text: `anchor${'abcde'[index]}`, mark: ' ' }],
        }));
        const source = from % list.length;
        const target = to % list.length;
        fc.pre(source !== target);
        const travels = { text: 'a thing that travels', mark: ' ' };
        const put = (place: number) =>
          plan(
            write(
              anchored.map((phase, index) =>
                index === place ? { ...phase, items: [...phase.items, travels] } : phase,
              ),
            ),
          );
        const { tasks } = comparePlans(put(source), put(target));
        expect({
          ...tasks,
          moved: tasks.moved.map(({ text, from: was, phase }) => ({ text, was, phase })),
        }).toEqual({
          ...NOTHING,
          moved: [{ text: travels.text, was: list[source]?.name, phase: list[target]?.name }],
        });
      }),
    );
  });
});

test('thousands of items are compared without comparing each with each', () => {
  const many = (edit: (index: number) => string): Plan =>
    plan(Array.from({ length: 5_000 }, (_, index) => edit(index)).join('\n'));
  const { tasks } = comparePlans(
    many((index) => `- [ ] write part ${index} of the whole`),
    many((index) => `- [x] write part ${index} of the whole again`),
  );
  expect(tasks.ticked).toHaveLength(5_000);
  expect(tasks.added).toHaveLength(0);
});

test('the items of a phase are read once, however many phases it became', () => {
  const items = Array.from({ length: 500 }, (_, index) => `- [ ] item${index}\n`);
  const [all] = plan(`## Phases\n### Phase 1: All\n\n${items.join('')}`).phases;
  const parts = items.map((one, index) => `### Phase ${index + 2}: Part ${index}\n\n${one}`);
  const { phases } = plan(`## Phases\n${parts.join('')}`);
  if (all === undefined) throw new Error('No phase.');
  let reads = 0;
  const read = all.items.map((item) => ({
    ...item,
    get text(): string {
      reads += 1;
      return item.text;
    },
  }));
  expect(matchPhases([{ ...all, items: read }], phases).pairs).toEqual([]);
  expect(reads).toBe(500);
});
