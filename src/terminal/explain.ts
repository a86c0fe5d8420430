import { readFile } from 'node:fs/promises';
import { didYouMean } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import type { Rule } from '../rules/rule.ts';

const HEAD = ['RULE', 'CHANGE', 'SCAN', 'MINIMAL', 'FIX', 'WHAT HOLDS FOR A GOOD PLAN'] as const;

/** Every rule on a line, in the order of the menu, below the names of the columns. */
export function listRules(rules: readonly Rule[]): string {
  const rows = [
    HEAD,
    ...rules.map(({ id, severity, minimal, fixable, description }) => [
      ...[id, severity.changes, severity.scan, minimal ? 'yes' : '', fixable ?? ''],
      description,
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isLast = (column: number): boolean => column === HEAD.length - 1;
  return rows
    .map((row) =>
      row.map((cell, column) => (isLast(column) ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}

/**
 * The page of a rule: what it wants, with an example of wrong and right; below it how severe it is, in which profiles, and
 * who can mend it.
 * @param pages the folder of the pages.
 * @throws {PlanCheckError} for a name that is no rule, with the nearest one.
 */
export async function explainRule(id: string, rules: readonly Rule[], pages: URL): Promise<string> {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) {
    const page = await readFile(new URL(`${id}.md`, pages), 'utf8');
    return `${page.trimEnd()}\n\n${factsOf(rule)}\n`;
  }
  const hint = didYouMean(
    id,
    rules.map((one) => one.id),
  );
  throw new PlanCheckError(`There is no rule "${id}"${hint || '.'} "plan-check explain" lists them all.`);
}

function factsOf({ severity, minimal, fixable }: Rule): string {
  const facts = [
    `Severity: ${severity.changes} on a change, ${severity.scan} on a scan.`,
    `Profiles: ${minimal ? 'minimal, ' : ''}recommended; strict raises it by one.`,
    `Fix: ${FIXES[fixable ?? 'none']}`,
  ];
  return facts.join('\n');
}

const FIXES = {
  safe: '"plan-check fix" writes it, where nobody has to decide.',
  hint: 'the finding carries the text to write.',
  none: 'people decide.',
} as const satisfies Record<NonNullable<Rule['fixable']> | 'none', string>;
