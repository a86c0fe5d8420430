import type { Plan } from '../plan/plan.ts';
import { agentSetting, isAlwaysLoaded } from './agent-setting.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { defineRule } from './rule.ts';

const PATH = ['ai', 'token_budget'] as const;

/** What English text comes to, roughly: no two models count alike. */
const CHARACTERS_PER_TOKEN = 4;
/** Tokens: budgets are written in steps of these. */
const STEP = 500;
/** Tokens that a new budget leaves at least, so that it holds for more than one edit. */
const ROOM = 100;
/** As often as this over its budget, a plan that is read every time costs too much. */
const FAR_OVER = 2;

export const tokenBudget = defineRule({
  id: 'token-budget',
  description: 'A plan costs an agent no more than its token budget.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  fixable: 'safe',
  messages: {
    over: 'The plan costs about {{tokens}} tokens, and its budget is {{budget}}: shorten it, or write "token_budget: {{enough}}".',
    always:
      'Agents read the plan every time, and it costs about {{tokens}} tokens, more than twice its budget of {{budget}}: shorten it, load it on demand, or write "token_budget: {{enough}}".',
  },
  *check(plan) {
    const budget = agentSetting(plan, 'token_budget');
    if (typeof budget !== 'number' || !Number.isInteger(budget) || budget < 1) return;
    const tokens = tokensOf(plan);
    if (tokens <= budget) return;
    const enough = Math.ceil((tokens + ROOM) / STEP) * STEP;
    const isFarOver = isAlwaysLoaded(plan) && tokens > FAR_OVER * budget;
    yield {
      messageId: isFarOver ? 'always' : 'over',
      data: { tokens, budget, enough },
      range: plan.frontMatter.rangeOf(PATH, 'value'),
      // One that has been too large before is no news when it grows.
      subject: 'over',
      ...(isFarOver ? {} : { atMost: 'notice' }),
      ...fixOf(setValue(plan, PATH, enough)),
    };
  },
});

/** However its lines end. */
const tokensOf = ({ text }: Plan): number =>
  Math.ceil(text.replaceAll('\r\n', '\n').length / CHARACTERS_PER_TOKEN);
