import type { CalendarDate } from '../plan/calendar-date.ts';
import type { PlanWaivers, Waiver } from '../plan/waivers.ts';
import { snoozeOf } from '../progress/measure-staleness.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding, Rule } from './rule.ts';

/** What decides whether a waiver holds. */
export interface WaiverLaw {
  readonly today: CalendarDate;
  /** Every rule that there is. */
  readonly rules: readonly Pick<Rule, 'id' | 'waivable'>[];
}

export type WaiverProblem = 'noRule' | 'unknownRule' | 'unwaivable' | 'noReason' | 'until' | 'past';

/** Why a waiver does not hold; null when it does. */
export function waiverProblem(
  { rule: id, reason, until }: Waiver,
  { today, rules }: WaiverLaw,
): WaiverProblem | null {
  if (id === null) return 'noRule';
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return 'unknownRule';
  if (rule.waivable === false) return 'unwaivable';
  if (reason === null) return 'noReason';
  if (until.kind === 'unreadable') return 'until';
  return until.kind === 'day' && until.day < today ? 'past' : null;
}

/** The waivers of one plan that hold, while the rules run over it. */
export interface Waiving {
  /**
   * The waiver of a finding: that at its place before that of the whole plan, and the snooze where it comes with the
   * calendar; null where there is none.
   */
  waive(rule: Pick<Rule, 'id' | 'concern'>, finding: Pick<Finding, 'range' | 'concern'>): Waiver | null;
  /** Those that hid nothing so far. */
  unused(): readonly Waiver[];
}

export function openWaivers({ entries, snooze }: PlanWaivers, law: WaiverLaw): Waiving {
  const valid = entries.filter((waiver) => waiverProblem(waiver, law) === null);
  const atPlaces = valid.filter(({ lines }) => lines !== null);
  const inOrder = [...atPlaces, ...valid.filter(({ lines }) => lines === null)];
  const used = new Set<Waiver>();
  const snoozing: Waiver | null =
    snooze === null || snoozeOf({ waivers: { snooze } }, law.today) === null
      ? null
      : { ...snooze, rule: null, lines: null };
  return {
    waive: ({ id, concern }, finding) => {
      const waiver = inOrder.find((one) => one.rule === id && covers(one, finding));
      if (waiver === undefined) return (finding.concern ?? concern) === 'calendar' ? snoozing : null;
      used.add(waiver);
      return waiver;
    },
    unused: () => valid.filter((waiver) => !used.has(waiver)),
  };
}

/**
 * As the report has it.
 * @param how.isNew whether what it hides stood there before it.
 */
export const waivedBy = (waiver: Waiver | null, how: { readonly isNew: boolean }): Diagnostic['waived'] =>
  waiver === null
    ? null
    : {
        reason: waiver.reason ?? '',
        until: waiver.until.kind === 'day' ? waiver.until.day : null,
        ...(how.isNew ? { isNew: true } : {}),
      };

const covers = ({ lines }: Waiver, { range: { start } }: Pick<Finding, 'range'>): boolean =>
  lines === null || (start.line >= lines.from && start.line <= lines.to);
