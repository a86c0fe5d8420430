import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { loadSettings } from '../checking/load-settings.ts';
import { isTemplateValue } from '../plan/template-values.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { cleanLine } from '../report/clean-text.ts';
import { askGit } from '../repository/git/git.ts';
import { RULES } from '../rules/index.ts';
import { selectPlans } from '../settings/plan-selection.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandLine } from './command-line.ts';
import { newPlan } from './new-plan.ts';
import { newPlanFolder } from './new-plan-folder.ts';
import { openAround } from './open-around.ts';
import { planSlug } from './plan-slug.ts';
import { shellWord } from './shell-word.ts';
import type { Surroundings } from './surroundings.ts';
import { writeNewFile } from './write-new-file.ts';

/** Characters. */
const MAX_TITLE = 200;

/**
 * Writes a new plan from the template; prints its path.
 * @throws {PlanCheckError} for a title that cannot be one, when nothing says where plans lie, and when the file is there.
 */
export async function runNew(line: CommandLine, around: Surroundings): Promise<0> {
  const title = readTitle(line.operands.join(' '));
  const { root, repository } = await openAround([], around.cwd);
  const settings = await loadSettings(repository, line.inputs, RULES, around.now);
  const stands = relative(await realpath(root), await realpath(around.cwd)).replaceAll(sep, '/');
  const path = await newPath(root, { title, settings, here: stands });
  const { today, vocabulary } = settings;
  const text = newPlan({ title, today, owner: await userOf(root), vocabulary });
  if (!(await writeNewFile(root, path, text))) {
    throw new PlanCheckError(`"${path}" is there already, and stays as it is; choose another title.`);
  }
  process.stdout.write(`${path}\n`);
  if (!line.quiet) {
    const here = relative(await realpath(around.cwd), join(root, path)).replaceAll(sep, '/');
    process.stderr.write(
      `Wrote a new plan, a draft. "plan-check check ${shellWord(here)}" checks it as you write.\n`,
    );
  }
  return 0;
}

function readTitle(words: string): string {
  const title = cleanLine(words);
  if (title === '')
    throw new PlanCheckError('The title is empty; say what the plan is called: plan-check new "Audit log".');
  if (Array.from(title).length > MAX_TITLE) {
    throw new PlanCheckError(`The title has over ${MAX_TITLE} characters; choose a shorter one.`);
  }
  if (isTemplateValue(title)) {
    throw new PlanCheckError(`"${title}" is a text of the template; say what the plan is called.`);
  }
  return title;
}

interface NewPlan {
  readonly title: string;
  readonly settings: Settings;
  /** Where somebody stands, from the root. */
  readonly here: string;
}

async function newPath(root: string, { title, settings, here }: NewPlan): Promise<string> {
  const folder = await newPlanFolder(root, settings, here);
  if (folder === null) {
    throw new PlanCheckError(
      'No pattern of "plans" begins with a folder in which a new draft may lie: go to the folder where the plan belongs and run it there, or add a pattern such as "docs/plans/**/*.md".',
    );
  }
  const isPlan = selectPlans(settings);
  const slug = planSlug(title);
  const paths = [slug, `plan-${slug}`].map((name) => (folder === '' ? `${name}.md` : `${folder}/${name}.md`));
  const path = paths.find(isPlan);
  if (path !== undefined) return path;
  throw new PlanCheckError(`"${paths[0]}" would be no plan by "plans" and "ignore"; choose another title.`);
}

/** The name that git writes into commits; null where it knows none. */
async function userOf(root: string): Promise<string | null> {
  const answer = await askGit(root, ['config', '--get', 'user.name']);
  return answer.ok ? cleanLine(answer.output).slice(0, MAX_TITLE).toWellFormed() || null : null;
}
