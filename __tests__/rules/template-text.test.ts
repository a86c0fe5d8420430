import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const HEADER = '# Faster search\n\n**Owner:** [Team/person]\n\n';
const BODY = '## Goals\n\n1. [Goal 1 - with measurable outcome]\n2. [Goal 2 - with measurable outcome]\n';

testRule('template-text', {
  valid: {
    'a plan that is filled in': { text: planText(ACTIVE) },
    'the body of a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'archived' }), HEADER + BODY),
    },
    'links, boxes and references': {
      text: planText(
        ACTIVE,
        '# Faster search\n\n- [ ] Build [the index](index.md)\n- [x] See [1]\n\n[1]: index.md\n',
      ),
    },
  },
  invalid: {
    'keys that are not filled in, as one finding': {
      text: planText(withKeys(ACTIVE, { owner: '[Team/person responsible]', expires: 'YYYY-MM-DD' })),
      said: [
        {
          severity: 'error',
          at: '5:8-5:33',
          message: 'Fill in what the template left open: "owner" and "expires".',
          help: 'And 1 more, on line 9.',
          count: 2,
        },
      ],
    },
    'the header, firmly, and the body, less so': {
      text: planText(ACTIVE, HEADER + BODY),
      said: [
        {
          severity: 'error',
          at: '14:12-14:25',
          message: 'Fill in what the template left open: "Owner".',
        },
        {
          severity: 'warning',
          at: '18:4-18:38',
          message:
            'Replace the text of the template: "[Goal 1 - with measurable outcome]" and "[Goal 2 - with measurable outcome]".',
          help: 'And 1 more, on line 19.',
          count: 2,
        },
      ],
    },
    'a draft, by the way': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', owner: '[Team/person responsible]' }), BODY),
      said: [
        {
          severity: 'notice',
          at: '5:8-5:33',
          message: 'Fill in what the template left open: "owner".',
          help: 'And 2 more, on lines 14 and 15.',
          count: 3,
        },
      ],
    },
    'a key of a closed plan': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'completed', expires: 'YYYY-MM-DD' }), BODY),
      said: [
        {
          severity: 'error',
          at: '9:10-9:20',
          message: 'Fill in what the template left open: "expires".',
        },
      ],
    },
    'what the change brought, apart from what was there': {
      base: planText(withKeys(ACTIVE, { owner: '[Team/person responsible]' })),
      text: planText(withKeys(ACTIVE, { owner: '[Team/person responsible]', expires: 'YYYY-MM-DD' })),
      said: [
        {
          severity: 'error',
          at: '5:8-5:33',
          message: 'Fill in what the template left open: "owner".',
          isNew: false,
        },
        { severity: 'error', at: '9:10-9:20', message: 'Fill in what the template left open: "expires".' },
      ],
    },
  },
});
