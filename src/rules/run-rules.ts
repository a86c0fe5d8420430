import type { Plan } from '../plan/plan.ts';
import type { PlanHistory } from '../progress/plan-history.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { becomesActive } from './becomes-active.ts';
import type { Diagnostic } from './diagnostic.ts';
import { folderSaysClosed } from './folder-says-closed.ts';
import { RULES } from './index.ts';
import { judgeFindings, type Side } from './judge-findings.ts';
import type { Ledger } from './ledger.ts';
import type { Relations } from './relations.ts';
import type { Finding, Rule, RuleContext, RunKind } from './rule.ts';
import type { JudgingSettings } from './severity.ts';
import { byStart, showFindings } from './show-findings.ts';
import { unusedWaiver } from './unused-waiver.ts';
import { unusedWaivers } from './unused-waivers.ts';
import { openWaivers } from './waiving.ts';

/** One plan, and what it was at the merge base; null where there is none. */
export interface RuleSubject {
  readonly plan: Plan;
  readonly base: Plan | null;
  readonly schemaProblems: readonly SchemaProblem[];
  readonly baseSchemaProblems: readonly SchemaProblem[];
}

/** What is the same for every plan of a run. */
export interface SharedContext {
  readonly run: RunKind;
  readonly settings: JudgingSettings & Pick<RuleContext, 'today' | 'reviewEvery' | 'expiringWithin'>;
  readonly relations: Relations;
  readonly baseRelations: Relations;
  readonly reviewStamps: readonly string[];
  readonly staleEdits: readonly string[];
  readonly schemaKeys: ReadonlySet<string>;
  /** Default: null. */
  readonly requiredKeys?: RuleContext['requiredKeys'];
  /** Whether the run compares with something: then a plan without a base is one that the change adds. */
  readonly comparesWithBase: boolean;
  readonly renames: RuleContext['renames'];
  /** What the team knows of; default: nothing. */
  readonly ledger?: Ledger;
  /** The past of the plans, by their paths; default: nothing is known. */
  readonly histories?: ReadonlyMap<string, PlanHistory>;
  /** Paths of the plans of whose past something is not known, though a state hangs on it. */
  readonly unknownPasts?: ReadonlySet<string>;
  /** Default: none. */
  readonly touchedCode?: RuleContext['touchedCode'];
}

/** Runs every rule on one plan. Sorted by line, then by rule. */
export function runRules(
  subject: RuleSubject,
  shared: SharedContext,
  rules: readonly Rule[] = RULES,
): readonly Diagnostic[] {
  const { settings, run, ledger = null } = shared;
  const law = { today: settings.today, rules: [...RULES, ...rules] };
  const others = rules.filter(({ id }) => id !== unusedWaiver.id);
  const head = listen({ side: headOf(subject, shared), shared, law, others });
  const base = subject.base === null ? null : baseOf(subject, subject.base, shared);
  const before = base === null ? null : listen({ side: base, shared, law, others });
  const diagnose = (rule: Rule): readonly Diagnostic[] => {
    const sides = { head: head.hear(rule), base: () => before?.hear(rule) ?? null };
    return showFindings(rule, subject.plan, judgeFindings(rule, { run, settings, ledger, ...sides }));
  };
  // What a waiver hides is known when every other rule has run.
  const inOrder = [...others, ...rules.filter(({ id }) => id === unusedWaiver.id)];
  return inOrder.flatMap(diagnose).toSorted(byPlace);
}

/** A plan on one side, and what rules are told of that side. */
interface PlanSide {
  readonly plan: Plan;
  readonly context: Pick<
    RuleContext,
    'base' | 'schemaProblems' | 'relations' | 'isAdded' | 'activates' | 'history'
  >;
}

function headOf({ plan, base, schemaProblems }: RuleSubject, shared: SharedContext): PlanSide {
  const isAdded = shared.comparesWithBase && base === null;
  const activates = becomesActive({ plan, base, isAdded }, shared);
  const history = shared.histories?.get(plan.path) ?? null;
  return {
    plan,
    context: { base, schemaProblems, relations: shared.relations, isAdded, activates, history },
  };
}

const baseOf = (
  { baseSchemaProblems, plan: { path } }: RuleSubject,
  plan: Plan,
  { baseRelations, histories }: SharedContext,
): PlanSide => ({
  plan,
  context: {
    base: null,
    schemaProblems: baseSchemaProblems,
    relations: baseRelations,
    // What was there before the change does not come with it.
    isAdded: false,
    activates: false,
    history: histories?.get(path) ?? null,
  },
});

interface Listening {
  readonly side: PlanSide;
  readonly shared: SharedContext;
  readonly law: Parameters<typeof openWaivers>[1];
  /** All that run but the one about waivers that hide nothing. */
  readonly others: readonly Rule[];
}

/** Hears what rules have to say about one side. */
function listen({ side: { plan, context }, shared, law, others }: Listening): {
  readonly hear: (rule: Rule) => Side;
} {
  const {
    run,
    settings,
    reviewStamps,
    staleEdits,
    schemaKeys,
    requiredKeys = null,
    renames,
    touchedCode = [],
  } = shared;
  const waiving = openWaivers(plan.waivers, law);
  const contextOf = (rule: Rule): RuleContext => ({
    ...context,
    run,
    reviewStamps,
    staleEdits,
    schemaKeys,
    requiredKeys,
    renames,
    touchedCode,
    rules: law.rules,
    folderSaysClosed: folderSaysClosed(plan, { run, settings }),
    today: settings.today,
    reviewEvery: settings.reviewEvery,
    expiringWithin: settings.expiringWithin,
    unusedWaivers: rule.id === unusedWaiver.id ? unused() : [],
    options: (Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id]?.options : undefined) ?? {},
  });
  const hear = (rule: Rule): Side => ({ plan, waiving, findings: findingsOf(rule, plan, contextOf(rule)) });
  const unused = (): RuleContext['unusedWaivers'] => {
    // At the base a rule was heard only where it found something at the head.
    const heard = others.filter(({ id }) => waiving.unused().some((waiver) => waiver.rule === id));
    for (const rule of heard) for (const finding of hear(rule).findings) waiving.waive(rule, finding);
    const circumstances = { plan, hasBase: context.base !== null, run, settings, rules: others };
    return unusedWaivers(waiving.unused(), circumstances);
  };
  return { hear };
}

/**
 * While the front matter cannot be read only that is said: nobody knows what the plan is. Without any the text is judged
 * all the same: a team may have plans that never get one.
 */
const findingsOf = (rule: Rule, plan: Plan, context: RuleContext): readonly Finding[] =>
  plan.frontMatter.state === 'unreadable' && rule.concern !== 'syntax' ? [] : [...rule.check(plan, context)];

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start.line - b.range.start.line ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : byStart(a.range, b.range));
