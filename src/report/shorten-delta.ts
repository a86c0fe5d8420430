import type { Delta, ItemChange, Unlisted } from '../progress/delta.ts';
import { countKinds } from './count-moves.ts';
import { changeNameOf, saidOfUntracked } from './phase-move-words.ts';
import type { PhaseResult, UnlistedOfPhase } from './report.ts';

/** Entries of one list of a delta that a report holds: many more than people move at a time. */
export const MAX_LISTED = 1_000;

interface Moved {
  readonly phases: readonly PhaseResult[];
  readonly delta: Delta;
}

/** Leaves the first entries in each list of a delta, and counts the others: in the delta, and in each phase its own. */
export function shortenDelta({ phases, delta }: Moved): Moved {
  const rest = withLists(delta, beyond);
  const isWhole = [rest.tasks, { ...rest.blockers, phases: rest.phases, claims: rest.claims }]
    .flatMap((lists) => Object.values<readonly unknown[]>(lists))
    .every(({ length }) => length === 0);
  if (isWhole) return { phases, delta };
  return {
    phases: withUnlisted(phases, rest.tasks),
    delta: { ...withLists(delta, within), unlisted: counted(rest, phases) },
  };
}

type Pick = <Entry>(list: readonly Entry[]) => readonly Entry[];

const within: Pick = (list) => list.slice(0, MAX_LISTED);
const beyond: Pick = (list) => list.slice(MAX_LISTED);

function withLists(delta: Delta, pick: Pick): Delta {
  const { tasks, phases, claims, blockers } = delta;
  return {
    ...delta,
    tasks: {
      ticked: pick(tasks.ticked),
      unticked: pick(tasks.unticked),
      added: pick(tasks.added),
      removed: pick(tasks.removed),
      moved: pick(tasks.moved),
    },
    phases: pick(phases),
    claims: pick(claims),
    blockers: { opened: pick(blockers.opened), closed: pick(blockers.closed) },
  };
}

function counted({ tasks, phases, claims, blockers }: Delta, all: Moved['phases']): Unlisted {
  const spoken = saidOfUntracked({ phases: all }, { claims }).length;
  return {
    tasks: {
      ticked: countKinds(tasks.ticked),
      unticked: countKinds(tasks.unticked),
      added: countKinds(tasks.added),
      removed: countKinds(tasks.removed),
      moved: countKinds(tasks.moved),
    },
    phases: phases.length,
    claims: { spoken, others: claims.length - spoken },
    blockers: { opened: blockers.opened.length, closed: blockers.closed.length },
  };
}

/** An item says its phase by the name alone: of those that share one, nobody knows whose it is. */
function withUnlisted(phases: Moved['phases'], rest: Delta['tasks']): Moved['phases'] {
  const numberOf = Map.groupBy(phases, changeNameOf);
  const of = {
    ticked: byPhase(rest.ticked),
    unticked: byPhase(rest.unticked),
    added: byPhase(rest.added),
    removed: byPhase(rest.removed),
    movedIn: byPhase(rest.moved),
    movedOut: Map.groupBy(rest.moved, ({ from }) => from),
  };
  return phases.map((phase) => {
    const name = changeNameOf(phase);
    const isAlone = numberOf.get(name)?.length === 1;
    if (!isAlone || !Object.values(of).some((items) => items.has(name))) return phase;
    const countOf = (list: keyof UnlistedOfPhase) => countKinds(of[list].get(name) ?? []);
    return {
      ...phase,
      unlisted: {
        ticked: countOf('ticked'),
        unticked: countOf('unticked'),
        added: countOf('added'),
        removed: countOf('removed'),
        movedIn: countOf('movedIn'),
        movedOut: countOf('movedOut'),
      },
    };
  });
}

const byPhase = (items: readonly ItemChange[]): ReadonlyMap<string, readonly ItemChange[]> =>
  Map.groupBy(items, ({ phase }) => phase);
