import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type LocalGitHub, WORKFLOW_TOKEN } from './local-github.ts';
import { asObject } from './openapi-description.ts';
import { annotations, parseOutputFile, type WorkflowCommand, workflowCommands } from './workflow-commands.ts';
import type { WorkflowEvent } from './workflow-events.ts';

export interface ActionRun {
  readonly github: LocalGitHub;
  readonly event: WorkflowEvent;
  /** As under `with:`; the defaults of action.yml are filled in. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The default of `github-token`. */
  readonly token?: string;
  /** Variables beside those of the runner; they win. */
  readonly env?: Readonly<Record<string, string>>;
  /** An empty folder when left out. */
  readonly workspace?: string;
  readonly runId?: number;
  readonly runAttempt?: number;
  /** The folder with action.yml and dist; the repository when left out. */
  readonly action?: string;
  /** Milliseconds until the action is ended. 60,000 when left out. */
  readonly timeout?: number;
}

export interface ActionResult {
  /** Null when the time ran out. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What went to the job summary. */
  readonly summary: string;
  readonly commands: readonly WorkflowCommand[];
  /** The errors, warnings and notices among the commands. */
  readonly annotations: readonly WorkflowCommand[];
  /** The JSON file that the output "report" names, null without one. */
  readonly report: unknown;
  /** What lies in the workspace afterwards. */
  readonly workspaceFiles: readonly string[];
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** What an action needs of its repository; whatever is installed beside it is left behind. */
const PARTS_OF_AN_ACTION = ['action.yml', 'package.json', 'dist', 'schema'];

/** Starts the action as the runner does: a copy of it, in a process of its own, that inherits nothing but PATH. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const folder = await mkdtemp(join(tmpdir(), 'plan-check-run-'));
  try {
    const at = (name: string): string => join(folder, name);
    const workspace = run.workspace ?? at('workspace');
    await Promise.all([at('workspace'), at('temp'), at('action')].map((path) => mkdir(path)));
    await Promise.all(
      [at('output'), at('summary'), at('env'), at('path'), at('state')].map((path) => writeFile(path, '')),
    );
    await writeFile(at('event.json'), JSON.stringify(run.event.payload));
    await copyAction(run.action ?? REPOSITORY, at('action'));
    const inputs = await withDefaults(at('action/action.yml'), run);
    const env = { ...runnerVariables(run, folder, workspace), ...inputVariables(inputs), ...run.env };
    const child = spawn(process.execPath, [at('action/dist/index.js')], {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { exitCode, stdout, stderr } = await finish(child, run.timeout ?? 60_000);
    const commands = workflowCommands(stdout);
    const outputs = parseOutputFile(await readFile(at('output'), 'utf8'));
    return {
      ...{ exitCode, stdout, stderr, outputs, commands, annotations: annotations(commands) },
      summary: await readFile(at('summary'), 'utf8'),
      report: outputs.report === undefined ? null : await readJson(outputs.report),
      workspaceFiles: await readdir(workspace),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyAction(from: string, to: string): Promise<void> {
  const there = await readdir(from);
  const parts = PARTS_OF_AN_ACTION.filter((part) => there.includes(part));
  await Promise.all(parts.map((part) => cp(join(from, part), join(to, part), { recursive: true })));
}

/** Every declared input is set, those without a default to nothing. */
async function withDefaults(path: string, run: ActionRun): Promise<Readonly<Record<string, string>>> {
  const declared = asObject(asObject(parse(await readFile(path, 'utf8'))).inputs ?? {});
  const token = run.token ?? WORKFLOW_TOKEN;
  const defaults = Object.entries(declared).map(([name, input]) => {
    const value = String(asObject(input ?? {}).default ?? '');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow.
    return [name, value.replaceAll('${{ github.token }}', token)] as const;
  });
  return { ...Object.fromEntries(defaults), ...run.inputs };
}

/** The runner keeps hyphens and turns spaces into underscores. */
function inputVariables(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  return Object.fromEntries(named);
}

function runnerVariables(
  run: ActionRun,
  folder: string,
  workspace: string,
): Readonly<Record<string, string>> {
  const { github, event, runId = 1, runAttempt = 1 } = run;
  return {
    ...{ PATH: process.env.PATH ?? '', CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux' },
    ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: join(folder, 'event.json') },
    ...{ GITHUB_REPOSITORY: event.repository, GITHUB_REPOSITORY_OWNER: event.repository.split('/')[0] ?? '' },
    ...{
      GITHUB_SHA: event.sha,
      GITHUB_REF: event.ref,
      GITHUB_REF_NAME: event.ref.replace(/^refs\/(heads|pull)\//, ''),
    },
    ...{ GITHUB_BASE_REF: event.baseRef, GITHUB_HEAD_REF: event.headRef, GITHUB_ACTOR: event.actor },
    ...{
      GITHUB_RUN_ID: String(runId),
      GITHUB_RUN_ATTEMPT: String(runAttempt),
      GITHUB_RUN_NUMBER: String(runId),
    },
    ...{ GITHUB_WORKFLOW: 'Plans', GITHUB_JOB: 'check', GITHUB_ACTION: '__octo_plan-check' },
    ...{ GITHUB_ACTION_REPOSITORY: 'octo/plan-check', GITHUB_ACTION_REF: 'v1' },
    ...{
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
    },
    ...{ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: join(folder, 'temp') },
    ...{ GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') },
    ...{
      GITHUB_ENV: join(folder, 'env'),
      GITHUB_PATH: join(folder, 'path'),
      GITHUB_STATE: join(folder, 'state'),
    },
  };
}

async function finish(
  child: ChildProcess,
  timeout: number,
): Promise<Pick<ActionResult, 'exitCode' | 'stdout' | 'stderr'>> {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const texts = [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream)));
  const [exitCode, stdout = '', stderr = ''] = await Promise.all([ended, ...texts]);
  clearTimeout(timer);
  return { exitCode, stdout, stderr };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
