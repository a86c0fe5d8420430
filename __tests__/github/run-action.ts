import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { LocalGitHub } from './local-github.ts';
import { runnerEnvironment } from './runner-environment.ts';
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
    const env = await runnerEnvironment(run, { folder, workspace });
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
