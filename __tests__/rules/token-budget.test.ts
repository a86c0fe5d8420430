import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

/** A plan of so many characters, whatever its line ends. */
function sized(
  characters: number,
  ai: readonly string[],
  keys: Readonly<Record<string, string>> = {},
): string {
  const text = planText(
    [...withKeys(ACTIVE, keys), 'ai:', ...ai.map((line) => `  ${line}`)],
    '# Faster search\n\n\n',
  );
  return text.replace(/\n$/, `${'x'.repeat(characters - text.length)}\n`);
}

const over = (tokens: number, budget: number, enough: number): string =>
  `The plan costs about ${tokens} tokens, and its budget is ${budget}: shorten it, or write "token_budget: ${enough}".`;

testRule('token-budget', {
  valid: {
    'a plan that costs just what it may': { text: sized(4000, ['token_budget: 1000']) },
    'a plan without a budget': { text: sized(40_000, ['priority: high']) },
    'a budget that is no number, which the schema tells': { text: sized(4000, ['token_budget: low']) },
    'a budget of nothing, which the schema tells': { text: sized(4000, ['token_budget: 0']) },
    'a closed plan': { text: sized(4001, ['token_budget: 1000'], { lifecycle: 'completed' }) },
  },
  invalid: {
    'a plan that is one character too long': {
      text: sized(4001, ['token_budget: 1000']),
      said: [
        {
          severity: 'notice',
          at: '11:17-11:21',
          message: over(1001, 1000, 1500),
          fix: ['11:17-11:21 → 1500'],
        },
      ],
    },
    'a plan that almost fills the next step, with room to spare': {
      text: sized(7900, ['token_budget: 1000']),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '11:17-11:21',
          message: over(1975, 1000, 2500),
          fix: ['11:17-11:21 → 2500'],
        },
      ],
    },
    'a plan that is always loaded and costs twice its budget': {
      text: sized(8000, ['token_budget: 1000', 'context_load: always']),
      said: [
        {
          severity: 'notice',
          at: '11:17-11:21',
          message: over(2000, 1000, 2500),
          fix: ['11:17-11:21 → 2500'],
        },
      ],
    },
    'a plan that is loaded on demand and costs more than that': {
      text: sized(8001, ['token_budget: 1000', 'context_load: on-demand']),
      said: [
        {
          severity: 'notice',
          at: '11:17-11:21',
          message: over(2001, 1000, 2500),
          fix: ['11:17-11:21 → 2500'],
        },
      ],
    },
    'a plan that is always loaded and costs more than that': {
      text: sized(8001, ['token_budget: 1000', 'context_load: always']),
      said: [
        {
          severity: 'warning',
          at: '11:17-11:21',
          message:
            'Agents read the plan every time, and it costs about 2001 tokens, more than twice its budget of 1000: shorten it, load it on demand, or write "token_budget: 2500".',
          fix: ['11:17-11:21 → 2500'],
        },
      ],
    },
    'a plan that was too long before and grows': {
      base: sized(4001, ['token_budget: 1000']),
      text: sized(5000, ['token_budget: 1000']),
      said: [
        {
          severity: 'notice',
          at: '11:17-11:21',
          message: over(1250, 1000, 1500),
          isNew: false,
          fix: ['11:17-11:21 → 1500'],
        },
      ],
    },
  },
});
