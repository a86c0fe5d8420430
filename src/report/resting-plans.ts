import { stalenessInWords } from './issue-words.ts';
import type { Links } from './links.ts';
import { fold, link, text } from './markdown.ts';
import { planTitle } from './plan-row.ts';
import type { PlanResult, Report } from './report.ts';
import { plain, type Say } from './say.ts';
import { ruleOf } from './waived-states.ts';

/** Characters as shown. */
const REASON_LENGTH = 200;
const PATH_LENGTH = 160;

type Waived = NonNullable<PlanResult['diagnostics'][number]['waived']>;

/** The plans that ask to be left alone until a day to come, a list item each. */
export const snoozedItems = ({ plans }: Report, links: Links): readonly string[] =>
  plans.flatMap((plan) => {
    const { snooze } = plan.staleness;
    return snooze === undefined
      ? []
      : [`- 💤 ${nameOf(plan, links)}: snoozed${groundsInWords(snooze, text)}`];
  });

/** Beside them those with states that they are allowed to have: what a list of plans to decide about leaves out. */
export const restingItems = (report: Report, links: Links): readonly string[] => [
  ...snoozedItems(report, links),
  ...report.plans.flatMap((plan) => waivedItems(plan, links)),
];

/** Items of both kinds below a fold, since nobody has to decide about them. */
export const restingFold = (count: number, items: string): string =>
  fold(`Snoozed or waived: ${count}`, items);

/** The snoozed plans as lines for a terminal: `snoozed: plans/a.md until 2026-07-01: Waiting for the trials`. */
export const snoozedLines = ({ plans }: Report): readonly string[] =>
  plans.flatMap(({ path, staleness: { snooze } }) =>
    snooze === undefined ? [] : [`snoozed: ${plain(path, PATH_LENGTH)}${groundsInWords(snooze, plain)}`],
  );

function waivedItems(plan: PlanResult, links: Links): readonly string[] {
  return (plan.staleness.waived ?? []).flatMap((state) => {
    const told = plan.diagnostics.find(({ rule, waived }) => rule === ruleOf(state) && waived !== null);
    const waived = told?.waived ?? null;
    return waived === null
      ? []
      : [`- ${nameOf(plan, links)}: ${stalenessInWords(state)}, waived${groundsInWords(waived, text)}`];
  });
}

const nameOf = (plan: PlanResult, links: Links): string => link(planTitle(plan), links.file(plan.path));

/** ` until 2026-04-01: The team is away` */
export const groundsInWords = ({ until, reason }: Waived, say: Say): string =>
  `${until === null ? '' : ` until ${until}`}: ${say(reason.replace(/[.\s]+$/, ''), REASON_LENGTH)}`;
