import type { Plan } from '../plan/plan.ts';
import { activationIncomplete } from './activation-incomplete.ts';
import type { RuleContext, RunKind } from './rule.ts';
import { isOff, type JudgingSettings } from './severity.ts';

/** Rules that leave to "activation-incomplete" what a plan lacks that becomes active. */
export const LEFT_TO_ACTIVATION: ReadonlySet<string> = new Set([
  'front-matter-schema',
  'no-expiry',
  'unreviewed',
]);

/**
 * Whether a change makes a plan active, added or not, and the rule that asks for more then runs. What was in no known
 * state before does not become active by getting a state that is one.
 */
export function becomesActive(
  { plan, base, isAdded }: { readonly plan: Plan } & Pick<RuleContext, 'base' | 'isAdded'>,
  { run, settings }: { readonly run: RunKind; readonly settings: JudgingSettings },
): boolean {
  const before = base?.lifecycle ?? null;
  const wasNot = isAdded || (before !== null && before !== 'active');
  const { lifecycle } = plan;
  return lifecycle === 'active' && wasNot && !isOff(activationIncomplete, { run, settings, lifecycle });
}
