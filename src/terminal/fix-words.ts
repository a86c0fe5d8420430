import type { Fixed, FixedFile } from '../fix.ts';
import { mayBeFixed } from '../fixing/fix-once.ts';
import { cleanLine } from '../report/clean-text.ts';
import { counted } from '../report/counted.ts';
import type { Diagnostic } from '../report/report.ts';

/** A plan that could not be written, and why, as the end of a sentence. */
export interface Unwritten {
  readonly path: string;
  readonly reason: string;
}

/**
 * What a run of `fix` did: a line for each plan with the rules and their places, one for each that was left as it is, and a
 * last line that sums up. Ends with a line feed.
 */
export function fixWords(
  { files, unsettled, left: { report } }: Fixed,
  { unwritten, dryRun }: { readonly unwritten: readonly Unwritten[]; readonly dryRun: boolean },
): string {
  const written = files.filter(({ path }) => !unwritten.some((one) => one.path === path));
  const gaps = report.coverage.filter(({ blocking }) => blocking);
  const lines = [
    ...written.map((file) => `${dryRun ? 'Would fix' : 'Fixed'} ${cleanLine(file.path)}: ${rulesOf(file)}.`),
    ...unwritten.map(({ path, reason }) => `Not fixed ${cleanLine(path)}: ${cleanLine(reason)}.`),
    ...unsettled.map((path) => `Not fixed ${cleanLine(path)}: one fix undoes the other; decide yourself.`),
    ...gaps.map(({ message }) => `Not looked at: ${cleanLine(message)}`),
    sum(written, dryRun),
    ...leftWords([...report.plans.flatMap(({ diagnostics }) => diagnostics), ...report.diagnostics]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `malformed-checkbox (3), status-in-body (1)` */
const rulesOf = ({ applied }: FixedFile): string =>
  applied.map(({ rule, count }) => `${rule} (${count})`).join(', ');

function sum(files: readonly FixedFile[], dryRun: boolean): string {
  if (files.length === 0) return 'Nothing to fix.';
  const places = files.flatMap(({ applied }) => applied).reduce((total, { count }) => total + count, 0);
  return `${dryRun ? 'Would fix' : 'Fixed'} ${counted(places, 'place')} in ${counted(files.length, 'plan')}${dryRun ? '; nothing was written' : ''}.`;
}

function leftWords(findings: readonly Diagnostic[]): readonly string[] {
  const open = findings.filter(({ waived, known }) => waived === null && !known);
  const withFix = open.filter(mayBeFixed).length;
  const without = open.length - withFix;
  return [
    ...(without === 0
      ? []
      : [
          `${counted(without, 'finding')} ${without === 1 ? 'is' : 'are'} left to decide; "plan-check" shows ${without === 1 ? 'it' : 'them'}.`,
        ]),
    ...(withFix === 0
      ? []
      : [`The fixes of ${counted(withFix, 'finding')} could not be applied without touching more.`]),
  ];
}
