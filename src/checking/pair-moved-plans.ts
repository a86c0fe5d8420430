import type { Plan } from '../plan/plan.ts';
import { inSteps, type Pairs, pairUp } from '../progress/pair-up.ts';
import type { LoadedPlan } from './load-plans.ts';
import { likenessAmong } from './plan-likeness.ts';

/** A plan that came and one that went, each with what stands on its side. */
interface Side {
  readonly loaded: LoadedPlan;
  readonly plan: Plan;
}

type KeyOf = (side: Side) => string | null;

/** The surest sign first; of several with one text or title those with the same file name belong together. */
const KEYS: readonly KeyOf[] = [
  (side) => withText(side, ({ plan }) => nameOf(plan)),
  (side) => withText(side, () => ''),
  (side) => withTitle(side, ({ plan }) => nameOf(plan)),
  (side) => withTitle(side, () => ''),
];

const STEPS = [
  ...KEYS.map((keyOf) => (went: readonly Side[], came: readonly Side[]) => pairUp(went, came, keyOf)),
  pairAlike,
];

/** Two plans with this share of their lines in common are one plan, edited. As git does it for renames. */
const ALIKE = 0.5;

/**
 * A plan that was copied and then deleted, or moved and much edited, is listed as one that came and one that went.
 * The two become one renamed plan, so that its history stays its own: by the same text, by the same title and day of
 * creation, or by half of their lines. A plan whose file went to a place that is no plan's is told by that, and is no
 * other one.
 */
export function pairMovedPlans(plans: readonly LoadedPlan[]): readonly LoadedPlan[] {
  const came = plans.flatMap((loaded): readonly Side[] =>
    loaded.file.change === 'added' && loaded.head !== null ? [{ loaded, plan: loaded.head }] : [],
  );
  const went = plans.flatMap((loaded): readonly Side[] =>
    loaded.file.change === 'removed' && loaded.file.movedTo === undefined && loaded.base !== null
      ? [{ loaded, plan: loaded.base }]
      : [],
  );
  if (came.length === 0 || went.length === 0) return plans;

  const { pairs } = inSteps(STEPS, went, came);
  const origins = new Map(pairs.map(([from, to]) => [to.loaded, from.loaded]));
  const moved = new Set(origins.values());
  return plans
    .filter((loaded) => !moved.has(loaded))
    .map((loaded) => {
      const origin = origins.get(loaded);
      return origin === undefined ? loaded : asRenamed(loaded, origin);
    });
}

const asRenamed = (head: LoadedPlan, origin: LoadedPlan): LoadedPlan => ({
  ...head,
  file: { path: head.file.path, previousPath: origin.file.path, change: 'renamed' },
  base: origin.base,
  unreadableBefore: origin.unreadableBefore,
});

const withText = (side: Side, more: KeyOf): string | null =>
  side.plan.text.trim() === '' ? null : JSON.stringify([side.plan.text, more(side)]);

/** Two plans from one template may have a title in common; with the day of creation as well they are the same. */
function withTitle(side: Side, more: KeyOf): string | null {
  const { title, dates } = side.plan;
  return dates.created === null ? null : JSON.stringify([title, dates.created, more(side)]);
}

const nameOf = ({ path }: Plan): string => path.slice(path.lastIndexOf('/') + 1);

/** The most alike first. */
function pairAlike(went: readonly Side[], came: readonly Side[]): Pairs<Side> {
  const likenesses = likenessAmong(went.map(({ plan }) => plan));
  const candidates = came
    .flatMap((to) =>
      likenesses(to.plan).flatMap(({ index, likeness }) => {
        const from = went[index];
        return from === undefined || likeness < ALIKE ? [] : [{ from, to, likeness }];
      }),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<Side>();
  const pairs = candidates.flatMap(({ from, to }): (readonly [Side, Side])[] => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [[from, to]];
  });
  const isLeft = (side: Side): boolean => !taken.has(side);
  return { pairs, left: went.filter(isLeft), right: came.filter(isLeft) };
}
