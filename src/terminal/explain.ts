import { readFile } from 'node:fs/promises';
import { didYouMean } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import type { Rule } from '../rules/rule.ts';

/** Every rule with its one sentence, in the order of the menu. */
export function listRules(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, description }) => `${id.padEnd(width)}  ${description}`).join('\n');
}

/**
 * The page of a rule: what it wants, with an example of wrong and right.
 * @param pages the folder of the pages.
 * @throws {PlanCheckError} for a name that is no rule, with the nearest one.
 */
export async function explainRule(id: string, rules: readonly Rule[], pages: URL): Promise<string> {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new PlanCheckError(
      `There is no rule "${id}"${didYouMean(id, ids) || '.'} "plan-check explain" lists them all.`,
    );
  }
  return await readFile(new URL(`${id}.md`, pages), 'utf8');
}
