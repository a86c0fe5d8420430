import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WORKFLOW_TOKEN } from './local-github.ts';
import { asObject } from './openapi-description.ts';
import type { ActionRun } from './run-action.ts';

type Variables = Readonly<Record<string, string>>;

interface Places {
  /** Of the files that the runner and the action exchange. */
  readonly folder: string;
  readonly workspace: string;
}

/** All that the action finds in its environment; of ours it has PATH alone. */
export async function runnerEnvironment(run: ActionRun, places: Places): Promise<Variables> {
  const inputs = await withDefaults(join(places.folder, 'action/action.yml'), run);
  return { ...runnerVariables(run, places), ...inputVariables(inputs), ...run.env };
}

/** Every declared input is set, those without a default to nothing. */
async function withDefaults(path: string, run: ActionRun): Promise<Variables> {
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
function inputVariables(inputs: Variables): Variables {
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  return Object.fromEntries(named);
}

function runnerVariables(run: ActionRun, { folder, workspace }: Places): Variables {
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
