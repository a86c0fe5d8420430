import { readFile, stat } from 'node:fs/promises';
import { PlanCheckError } from './plan-check-error.ts';

/** What the runner says of a run. Source: GitHub's "Variables reference" for workflows. */
export interface RunContext {
  readonly eventName: string;
  /** The event's file as it came out of JSON: anything. */
  readonly payload: unknown;
  readonly sha: string;
  /** Full, such as `refs/heads/main`; null where the runner does not say. */
  readonly ref: string | null;
  readonly owner: string;
  readonly repo: string;
  readonly runId: number;
  readonly attempt: number;
  /** Without a slash at the end, as the two below. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The checked-out repository, if there is one. */
  readonly workspace: string | null;
  /** A folder for files of the run. */
  readonly temp: string;
  /** `owner/name` and ref of this action, where it was not taken from a folder. */
  readonly action: { readonly repository: string; readonly ref: string } | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of the runner, and the event's file.
 * @throws {PlanCheckError} when one that is needed is not there.
 */
export async function readRunContext(env: Env): Promise<RunContext> {
  const [owner, repo] = namedRepository(needed(env, 'GITHUB_REPOSITORY'));
  const repository = env.GITHUB_ACTION_REPOSITORY;
  const actionRef = env.GITHUB_ACTION_REF;
  return {
    eventName: needed(env, 'GITHUB_EVENT_NAME'),
    payload: await readPayload(needed(env, 'GITHUB_EVENT_PATH')),
    sha: needed(env, 'GITHUB_SHA'),
    ref: env.GITHUB_REF || null,
    owner,
    repo,
    runId: wholeNumber(env.GITHUB_RUN_ID, 0),
    attempt: wholeNumber(env.GITHUB_RUN_ATTEMPT, 1),
    serverUrl: address(env, 'GITHUB_SERVER_URL', 'https://github.com'),
    apiUrl: address(env, 'GITHUB_API_URL', 'https://api.github.com'),
    graphqlUrl: address(env, 'GITHUB_GRAPHQL_URL', 'https://api.github.com/graphql'),
    workspace: env.GITHUB_WORKSPACE || null,
    temp: needed(env, 'RUNNER_TEMP'),
    action: repository && actionRef ? { repository, ref: actionRef } : null,
  };
}

function needed(env: Env, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new PlanCheckError(
    `"${name}" is not set; run the action inside a workflow, or use "plan-check" at a terminal.`,
  );
}

function namedRepository(name: string): readonly [owner: string, repo: string] {
  const [owner, repo, ...more] = name.split('/');
  if (owner && repo && more.length === 0) return [owner, repo];
  throw new PlanCheckError(`"GITHUB_REPOSITORY" is "${name}", which is not "owner/name".`);
}

/** Runs are compared by their numbers, so that another kind of text must not get in. */
const wholeNumber = (text: string | undefined, otherwise: number): number =>
  /^\d{1,15}$/.test(text ?? '') ? Number(text) : otherwise;

function address(env: Env, name: string, otherwise: string): string {
  const given = (env[name] || otherwise).replace(/\/+$/, '');
  // What may hold a password is not repeated, be it an address or not.
  if (/[@?#]/.test(given)) {
    throw new PlanCheckError(
      `"${name}" is no plain address of a server: leave out user, password and whatever follows a "?" or a "#".`,
    );
  }
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new PlanCheckError(`"${name}" is "${given}", which is no address of a server.`);
}

/** Bytes. GitHub sends no event over 25 MB. */
const MAX_PAYLOAD = 64 * 1024 * 1024;

async function readPayload(path: string): Promise<unknown> {
  const where = `The event's file "${path}" ("GITHUB_EVENT_PATH")`;
  const size = await stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
  if (size > MAX_PAYLOAD) {
    throw new PlanCheckError(`${where} has ${size} bytes, and no event has more than ${MAX_PAYLOAD}.`);
  }
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new PlanCheckError(`${where} could not be read as JSON.`);
  }
}
