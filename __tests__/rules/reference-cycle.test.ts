import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const refers = (keys: Readonly<Record<string, string>>): string => planText(withKeys(ACTIVE, keys));

/** Plans that wait for each other in one circle with `search.md`, which waits for the first of them. */
const ring = (length: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: length - 1 }, (_, index) => [
      `docs/plans/p${index + 1}.md`,
      planText([`depends_on: ${index === length - 2 ? 'search.md' : `p${index + 2}.md`}`]),
    ]),
  );

testRule('reference-cycle', {
  valid: {
    'no reference': { text: planText(ACTIVE) },
    'a predecessor and a successor that say the same': {
      text: refers({ supersedes: 'old.md' }),
      others: { 'docs/plans/old.md': refers({ superseded_by: 'search.md' }) },
    },
    'two plans that are related to each other': {
      text: refers({ related_plans: 'a.md' }),
      others: { 'docs/plans/a.md': refers({ related_plans: 'search.md' }) },
    },
    'two ways to one plan': {
      text: refers({ depends_on: '[a.md, b.md]' }),
      others: {
        'docs/plans/a.md': refers({ depends_on: 'b.md' }),
        'docs/plans/b.md': planText(ACTIVE),
      },
    },
    'a circle of others': {
      text: refers({ depends_on: 'a.md' }),
      others: {
        'docs/plans/a.md': refers({ depends_on: 'b.md' }),
        'docs/plans/b.md': refers({ depends_on: 'a.md' }),
      },
    },
    'a circle of two relations': {
      text: refers({ depends_on: 'a.md' }),
      others: { 'docs/plans/a.md': refers({ supersedes: 'search.md' }) },
    },
    'a reference to nothing': { text: refers({ depends_on: 'a.md' }) },
  },
  invalid: {
    'a plan that names itself': {
      text: refers({ depends_on: './search.md' }),
      said: [
        { severity: 'error', at: '10:13-10:24', message: '"depends_on" names the plan itself: remove it.' },
      ],
    },
    'a circle, named in full': {
      text: refers({ depends_on: '[other.md, a.md]' }),
      run: 'scan',
      others: {
        'docs/plans/a.md': refers({ depends_on: 'b.md' }),
        'docs/plans/b.md': refers({ depends_on: 'docs/plans/search.md' }),
      },
      said: [
        {
          severity: 'error',
          at: '10:24-10:28',
          message: '"depends_on" goes in a circle: search → a → b → search; remove one of these references.',
        },
      ],
    },
    'a plan that replaces its own successor': {
      text: refers({ supersedes: 'a.md', superseded_by: 'a.md' }),
      others: { 'docs/plans/a.md': planText(ACTIVE) },
      said: [
        {
          severity: 'error',
          at: '10:13-10:17',
          message: '"supersedes" goes in a circle: search → a → search; remove one of these references.',
        },
      ],
    },
    'two plans that are both replaced by the other, in a closed plan': {
      text: refers({ lifecycle: 'superseded', superseded_by: 'old/search.md' }),
      others: { 'docs/plans/old/search.md': refers({ superseded_by: '../search.md' }) },
      said: [
        {
          severity: 'error',
          at: '10:16-10:29',
          message:
            '"superseded_by" goes in a circle: docs/plans/search.md → docs/plans/old/search.md → docs/plans/search.md; remove one of these references.',
        },
      ],
    },
    'a long circle, cut': {
      text: refers({ depends_on: 'p1.md' }),
      others: Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [
          `docs/plans/p${index + 1}.md`,
          refers({ depends_on: index === 8 ? 'search.md' : `p${index + 2}.md` }),
        ]),
      ),
      said: [
        {
          severity: 'error',
          at: '10:13-10:18',
          message:
            '"depends_on" goes in a circle: search → p1 → p2 → p3 → p4 → p5 → 4 more → search; remove one of these references.',
          help: 'The circle: search → p1 → p2 → p3 → p4 → p5 → p6 → p7 → p8 → p9 → search.',
        },
      ],
    },
    'a circle of many plans': {
      text: refers({ depends_on: 'p1.md' }),
      others: ring(300),
      said: [
        {
          severity: 'error',
          at: '10:13-10:18',
          message:
            '"depends_on" goes in a circle: search → p1 → p2 → p3 → p4 → p5 → 294 more → search; remove one of these references.',
          help: `The circle: search → ${Array.from({ length: 49 }, (_, index) => `p${index + 1}`).join(' → ')} → 250 more → search.`,
        },
      ],
    },
    'a circle of so many plans that nobody looks for a shorter one': {
      text: refers({ depends_on: '[other.md, p1.md]' }),
      others: ring(1_200),
      said: [
        {
          severity: 'error',
          at: '10:24-10:29',
          message:
            '"depends_on" goes in a circle among 1200 plans: search → p1 → p2 → p3 → p4 → p5 → 1194 more → search; remove one of these references.',
        },
      ],
    },
    'a short circle in a large one': {
      text: refers({ depends_on: '[p1.md, p1199.md]' }),
      others: ring(1_200),
      said: [
        {
          severity: 'error',
          at: '10:21-10:29',
          message: '"depends_on" goes in a circle: search → p1199 → search; remove one of these references.',
        },
      ],
    },
    'a circle that was there before': {
      base: refers({ depends_on: 'a.md' }),
      text: refers({ sprint: '12', depends_on: 'a.md' }),
      others: { 'docs/plans/a.md': refers({ depends_on: 'search.md' }) },
      said: [
        {
          severity: 'error',
          at: '11:13-11:17',
          message: '"depends_on" goes in a circle: search → a → search; remove one of these references.',
          isNew: false,
        },
      ],
    },
  },
});
