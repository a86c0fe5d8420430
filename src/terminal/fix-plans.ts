import { join } from 'node:path';
import { type Fixed, fix } from '../fix.ts';
import { unifiedDiff } from '../fixing/unified-diff.ts';
import { outsideOfCommands } from '../outlets/inert-in-log.ts';
import { markBefore, replaceFile } from '../outlets/replace-file.ts';
import { printable } from '../report/printable.ts';
import { fixWords, type Unwritten } from './fix-words.ts';

/**
 * Fixes plans and says what was done.
 * @returns the exit code: 0, whatever is left; 2 when a plan could not be written.
 * @throws {PlanCheckError} when the team's schema cannot be used.
 */
export async function fixPlans(
  request: Parameters<typeof fix>[0],
  { root, dryRun }: { readonly root: string; readonly dryRun: boolean },
): Promise<number> {
  const fixed = await fix(request);
  if (dryRun) {
    await printPatch(fixed, root);
    process.stderr.write(fixWords(fixed, { unwritten: [], dryRun }));
    return 0;
  }
  const unwritten: Unwritten[] = [];
  for (const { path, before, after } of fixed.files) {
    const replaced = await replaceFile(root, path, { before, after: after.text });
    if (replaced.kind === 'refused') unwritten.push({ path, reason: replaced.reason });
  }
  process.stdout.write(fixWords(fixed, { unwritten, dryRun }));
  return unwritten.length === 0 ? 0 : 2;
}

async function printPatch({ files }: Fixed, root: string): Promise<void> {
  for (const { path, before, after } of files) {
    const mark = (await markBefore(join(root, path), before)) ?? '';
    const patch = unifiedDiff(path, before, after, mark);
    // In a file or a pipe the patch stays as it is.
    process.stdout.write(process.stdout.isTTY ? printable(patch) : outsideOfCommands(patch));
  }
}
