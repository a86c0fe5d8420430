import { PlanCheckError } from '../plan-check-error.ts';
import { oneLine } from '../schema/one-line.ts';
import type { CommandLine, CommandName } from './command-line.ts';

/** @throws {PlanCheckError} for an option or an operand that belongs to another command, and for one that is missing. */
export function refuseWhatTheCommandDoesNotTake(line: CommandLine): void {
  const { command, operands, base, head } = line;
  if (command !== 'diff' && (base !== null || head !== null)) {
    throw new PlanCheckError(
      `"plan-check ${command}" compares nothing; "--base" and "--head" belong to "plan-check diff".`,
    );
  }
  if (command !== 'fix' && line.dryRun) {
    throw new PlanCheckError(
      `"plan-check ${command}" writes nothing; "--dry-run" belongs to "plan-check fix".`,
    );
  }
  if (command !== 'check' && line.writeBaseline) {
    throw new PlanCheckError(
      `"plan-check ${command}" writes no baseline; "--write-baseline" belongs to "plan-check check".`,
    );
  }
  if (command === 'fix' && line.format !== 'text') {
    throw new PlanCheckError(
      '"plan-check fix" has no "--format"; "--dry-run" prints a patch, and "plan-check check" the findings.',
    );
  }
  if (command !== 'scan' && line.inputs.shard !== undefined) {
    throw new PlanCheckError(`"plan-check ${command}" has no parts; "--shard" belongs to "plan-check scan".`);
  }
  if (command === 'merge' && operands.length === 0) {
    throw new PlanCheckError('"plan-check merge" needs the reports to join: paths or globs.');
  }
  if (command === 'new' && operands.length === 0) {
    throw new PlanCheckError('"plan-check new" needs a title: plan-check new "Audit log".');
  }
  const many = Number.POSITIVE_INFINITY;
  const allowed = {
    check: many,
    diff: 0,
    scan: many,
    merge: many,
    fix: many,
    explain: 1,
    init: 0,
    new: many,
  } satisfies Record<CommandName, number>;
  if (operands.length > allowed[command]) {
    const given = oneLine(operands[allowed[command]] ?? '', MAX_OPERAND);
    throw new PlanCheckError(`"plan-check ${command}" does not take "${given}"${insteadOf(command)}.`);
  }
}

/** Characters of a word that a message shows. */
const MAX_OPERAND = 100;

const insteadOf = (command: CommandName): string =>
  command === 'diff'
    ? ': it compares whole commits; "plan-check check" takes single plans'
    : command === 'explain'
      ? ': it explains one rule at a time'
      : command === 'init'
        ? ': it takes no path, and writes into the repository where it is run'
        : '';
