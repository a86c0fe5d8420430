import { ACTIVE, planText, testRule } from './rule-test.ts';

const withCheck = (...lines: readonly string[]): string => planText([...ACTIVE, ...lines]);
const waiver = (flow: string): string => withCheck('check:', `  ignore: ${flow}`);

const at = '11:11-11:';

testRule('invalid-waiver', {
  valid: {
    'a plan without waivers': { text: planText(ACTIVE) },
    'a waiver with a reason': { text: waiver('{rule: expired, reason: Agreed}') },
    'a waiver on its last day': { text: waiver('{rule: expired, reason: Agreed, until: 2026-03-02}') },
    'a comment with a reason': { text: planText(ACTIVE, '<!-- plan-check-ignore expired: agreed -->\n') },
    'a snooze on its last day': {
      text: withCheck('check:', '  snooze: {until: 2026-03-02, reason: Trials}'),
    },
    'a waiver past its date in a closed plan': {
      text: waiver('{rule: expired, reason: Agreed, until: 2026-03-01}').replace('active', 'completed'),
    },
  },
  invalid: {
    'a waiver without a reason': {
      text: waiver('{rule: expired}'),
      said: [
        {
          severity: 'warning',
          at: `${at}26`,
          message: 'The waiver of "expired" does not hold without a reason: write why the plan may have it.',
          help: 'For example: {rule: expired, reason: Agreed with the team, until: YYYY-MM-DD}',
        },
      ],
    },
    ...Object.fromEntries(
      ['TBD', 'todo', 'n/a', '"-"', 'x', 'Later.', 'fixme', 'the reason'].map((reason) => [
        `a waiver whose reason is none: ${reason}`,
        {
          text: waiver(`{rule: expired, reason: ${reason}}`),
          said: [
            {
              severity: 'warning' as const,
              at: `${at}${36 + reason.length}`,
              message:
                'The waiver of "expired" does not hold without a reason: write why the plan may have it.',
              help: 'For example: {rule: expired, reason: Agreed with the team, until: YYYY-MM-DD}',
            },
          ],
        },
      ]),
    ),
    'a waiver of nothing': {
      text: waiver('{reason: Agreed}'),
      said: [
        {
          severity: 'warning',
          at: `${at}27`,
          message: 'The waiver names no rule: write which rule is to be silent.',
          help: 'For example: {rule: rule-id, reason: Agreed with the team, until: YYYY-MM-DD}',
        },
      ],
    },
    'a waiver of a misspelt rule': {
      text: waiver('{rule: expird, reason: Agreed}'),
      said: [
        {
          severity: 'warning',
          at: `${at}41`,
          message: 'There is no rule "expird", so nothing is waived; did you mean "expired"?',
        },
      ],
    },
    'a waiver of a rule that is near none': {
      text: waiver('{rule: spelling-of-words, reason: Agreed}'),
      said: [
        {
          severity: 'warning',
          at: `${at}52`,
          message: 'There is no rule "spelling-of-words", so nothing is waived: correct its name.',
        },
      ],
    },
    'a waiver of itself': {
      text: waiver('{rule: invalid-waiver, reason: Agreed}'),
      said: [
        {
          severity: 'warning',
          at: `${at}49`,
          message: 'The rule "invalid-waiver" cannot be waived: mend what it finds, and remove the waiver.',
        },
      ],
    },
    'a waiver whose day is empty': {
      text: waiver('{rule: expired, reason: Agreed, until: }'),
      said: [
        {
          severity: 'warning',
          at: `${at}51`,
          message:
            '"until" of the waiver of "expired" is empty, so the waiver does not hold: write its last day as YYYY-MM-DD, or take the key away.',
        },
      ],
    },
    'a waiver until no day': {
      text: waiver('{rule: expired, reason: Agreed, until: 2026-02-30}'),
      said: [
        {
          severity: 'warning',
          at: `${at}61`,
          message:
            '"2026-02-30" is not a day of the calendar, so the waiver of "expired" does not hold: write one as YYYY-MM-DD.',
        },
      ],
    },
    'a waiver past its date': {
      text: waiver('{rule: expired, reason: Agreed, until: 2026-03-01}'),
      said: [
        {
          severity: 'warning',
          at: `${at}61`,
          message: 'The waiver of "expired" ended on 2026-03-01: mend what it hid, or give it a later day.',
        },
      ],
    },
    'a waiver that was past its date before the change': {
      text: waiver('{rule: expired, reason: Agreed, until: 2026-03-01}'),
      base: waiver('{rule: expired, reason: Agreed, until: 2026-03-01}'),
      said: [
        {
          severity: 'warning',
          at: `${at}61`,
          message: 'The waiver of "expired" ended on 2026-03-01: mend what it hid, or give it a later day.',
          isNew: false,
        },
      ],
    },
    'keys that mean nothing, once each': {
      text: withCheck(
        'check:',
        '  ignore: {rule: expired, reason: Agreed, untill: 2026-04-01}',
        '  colour: red',
      ),
      said: [
        {
          severity: 'warning',
          at: '11:43-11:49',
          message: 'Plan Check knows no key "check.ignore.untill"; did you mean "until"?',
        },
        {
          severity: 'warning',
          at: '12:3-12:9',
          message: 'Plan Check knows no key "check.colour": write "ignore" or "snooze".',
        },
      ],
    },
    'what is no waiver': {
      text: withCheck('check: {ignore: [expired], snooze: 2026-04-01}'),
      said: [
        {
          severity: 'warning',
          at: '10:18-10:25',
          message: 'Write "check.ignore[0]" as a mapping with "rule" and "reason".',
        },
        {
          severity: 'warning',
          at: '10:36-10:46',
          message: 'Write "check.snooze" as a mapping with "until" and "reason".',
        },
      ],
    },
    'a comment without a reason': {
      text: planText(ACTIVE, '# A\n\n<!-- plan-check-ignore duplicate-phase -->\n'),
      said: [
        {
          severity: 'warning',
          at: '14:1-14:43',
          message:
            'The waiver of "duplicate-phase" does not hold without a reason: write why the plan may have it.',
          help: 'For example: <!-- plan-check-ignore duplicate-phase: agreed with the team -->',
        },
      ],
    },
    'a comment whose reason is none': {
      text: planText(ACTIVE, '# A\n\n<!-- plan-check-ignore duplicate-phase: TBD -->\n'),
      said: [
        {
          severity: 'warning',
          at: '14:1-14:48',
          message:
            'The waiver of "duplicate-phase" does not hold without a reason: write why the plan may have it.',
          help: 'For example: <!-- plan-check-ignore duplicate-phase: agreed with the team -->',
        },
      ],
    },
    'a comment of two rules': {
      text: planText(ACTIVE, '<!-- plan-check-ignore expired, no-expiry: agreed -->\n# A\n'),
      said: [
        {
          severity: 'warning',
          at: '12:1-12:54',
          message:
            'A waiver names one rule, and this one names "expired" and "no-expiry": write one for each.',
        },
      ],
    },
    'a comment that is none of ours': {
      text: planText(ACTIVE, '<!-- plan-check-disable expired: agreed -->\n# A\n'),
      said: [
        {
          severity: 'warning',
          at: '12:1-12:24',
          message:
            'Plan Check knows no comment "plan-check-disable", so it hides nothing: write "plan-check-ignore".',
        },
      ],
    },
    'a comment in a line of text': {
      text: planText(ACTIVE, '# A <!-- plan-check-ignore expired: agreed -->\n'),
      said: [
        {
          severity: 'warning',
          at: '12:5-12:47',
          message: 'Put the comment "plan-check-ignore" on a line of its own, above what it is about.',
        },
      ],
    },
    'a snooze without a reason': {
      text: withCheck('check:', '  snooze: {until: 2026-04-01}'),
      said: [
        {
          severity: 'warning',
          at: '11:11-11:30',
          message: 'The snooze does not hold without a "reason": write why the dates may wait.',
        },
      ],
    },
    'a snooze without a day': {
      text: withCheck('check:', '  snooze: {reason: Trials}'),
      said: [
        {
          severity: 'warning',
          at: '11:11-11:27',
          message: 'The snooze does not hold without "until": write its last day as YYYY-MM-DD.',
        },
      ],
    },
    'a snooze with an empty day': {
      text: withCheck('check:', '  snooze: {reason: Trials, until: }'),
      said: [
        {
          severity: 'warning',
          at: '11:11-11:36',
          message: 'The snooze does not hold without "until": write its last day as YYYY-MM-DD.',
        },
      ],
    },
    'a snooze until no day': {
      text: withCheck('check:', '  snooze: {reason: Trials, until: soon}'),
      said: [
        {
          severity: 'warning',
          at: '11:11-11:40',
          message:
            '"soon" is not a day of the calendar, so the snooze does not hold: write one as YYYY-MM-DD.',
        },
      ],
    },
    'a snooze past its date': {
      text: withCheck('check:', '  snooze: {reason: Trials, until: 2026-03-01}'),
      said: [
        {
          severity: 'warning',
          at: '11:11-11:46',
          message: 'The snooze ended on 2026-03-01: remove it, or give it a later day.',
        },
      ],
    },
  },
});
