import { DEFAULT_CONFIG_PATH } from '../settings/resolve-settings.ts';
import type { CommandLine } from './command-line.ts';
import { openAround } from './open-around.ts';
import { starterConfig } from './starter-config.ts';
import { starterWorkflow } from './starter-workflow.ts';
import type { Surroundings } from './surroundings.ts';
import { surveyPlans } from './survey-plans.ts';
import { writeNewFile } from './write-new-file.ts';

const WORKFLOW_PATH = '.github/workflows/plan-check.yml';

/**
 * Writes a workflow and a configuration where there are none yet, and says what comes next.
 * @throws {PlanCheckError} when a file cannot be written.
 */
export async function runInit(line: CommandLine, around: Surroundings): Promise<0> {
  const { root, repository } = await openAround([], around.cwd);
  const found = await surveyPlans(repository);
  const files = [
    { path: WORKFLOW_PATH, text: starterWorkflow() },
    { path: DEFAULT_CONFIG_PATH, text: starterConfig(found) },
  ];
  const written: string[] = [];
  for (const { path, text } of files) {
    const isNew = await writeNewFile(root, path, text);
    if (isNew) written.push(path);
    process.stdout.write(isNew ? `Wrote ${path}.\n` : `${path} is there already, and stays as it is.\n`);
  }
  if (!line.quiet) process.stdout.write(nextSteps(written, found.folders.length));
  return 0;
}

/** `folders`: how many with plans were found. */
function nextSteps(written: readonly string[], folders: number): string {
  if (written.length === 0) return 'There is nothing left to set up.\n';
  const steps = [
    ...(written.includes(WORKFLOW_PATH)
      ? [
          `In ${WORKFLOW_PATH}, put the account that publishes the action in the place of OWNER, and the commit of its release in the place of the zeros.`,
        ]
      : []),
    ...(written.includes(DEFAULT_CONFIG_PATH)
      ? [
          folders === 0
            ? `No plans were found: name their folders in ${DEFAULT_CONFIG_PATH}, or begin one.`
            : `Read ${DEFAULT_CONFIG_PATH}: are these the folders of the plans?`,
        ]
      : []),
    'Run "plan-check check". Where old plans have findings, "plan-check check --write-baseline" puts them aside, and only new ones count.',
    'Commit the files. "plan-check new TITLE" begins a plan.',
  ];
  return `\nNext:\n${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}`;
}
