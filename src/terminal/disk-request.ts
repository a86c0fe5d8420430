import type { CheckRequest } from '../check.ts';
import { loadSettings } from '../checking/load-settings.ts';
import { RULES } from '../rules/index.ts';
import { PLAN_TIME, RUN_TIME, runTime } from '../time-budget.ts';
import { VERSION } from '../version.ts';
import type { CommandLine } from './command-line.ts';
import { openAround } from './open-around.ts';
import { planPaths, requirePaths } from './plan-paths.ts';
import { requireNoWayOut } from './require-no-way-out.ts';
import type { Surroundings } from './surroundings.ts';

/** To check the plans on the disk that the line names; all of them where it names none. */
export async function diskRequest(
  line: CommandLine,
  around: Surroundings,
): Promise<{ readonly root: string; readonly request: Omit<CheckRequest, 'withinSchemaTime'> }> {
  await requirePaths(line.operands, around.cwd, line.maybeCommand);
  for (const path of line.operands) await requireNoWayOut(path, around.cwd);
  const { root, repository } = await openAround(line.operands, around.cwd);
  const settings = await loadSettings(repository, line.inputs, RULES, around.now);
  const named = await planPaths(line.operands, { root, cwd: around.cwd }, repository, settings);
  return {
    root,
    request: {
      repository,
      scope: line.operands.length === 0 ? { kind: 'all' } : { kind: 'paths', ...named },
      run: 'changes',
      event: line.command,
      settings,
      version: VERSION,
      time: runTime({ plan: PLAN_TIME, run: RUN_TIME }),
    },
  };
}
