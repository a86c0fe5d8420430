import { expect } from '@jest/globals';
import type { LocalGitHub } from '../github/local-github.ts';
import type { FileEntry, LocalComment, LocalRepository } from '../github/local-repository.ts';
import type { RecordedRequest } from '../github/request.ts';
import { type ActionResult, type ActionRun, runAction } from '../github/run-action.ts';
import type { WorkflowCommand } from '../github/workflow-commands.ts';
import { pullRequestEvent, type WorkflowEvent } from '../github/workflow-events.ts';
import { TODAY } from './plan-text.ts';
import { reportProblems } from './report-problems.ts';

export type Files = Readonly<Record<string, FileEntry>>;

/** What a run did, and what it asked GitHub for. */
export interface SceneResult extends ActionResult {
  /** The operations in the order of arrival, tries included. */
  readonly operations: readonly (string | null)[];
  /** Those of them that may have changed something. */
  readonly writes: readonly (string | null)[];
}

export type SceneRun = Partial<Omit<ActionRun, 'github' | 'event'>>;

/** A repository on the local GitHub, and the bundle at work in it. */
export interface Scene {
  readonly repository: LocalRepository;
  readonly source: { readonly github: LocalGitHub; readonly repository: string };
  /** Pushes to the head of pull request 1; returns the full commit id. */
  push(files: Files): string;
  /** Runs on pull request 1, as it is now. */
  check(run?: SceneRun): Promise<SceneResult>;
  /** Runs on any event. */
  runOn(event: WorkflowEvent, run?: SceneRun): Promise<SceneResult>;
  /** Of pull request 1, oldest first. */
  comments(): readonly LocalComment[];
}

export interface SceneSetup {
  /** On the branch main. */
  readonly base?: Files;
  /** Changed by pull request 1; without it there is none. */
  readonly head?: Files;
  /** `login:branch` for a fork's. */
  readonly branch?: string;
  readonly isPrivate?: boolean;
  /** Of its commits, in seconds since 1970; default: a minute apart, from the first of January 2026. */
  readonly time?: number;
}

/** The repository `octo/<name>`: one for each scene. */
export function createScene(github: LocalGitHub, name: string, setup: SceneSetup = {}): Scene {
  const { base = {}, head, branch = 'topic', isPrivate = false, time } = setup;
  const source = { github, repository: `octo/${name}` };
  const repository = github.createRepository(source.repository, { isPrivate });
  const at = time === undefined ? {} : { time };
  repository.commit({ branch: 'main', files: { 'README.md': 'A project.', ...base }, ...at });
  if (head !== undefined) {
    repository.commit({ branch, from: 'main', files: head, ...at });
    repository.openPullRequest({ base: 'main', head: branch });
  }

  const runOn: Scene['runOn'] = async (event, run = {}) => {
    const token = run.token ?? workflowToken(github);
    const before = github.requests.length;
    const inputs: Readonly<Record<string, string>> = { today: TODAY, ...run.inputs };
    const result = await runAction({ github, event, ...run, token, inputs });
    const asked = github.requests.slice(before).filter((request) => request.token === token);
    const writes = asked.filter(({ isWrite }) => isWrite);
    expect([...github.violations, ...stackLines(result)]).toEqual([]);
    if (result.report !== null) {
      expect(reportProblems(result.report)).toEqual([]);
      // What joins reports counts what they cost as well.
      if (inputs.merge === undefined) {
        expect(result.report).toMatchObject({ api: { requests: asked.length, writes: writes.length } });
      }
    }
    return { ...result, operations: asked.map(operationOf), writes: writes.map(operationOf) };
  };
  return {
    ...{ repository, source, runOn },
    push: (files) => repository.commit({ branch, files }),
    check: (run) => runOn(pullRequestEvent(source, { number: 1 }), run),
    comments: () => repository.comments(1),
  };
}

/** What readers see of a comment; nothing of one that is not there. */
export const visible = (comment: LocalComment | undefined): string =>
  comment?.body.replace(/^<!-- plan-check .*-->\n/, '') ?? '';

/** `error docs/plans/a.md:6:3 Text.` */
export function told({ command, properties, message }: WorkflowCommand): string {
  const place = [properties.file, properties.line, properties.col].filter((part) => part !== undefined);
  return [command, place.join(':'), message].filter((part) => part !== '').join(' ');
}

/** What decides whether a merge goes on, and what is said beside it. */
export const outcome = ({ exitCode, outputs, annotations, stderr }: SceneResult) => ({
  exitCode,
  conclusion: outputs.conclusion,
  annotations: annotations.map(told),
  stderr,
});

let tokens = 0;

/** Each run has its own, as on GitHub: by it the requests of runs side by side are told apart. */
function workflowToken(github: LocalGitHub): string {
  tokens += 1;
  const token = `workflow-token-${tokens}`;
  github.addToken(token, { login: 'github-actions[bot]', permissions: 'write' });
  return token;
}

const operationOf = ({ operation }: RecordedRequest): string | null => operation;

/** Nobody is shown a stack, whatever happens. */
const stackLines = ({ stdout, stderr }: ActionResult): readonly string[] =>
  `${stdout}\n${stderr}`.split('\n').filter((line) => /^\s+at .*[:(]/.test(line));
