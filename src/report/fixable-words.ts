import { newFindings } from './finding-line.ts';
import type { Report } from './report.ts';

/** `2 of 5 can be fixed by plan-check fix`, of the findings that count, as the command sees them; empty where none can. `name` sets the command. */
export function fixableInWords(report: Report, name: (command: string) => string): string {
  const findings = newFindings(report);
  const fixable = findings.filter(({ fix }) => fix !== null && fix.needsChange !== true).length;
  return fixable === 0 ? '' : `${fixable} of ${findings.length} can be fixed by ${name('plan-check fix')}`;
}
