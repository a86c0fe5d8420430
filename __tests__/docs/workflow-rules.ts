import { parse } from 'yaml';

/** The parts of a workflow that are looked at here; an example of the documentation may be a piece of one. */
interface Workflow {
  readonly on?: string | Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly permissions?: Permissions;
  readonly jobs?: Readonly<Record<string, Job>>;
}

type Permissions = Readonly<Record<string, string>>;

interface Job {
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const PINNED = /^(?<action>[\w.-]+\/[\w./-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v\d+\.\d+\.\d+)$/;
/** A workflow that is called, not an action: it has no version of ours. */
const CALLED = /\/\.github\/workflows\//;
const PINNED_CALL = /^[\w./-]+@[0-9a-f]{40}(?: #.*)?$/;

/** Stands for a commit of ours, which no page can know that is part of it. */
const NO_COMMIT = '0'.repeat(40);
const OURS = /^OWNER\/plan-check@/;

export const workflowIn = (yaml: string): Workflow => parse(yaml);

export function stepsIn(value: unknown): readonly Step[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isStep(value) ? [value] : []), ...Object.values(value).flatMap(stepsIn)];
}

const isStep = (value: object): value is Step => 'uses' in value || 'run' in value;

/** What `uses:` names, comment included: only the text has the comments. */
export function usesIn(yaml: string): readonly string[] {
  return everyUse(yaml).filter((uses) => !CALLED.test(uses));
}

const everyUse = (yaml: string): readonly string[] =>
  [...yaml.matchAll(/^[\s-]*uses: *(?<uses>.*)$/gm)].map(({ groups }) => groups?.uses ?? '');

/** What is not pinned to a full commit id with its version beside it. */
export function looseUses(yaml: string): readonly string[] {
  const calls = everyUse(yaml).filter((uses) => CALLED.test(uses) && !PINNED_CALL.test(uses));
  const actions = usesIn(yaml).filter(
    (uses) => !PINNED.test(uses) || (uses.includes(NO_COMMIT) && !OURS.test(uses)),
  );
  return [...calls, ...actions];
}

/** Check-outs that leave their token to every later step. */
export function checkoutsWithToken(yaml: string): readonly Step[] {
  return stepsIn(parse(yaml)).filter(
    (step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
  );
}

/** Scripts into which GitHub would paste text; it belongs into `env`. */
export function scriptsWithPastedText(yaml: string): readonly string[] {
  return stepsIn(parse(yaml)).flatMap(({ run = '' }) => (run.includes('${{') ? [run] : []));
}

/** Events about a pull request that leave out the one by which it gets another base branch. */
export function pullRequestsWithoutEdits(yaml: string): readonly string[] {
  const { on } = workflowIn(yaml);
  const events = typeof on === 'string' ? { [on]: null } : (on ?? {});
  return Object.entries(events).flatMap(([name, event]) =>
    name.startsWith('pull_request') && event?.types?.includes('edited') !== true ? [name] : [],
  );
}

/** Jobs that get whatever the repository's default is. */
export function jobsWithoutPermissions(yaml: string): readonly string[] {
  const { permissions, jobs = {} } = workflowIn(yaml);
  if (permissions !== undefined) return [];
  return Object.keys(jobs).filter((name) => jobs[name]?.permissions === undefined);
}
