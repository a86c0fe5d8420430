import { quotedNames } from '../rules/message.ts';
import { REWRITE } from '../settings/baseline-file.ts';
import { counted } from './counted.ts';
import type { CoverageGap, GapCount } from './report.ts';

/** The gap that says how much it is; null where it is nothing. */
export function countedGap(count: GapCount): CoverageGap | null {
  switch (count.of) {
    case 'schema':
      return count.plans === 0
        ? null
        : { what: 'schema', message: outOfTime(count.schema, count.plans), blocking: true, count };
    case 'time':
      return count.plans === 0
        ? null
        : {
            what: 'plan-files',
            message: `The ${count.minutes} minutes of a run were over, and ${counted(count.plans, 'plan')} could not be judged: split the scan with "shard", or change fewer plans at once.`,
            blocking: true,
            count,
          };
    case 'drift':
      return count.plans === 0
        ? null
        : {
            what: 'history',
            message: `drift not computed for ${counted(count.plans, 'plan')}: ${count.reason}.`,
            blocking: false,
            count,
          };
    case 'broad-code':
      return count.patterns.length === 0
        ? null
        : {
            what: 'history',
            message: `Left out of drift, as they cover more than 20 % of the files: ${quotedNames(count.patterns)}; name in "related_code" what the plan is about.`,
            blocking: false,
            count,
          };
    case 'baseline': {
      const findings = count.onCalendar + count.others;
      const gone =
        findings === 1 ? '1 finding in the baseline is' : `${findings} findings in the baseline are`;
      return findings === 0
        ? null
        : {
            what: 'baseline',
            message: `${gone} gone from the plans ("${count.path}"): ${REWRITE}.`,
            blocking: false,
            count,
          };
    }
  }
}

const outOfTime = (schema: string, plans: number): string =>
  `The schema "${schema}" ran out of its time, and ${plans} front ${plans === 1 ? 'matter was' : 'matters were'} not validated: look for a "pattern" that tracks back, such as "(a+)+$", and for parts that refer to others many times over.`;

/**
 * What the parts of a scan did not get to know, as one run would say it: what each counts is added up, and what all say is
 * said once.
 */
export function joinGaps(parts: readonly (readonly CoverageGap[])[]): readonly CoverageGap[] {
  const all = parts.flat();
  const plain = all.filter(({ count }) => count === undefined);
  const tallies = all.flatMap(({ count }) => count ?? []);
  const known = [
    ...new Map(plain.map((gap) => [JSON.stringify(gap), gap])).values(),
    ...present([...sumOfPlans(tallies), broadCode(tallies)]),
  ];
  // As in one run: what was not looked at is not gone from the plans.
  if (known.some(({ blocking }) => blocking)) return known;
  const hasPast = !known.some(({ what }) => what === 'history');
  return [...known, ...present([goneFromPlans(tallies, hasPast)])];
}

const present = (gaps: readonly (CoverageGap | null)[]): readonly CoverageGap[] =>
  gaps.filter((gap) => gap !== null);

type CountOf<Of extends GapCount['of']> = Extract<GapCount, { readonly of: Of }>;

/** One for each schema and each reason; which came first does not matter. */
function sumOfPlans(tallies: readonly GapCount[]): readonly (CoverageGap | null)[] {
  const sums = new Map<string, CountOf<'schema' | 'drift' | 'time'>>();
  for (const count of tallies) {
    if (count.of !== 'schema' && count.of !== 'drift' && count.of !== 'time') continue;
    const key = JSON.stringify({ ...count, plans: 0 });
    sums.set(key, { ...count, plans: count.plans + (sums.get(key)?.plans ?? 0) });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => countedGap(count));
}

function broadCode(tallies: readonly GapCount[]): CoverageGap | null {
  const patterns = tallies.flatMap((count) => (count.of === 'broad-code' ? count.patterns : []));
  return countedGap({ of: 'broad-code', patterns: [...new Set(patterns)].toSorted() });
}

function goneFromPlans(tallies: readonly GapCount[], hasPast: boolean): CoverageGap | null {
  const gone = tallies.filter((count) => count.of === 'baseline');
  const [first] = gone;
  return first === undefined
    ? null
    : countedGap({
        ...first,
        onCalendar: hasPast ? sum(gone.map(({ onCalendar }) => onCalendar)) : 0,
        others: sum(gone.map(({ others }) => others)),
      });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
