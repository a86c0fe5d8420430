import { parsePlanWithoutBody, type ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import type { Repository } from '../repository/repository.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { relatedCodeTouched } from '../rules/related-code-touched.ts';
import { runRules, type SharedContext } from '../rules/run-rules.ts';
import { isOff } from '../rules/severity.ts';
import { ENDLESS, type RunTime } from '../run-time.ts';
import type { Settings } from '../settings/settings.ts';
import { type CodeEntry, codeReach } from './code-reach.ts';
import type { FoundPlanFiles } from './find-plan-files.ts';
import { inTime } from './in-time.ts';
import { MAX_PLANS, untouchedPlans } from './inbound-references.ts';
import { saysItIsNoPlan } from './says-it-is-no-plan.ts';

/** Plans that are told of one change. */
const MAX_TOLD = 5;

export interface CodeQuestion {
  readonly found: FoundPlanFiles;
  readonly isPlan: (path: string) => boolean;
  readonly run: SharedContext['run'];
  readonly settings: Settings;
}

export interface TouchedPlans {
  /** About plans that the change does not touch. */
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly CoverageGap[];
}

/**
 * The files, no plans, that a change touches, at their old and new places; empty when nobody is to hear of them: the
 * rule is off, or the change is about no plan and a comment would be made for plans alone.
 */
export function touchedCode({ found, isPlan, run, settings }: CodeQuestion): readonly string[] {
  const isHeard = found.files.length > 0 || settings.comment === 'related' || settings.comment === 'always';
  if (run !== 'changes' || !isHeard) return [];
  if (isOff(relatedCodeTouched, { run, settings, lifecycle: 'active' })) return [];
  const paths = (found.changes ?? []).flatMap(({ path, previousPath }) =>
    previousPath === null ? [path] : [path, previousPath],
  );
  return [...new Set(paths)].filter((path) => !isPlan(path));
}

/**
 * Finds the active plans that a change leaves alone while it touches the code they name. Costs nothing when no code
 * is touched; else the list of files, and the other plans in one batch.
 */
export async function touchedPlans(
  repository: Repository,
  question: CodeQuestion,
  shared: SharedContext,
  reading: ReadingOptions,
  time: RunTime = ENDLESS,
): Promise<TouchedPlans> {
  const { found, isPlan } = question;
  const code = touchedCode(question);
  if (code.length === 0) return { diagnostics: [], gaps: [] };
  const { paths, gap } = await repository.listFiles();
  const others = untouchedPlans(paths, found.files, isPlan);
  const asked = others.slice(0, MAX_PLANS);
  const contents = await repository.readFiles(asked.map((path) => ({ side: 'head', path })));
  const reach = codeReach(paths);
  const touched = new Set(code);

  const plans = contents.flatMap((content, index) =>
    content.kind === 'text' ? [parsePlanWithoutBody(asked[index] ?? '', content.text, reading)] : [],
  );
  const nearOf = (plan: Plan): readonly Near[] => {
    const { path } = plan;
    const file = { path, previousPath: null, change: 'unchanged' } as const;
    const loaded = { file, head: plan, base: null, unreadable: null, unreadableBefore: null };
    if (plan.lifecycle !== 'active' || saysItIsNoPlan(loaded, isPlan)) return [];
    const entries = reach.entriesOf(plan);
    const telling = entries.filter(
      (entry) => code.some(entry.matches) && reach.breadthOf(entry) !== 'too-broad',
    );
    return telling.length === 0
      ? []
      : [
          {
            plan: about(plan, telling),
            rank: telling.reduce((rank, entry) => Math.min(rank, rankOf(entry, touched)), 2),
          },
        ];
  };
  const looked = inTime(plans, nearOf, time);
  const near = looked.values.flat();
  const told = near
    .toSorted((a, b) => a.rank - b.rank || (a.plan.path < b.plan.path ? -1 : 1))
    .slice(0, MAX_TOLD)
    .map(({ plan }) => plan);
  const context: SharedContext = { ...shared, touchedCode: code };
  const heard = inTime(told, (plan) => runRules(untouched(plan), context, [relatedCodeTouched]), time);
  const unread = others.length - asked.length + contents.filter(({ kind }) => kind === 'failed').length;
  return {
    diagnostics: heard.values.flat(),
    gaps: [
      // What such a plan would be told is a notice, which keeps no change from being whole.
      ...[...looked.gaps, ...heard.gaps].map((one) => ({ ...one, blocking: false })),
      ...(gap === null ? [] : [notAsked(gap)]),
      ...(unread === 0
        ? []
        : [
            notAsked(
              `${unread} of ${others.length} other plans were not asked whether their code is touched.`,
            ),
          ]),
      ...(near.length <= MAX_TOLD
        ? []
        : [notAsked(`The change touches code of ${near.length} plans; ${MAX_TOLD} of them are told.`)]),
    ],
  };
}

/** A plan about touched code, with the entries that tell so. */
interface Near {
  readonly plan: Plan;
  readonly rank: number;
}

/** What names the very file comes before folders, and those before globs. */
const rankOf = (entry: CodeEntry, code: ReadonlySet<string>): number => {
  if (entry.kind === 'glob') return 2;
  return entry.spellings.some((path) => code.has(path)) ? 0 : 1;
};

/** What covers too much is not named either. */
function about(plan: Plan, telling: readonly CodeEntry[]): Plan {
  const patterns = new Set(telling.map(({ pattern }) => pattern));
  return { ...plan, relatedCode: plan.relatedCode.filter(({ pattern }) => patterns.has(pattern)) };
}

const untouched = (plan: Plan) => ({ plan, base: null, schemaProblems: [], baseSchemaProblems: [] });

const notAsked = (message: string): CoverageGap => ({ what: 'references', message, blocking: false });
