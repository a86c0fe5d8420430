import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const withCheck = (...lines: readonly string[]): string => planText([...ACTIVE, 'check:', ...lines]);
const waiver = (flow: string): string => withCheck(`  ignore: ${flow}`);
const EXPIRED = { expires: '2026-03-01' };

// What a waiver hides, other rules find.
const BESIDE = ['malformed-checkbox', 'front-matter-schema', 'expired', 'broken-link'];

const CASES: Parameters<typeof testRule>[1] = {
  valid: {
    'a plan without waivers': { text: planText(ACTIVE) },
    'a waiver that hides something': {
      text: planText([
        ...withKeys(ACTIVE, { title: null }),
        'check: {ignore: {rule: front-matter-schema, reason: Named later}}',
      ]),
    },
    'a waiver of what comes with the days': { text: waiver('{rule: expired, reason: Agreed}') },
    'a waiver that is past its day': {
      text: waiver('{rule: malformed-checkbox, reason: Agreed, until: 2026-03-01}'),
    },
    'a waiver of a rule that a change cannot always judge': {
      text: waiver('{rule: broken-link, reason: Comes later}'),
    },
    'a comment that hides something': {
      text: planText(ACTIVE, '<!-- plan-check-ignore malformed-checkbox: as it is -->\n- [] One\n'),
    },
  },
  invalid: {
    'a waiver of what is not there': {
      text: waiver('{rule: malformed-checkbox, reason: Agreed}'),
      said: [
        {
          severity: 'notice',
          at: '11:11-11:53',
          message: 'The waiver of "malformed-checkbox" hides nothing: remove it.',
        },
      ],
    },
    'the one of two that hides nothing': {
      text: planText([
        ...withKeys(ACTIVE, EXPIRED),
        'check:',
        '  ignore:',
        '    - {rule: expired, reason: Agreed}',
        '    - {rule: malformed-checkbox, reason: Agreed}',
      ]),
      said: [
        {
          severity: 'notice',
          at: '13:7-13:49',
          message: 'The waiver of "malformed-checkbox" hides nothing: remove it.',
        },
      ],
    },
    'a comment above nothing': {
      text: planText(ACTIVE, '# Search\n\n<!-- plan-check-ignore malformed-checkbox: as it is -->\n'),
      said: [
        {
          severity: 'notice',
          at: '14:1-14:56',
          message: 'The waiver of "malformed-checkbox" hides nothing: remove it.',
        },
      ],
    },
    'a waiver of a rule that is off, in a scan': {
      text: waiver('{rule: malformed-checkbox, reason: Agreed}'),
      rules: { 'malformed-checkbox': { level: 'off', options: {} } },
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '11:11-11:53',
          message: 'The rule "malformed-checkbox" is off, so its waiver hides nothing: remove it.',
        },
      ],
    },
  },
};

testRule('unused-waiver', CASES, BESIDE);
