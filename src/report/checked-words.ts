import { counted } from './counted.ts';
import type { Report } from './report.ts';
import { planNoun } from './trigger-words.ts';

/** `Checked 4 of 5 changed plans`: what is gone and what could not be read was not checked. The same words in every format. */
export const checkedInWords = ({
  counts,
  plans,
  trigger,
}: Pick<Report, 'counts' | 'plans' | 'trigger'>): string =>
  `Checked ${counts.plans} of ${counted(plans.length, planNoun(trigger))}`;

/** `1 file skipped that says it is no plan`; empty where there is none. */
export const skippedInWords = ({ counts: { skipped } }: Pick<Report, 'counts'>): string =>
  skipped === 0
    ? ''
    : `${counted(skipped, 'file')} skipped that ${skipped === 1 ? 'says it is' : 'say they are'} no plan`;
