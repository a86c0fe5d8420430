import { nearestWord } from '../nearest.ts';
import { MAX_WAIVERS, type Misread, type Snooze, type Waiver } from '../plan/waivers.ts';
import { listed } from './message.ts';
import { defineRule, type Finding, type RuleContext } from './rule.ts';
import { keyName } from './schema-words.ts';
import { type WaiverProblem, waiverProblem } from './waiving.ts';

const messages = {
  noRule: 'The waiver names no rule: write which rule is to be silent.',
  unknownRule: 'There is no rule "{{rule}}", so nothing is waived: correct its name.',
  unknownRuleNear: 'There is no rule "{{rule}}", so nothing is waived; did you mean "{{nearest}}"?',
  unwaivable: 'The rule "{{rule}}" cannot be waived: mend what it finds, and remove the waiver.',
  noReason: 'The waiver of "{{rule}}" does not hold without a reason: write why the plan may have it.',
  until:
    '"{{until}}" is not a day of the calendar, so the waiver of "{{rule}}" does not hold: write one as YYYY-MM-DD.',
  untilEmpty:
    '"until" of the waiver of "{{rule}}" is empty, so the waiver does not hold: write its last day as YYYY-MM-DD, or take the key away.',
  past: 'The waiver of "{{rule}}" ended on {{until}}: mend what it hid, or give it a later day.',
  snoozeNoReason: 'The snooze does not hold without a "reason": write why the dates may wait.',
  snoozeNoUntil: 'The snooze does not hold without "until": write its last day as YYYY-MM-DD.',
  snoozeUntil:
    '"{{until}}" is not a day of the calendar, so the snooze does not hold: write one as YYYY-MM-DD.',
  snoozePast: 'The snooze ended on {{until}}: remove it, or give it a later day.',
  key: 'Plan Check knows no key "{{key}}": write {{allowed}}.',
  keyNear: 'Plan Check knows no key "{{key}}"; did you mean "{{nearest}}"?',
  shape: 'Write "{{key}}" as a mapping with {{allowed}}.',
  place: 'Put the comment "plan-check-ignore" on a line of its own, above what it is about.',
  several: 'A waiver names one rule, and this one names {{rule}}: write one for each.',
  comment: 'Plan Check knows no comment "{{word}}", so it hides nothing: write "plan-check-ignore".',
  many: 'The plan has more than {{max}} waivers, and this one and those below it do not hold: remove some.',
} as const;

type MessageId = keyof typeof messages;

export const invalidWaiver = defineRule<MessageId>({
  id: 'invalid-waiver',
  description: 'A waiver names its rule, its reason, and a day that is still to come.',
  // What the plan says of itself is to be right in every state.
  concern: 'schema',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  limit: 10,
  waivable: false,
  messages,
  *check({ waivers: { entries, snooze, misread } }, context) {
    for (const part of misread) yield ofMisread(part);
    for (const waiver of entries) yield* ofWaiver(waiver, context);
    if (snooze !== null) yield* ofSnooze(snooze, context);
  },
});

function* ofWaiver(waiver: Waiver, { today, rules }: RuleContext): Iterable<Finding<MessageId>> {
  const problem = waiverProblem(waiver, { today, rules });
  if (problem === null) return;
  const rule = waiver.rule ?? '';
  const several = problem === 'unknownRule' ? severalRules(rule, rules) : [];
  if (several.length > 1) {
    const names = quoted(several, 'and');
    yield { messageId: 'several', data: { rule: names }, range: waiver.range, subject: `several ${rule}` };
    return;
  }
  const nearest =
    problem === 'unknownRule'
      ? nearestWord(
          rule,
          rules.map(({ id }) => id),
        )
      : null;
  yield {
    messageId: wordedAs(problem, { nearest, end: endInWords(waiver) }),
    data: { rule, until: endInWords(waiver), ...(nearest === null ? {} : { nearest }) },
    range: waiver.range,
    subject: `${problem} ${rule} ${endInWords(waiver)}`,
    ...(problem === 'past' ? { concern: 'calendar' } : {}),
    ...(problem === 'noRule' || problem === 'noReason' ? { help: helpOf(waiver) } : {}),
  };
}

function wordedAs(
  problem: WaiverProblem,
  { nearest, end }: { readonly nearest: string | null; readonly end: string },
): MessageId {
  if (problem === 'unknownRule' && nearest !== null) return 'unknownRuleNear';
  return problem === 'until' && end === '' ? 'untilEmpty' : problem;
}

/** The rules of a list, where every word of it is one. */
function severalRules(words: string, rules: RuleContext['rules']): readonly string[] {
  const names = words.split(/[\s,]+/).filter((word) => word !== '');
  return names.every((name) => rules.some(({ id }) => id === name)) ? names : [];
}

const helpOf = ({ rule, lines }: Waiver): string => {
  const name = rule ?? 'rule-id';
  return lines === null
    ? `For example: {rule: ${name}, reason: Agreed with the team, until: YYYY-MM-DD}`
    : `For example: <!-- plan-check-ignore ${name}: agreed with the team -->`;
};

function* ofSnooze(snooze: Snooze, { today }: RuleContext): Iterable<Finding<MessageId>> {
  const problem = snoozeProblem(snooze, today);
  if (problem === null) return;
  yield {
    messageId: problem,
    data: { until: endInWords(snooze) },
    range: snooze.range,
    subject: `${problem} ${endInWords(snooze)}`,
    ...(problem === 'snoozePast' ? { concern: 'calendar' } : {}),
  };
}

function snoozeProblem({ reason, until }: Snooze, today: RuleContext['today']): MessageId | null {
  if (reason === null) return 'snoozeNoReason';
  if (until.kind === 'none') return 'snoozeNoUntil';
  if (until.kind === 'unreadable') return until.text === '' ? 'snoozeNoUntil' : 'snoozeUntil';
  return until.day < today ? 'snoozePast' : null;
}

const endInWords = ({ until }: Snooze): string => {
  switch (until.kind) {
    case 'none':
      return '';
    case 'day':
      return until.day;
    case 'unreadable':
      return until.text;
    default:
      return until satisfies never;
  }
};

function ofMisread(part: Misread): Finding<MessageId> {
  const { kind, range } = part;
  switch (kind) {
    case 'key': {
      const key = keyName(part.path);
      const nearest = nearestWord(String(part.path.at(-1) ?? ''), part.allowed);
      const data = { key, allowed: quoted(part.allowed, 'or'), ...(nearest === null ? {} : { nearest }) };
      return { messageId: nearest === null ? 'key' : 'keyNear', data, range, subject: `key ${key}` };
    }
    case 'shape': {
      const key = keyName(part.path);
      return {
        messageId: 'shape',
        data: { key, allowed: keysAt(part.path) },
        range,
        subject: `shape ${key}`,
      };
    }
    case 'place':
      return { messageId: 'place', range };
    case 'comment':
      return { messageId: 'comment', data: { word: part.word }, range, subject: `comment ${part.word}` };
    case 'many':
      return { messageId: 'many', data: { max: MAX_WAIVERS }, range };
    default:
      return part satisfies never;
  }
}

/** What belongs into `check`, into `check.ignore`, and into `check.snooze`. */
function keysAt([, key]: Extract<Misread, { kind: 'shape' }>['path']): string {
  if (key === 'snooze') return '"until" and "reason"';
  return key === 'ignore' ? '"rule" and "reason"' : '"ignore" or "snooze"';
}

const quoted = (words: readonly string[], last: 'and' | 'or'): string =>
  listed(
    words.map((word) => `"${word}"`),
    last,
  );
