import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import type { Ledger } from '../rules/ledger.ts';
import { reviewStamps } from '../rules/review-stamps.ts';
import type { RunKind } from '../rules/rule.ts';
import type { SharedContext } from '../rules/run-rules.ts';
import { staleEdits } from '../rules/stale-edits.ts';
import type { RunTime } from '../run-time.ts';
import { requiredKeys } from '../schema/required-keys.ts';
import { schemaKeys } from '../schema/schema-keys.ts';
import type { Settings } from '../settings/settings.ts';
import { type FoundPlanFiles, renamesIn } from './find-plan-files.ts';
import { knowFiles } from './know-files.ts';
import { loadHistories } from './load-histories.ts';
import type { LoadedPlan } from './load-plans.ts';
import { loadRelations } from './load-relations.ts';
import { doorPaths } from './plan-files.ts';

/** What a run has before it asks what its plans have to do with each other, with the code and with the past. */
export interface BeforeSharing {
  readonly found: FoundPlanFiles;
  readonly plans: readonly LoadedPlan[];
  readonly isPlan: (path: string) => boolean;
  /** Whether this part of a run judges a plan: only of those the past is asked for. */
  readonly isOurs: (file: { readonly path: string }) => boolean;
  readonly run: RunKind;
  readonly settings: Settings;
  /** Of the team's schema; null for the built-in one. */
  readonly schemaSource: string | null;
  readonly ledger: Ledger;
  readonly time: RunTime;
}

export interface Sharing {
  readonly shared: SharedContext;
  readonly gaps: readonly CoverageGap[];
}

/** Learns what is the same for every plan of a run: relations on both sides, files, and what happened since. */
export async function shareContext(repository: Repository, before: BeforeSharing): Promise<Sharing> {
  const { found, plans, isPlan, isOurs, run, settings, schemaSource, ledger, time } = before;
  const relations = await loadRelations(
    repository,
    {
      head: present(plans.map(({ head }) => head)),
      base: present(plans.map(({ base }) => base)),
      doorPaths: doorPaths(found.files),
    },
    found.everyFile,
    found.isUnchanged,
    settings,
  );
  const standing = plans.flatMap(({ head, base }) => (head === null ? [] : [{ plan: head, base }]));
  const followed: SharedContext = {
    run,
    settings,
    relations: relations.head,
    baseRelations: relations.base,
    reviewStamps: reviewStamps(standing),
    staleEdits: staleEdits(standing, settings.today),
    schemaKeys: schemaKeys(schemaSource),
    requiredKeys: requiredKeys(schemaSource),
    comparesWithBase: repository.commits.base !== null,
    renames: renamesIn(found.changes),
    ledger,
  };
  const known = await knowFiles(repository, {
    ...{ found, plans, isPlan, time },
    ...{ shared: followed, reading: settings },
  });
  const past = await loadHistories(repository, {
    plans: plans.filter(({ file }) => isOurs(file)),
    files: found.everyFile,
    run,
    settings,
    time,
  });
  return {
    shared: {
      ...followed,
      relations: known.relations,
      baseRelations: known.baseRelations,
      histories: past.histories,
      unknownPasts: past.unknown,
    },
    gaps: [...relations.gaps, ...known.gaps, ...past.gaps],
  };
}

const present = (plans: readonly (Plan | null)[]): readonly Plan[] => plans.filter((plan) => plan !== null);
