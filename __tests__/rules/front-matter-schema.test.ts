import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const team = (properties: object, more: object = {}) => ({ properties, ...more });
const withValue = (value: string): string => planText([...ACTIVE, `a: ${value}`]);

testRule('front-matter-schema', {
  valid: {
    'an active plan with all its keys': { text: planText(ACTIVE) },
    'a date with a time': { text: planText(withKeys(ACTIVE, { created: '"2026-01-05T10:00:00Z"' })) },
    'what is still the text of the template': {
      text: planText([
        ...withKeys(ACTIVE, {
          status: '[draft | active | completed | archived | superseded]',
          created: 'YYYY-MM-DD',
          owner: '[Team/person responsible]',
        }),
        'ai:',
        '  triggers:',
        '    - [add relevant keywords]',
        '    - plan',
        'related_plans:',
        '  - [Related implementation plans]',
      ]),
    },
    'a state in a list of its own, and a span of time': {
      schema: {},
      text: planText(
        withKeys(ACTIVE, { lifecycle: '[active]', status: 'Active', review_cadence: '45 days' }),
      ),
    },
    'a word of the team': {
      schema: team({ a: { enum: ['x', 'y'] } }),
      text: withValue('y'),
    },
  },
  invalid: {
    'a word that is nearly right': {
      text: planText([...ACTIVE, 'ai:', '  priority: hihg']),
      said: [
        {
          severity: 'error',
          at: '11:13-11:17',
          message: '"ai.priority" must be one of critical, high, medium, low; did you mean "high"?',
        },
      ],
    },
    'a word that is far off, on a scan': {
      text: planText([...ACTIVE, 'ai:', '  priority: someday']),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '11:13-11:20',
          message: '"ai.priority" must be one of critical, high, medium, low.',
        },
      ],
    },
    'a word in other capitals, by the way': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'Active' })),
      said: [
        {
          severity: 'notice',
          at: '4:12-4:18',
          message: 'Write "active" in place of "Active" in "lifecycle".',
          fix: ['4:12-4:18 → active'],
        },
      ],
    },
    'other capitals inside of a mapping, in quotes, on a scan': {
      text: planText([...ACTIVE, 'ai:', "  priority: 'HIGH' # for now"]),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '11:13-11:19',
          message: 'Write "high" in place of "HIGH" in "ai.priority".',
          fix: ["11:13-11:19 → 'high'"],
        },
      ],
    },
    'missing keys, on the first line or at their parent': {
      text: planText([...withKeys(ACTIVE, { owner: null, created: null }), 'a:', '  c: 1']),
      schema: team(
        { a: { required: ['b'] } },
        { required: ['owner'], anyOf: [{ required: ['created'] }, { required: ['started'] }] },
      ),
      said: [
        { severity: 'error', at: '1:1-1:1', message: 'Add the missing key "created" or "started".' },
        { severity: 'error', at: '1:1-1:1', message: 'Add the missing key "owner".' },
        { severity: 'error', at: '8:1-8:2', message: 'Add the missing key "a.b".' },
      ],
    },
    'a key with a slip in it, in place of another one': {
      text: planText(withKeys(ACTIVE, { last_updated: null, 'last-updated': '2026-02-20' })),
      run: 'scan',
      said: [
        {
          severity: 'warning',
          at: '1:1-1:1',
          message: 'Add the missing key "last_updated".',
          help: 'Write "last_updated" in place of "last-updated".',
        },
      ],
    },
    'a key without a value': {
      text: planText(withKeys(ACTIVE, { owner: '[]', created: '', title: '""' })),
      said: [
        {
          severity: 'error',
          at: '3:1-3:6',
          message: 'Write a value for "title": without one the key counts as missing.',
          help: 'Write: title: Faster search',
        },
        {
          severity: 'error',
          at: '5:1-5:6',
          message: 'Write a value for "owner": without one the key counts as missing.',
        },
        {
          severity: 'error',
          at: '6:1-6:8',
          message: 'Write a value for "created": without one the key counts as missing.',
        },
      ],
    },
    'a missing owner of an active plan, in a draft not': {
      text: planText(withKeys(ACTIVE, { owner: null })),
      said: [{ severity: 'error', at: '1:1-1:1', message: 'Add the missing key "owner".' }],
    },
    'days that are none, whatever the schema': {
      schema: { required: ['x'], properties: { created: { format: 'date' } } },
      text: planText(withKeys(ACTIVE, { created: '2026-02-30', reviewed: 'soon', expires: '2026', x: '1' })),
      said: [
        {
          severity: 'error',
          at: '6:10-6:20',
          message: '"2026-02-30" in "created" is not a day of the calendar: write one as YYYY-MM-DD.',
        },
        {
          severity: 'error',
          at: '8:11-8:15',
          message: '"soon" in "reviewed" is not a day of the calendar: write one as YYYY-MM-DD.',
        },
        {
          severity: 'error',
          at: '9:10-9:14',
          message: '"2026" in "expires" is not a day of the calendar: write one as YYYY-MM-DD.',
        },
      ],
    },
    'a day that is written in another way': {
      text: planText(withKeys(ACTIVE, { expires: '2026/06/30', reviewed: '20 February 2026' })),
      said: [
        {
          severity: 'error',
          at: '8:11-8:27',
          message: '"20 February 2026" in "reviewed" is not a day of the calendar: write one as YYYY-MM-DD.',
          help: 'Write: reviewed: 2026-02-20',
        },
        {
          severity: 'error',
          at: '9:10-9:20',
          message: '"2026/06/30" in "expires" is not a day of the calendar: write one as YYYY-MM-DD.',
          help: 'Write: expires: 2026-06-30',
        },
      ],
    },
    'keys that are missing, with what to write where that is certain': {
      text: planText(withKeys(ACTIVE, { type: null, title: null, last_updated: null, created: null })),
      said: [
        {
          severity: 'error',
          at: '1:1-1:1',
          message: 'Add the missing key "type".',
          help: 'Write: type: plan',
        },
        {
          severity: 'error',
          at: '1:1-1:1',
          message: 'Add the missing key "title".',
          help: 'Write: title: Faster search',
        },
        { severity: 'error', at: '1:1-1:1', message: 'Add the missing key "created".' },
        {
          severity: 'error',
          at: '1:1-1:1',
          message: 'Add the missing key "last_updated".',
          help: 'Write: last_updated: 2026-03-02',
        },
      ],
    },
    'a day that is none, in the built-in schema once': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'draft', expires: '2025-13-01' })),
      said: [
        {
          severity: 'error',
          at: '9:10-9:20',
          message: '"2025-13-01" in "expires" is not a day of the calendar: write one as YYYY-MM-DD.',
        },
      ],
    },
    'a state that is none, whatever the schema': {
      schema: {},
      text: planText(withKeys(ACTIVE, { lifecycle: 'actve', status: '[active, draft]' })),
      said: [
        {
          severity: 'error',
          at: '4:12-4:17',
          message:
            '"lifecycle" must be one of draft, active, completed, archived, superseded; did you mean "active"?',
        },
        {
          severity: 'error',
          at: '10:9-10:24',
          message: '"status" must be one of draft, active, completed, archived, superseded.',
        },
      ],
    },
    'a word that other teams have for a state, with the word of this team': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'In Progress', status: 'done' })),
      vocabulary: { lifecycleAliases: new Map([['running', 'active']]) },
      said: [
        {
          severity: 'error',
          at: '4:12-4:23',
          message:
            '"lifecycle" must be one of draft, active, completed, archived, superseded, running; did you mean "running"?',
        },
        {
          severity: 'error',
          at: '10:9-10:13',
          message:
            '"status" must be one of draft, active, completed, archived, superseded, running; did you mean "completed"?',
        },
      ],
    },
    'a state that is none, in the built-in schema once': {
      text: planText(withKeys(ACTIVE, { lifecycle: 'paused' })),
      said: [
        {
          severity: 'error',
          at: '4:12-4:18',
          message: '"lifecycle" must be one of draft, active, completed, archived, superseded.',
        },
      ],
    },
    'a cadence that says no span of time, whatever the schema': {
      schema: {},
      text: planText(withKeys(ACTIVE, { review_cadence: 'anually' })),
      said: [
        {
          severity: 'error',
          at: '10:17-10:24',
          message: '"anually" in "review_cadence" says no span of time; did you mean "annually"?',
        },
      ],
    },
    'a cadence of no days, in the built-in schema once': {
      text: planText(withKeys(ACTIVE, { review_cadence: '0' })),
      said: [
        {
          severity: 'error',
          at: '10:17-10:18',
          message:
            '"0" in "review_cadence" says no span of time: write days, such as "45 days", or a word, such as "monthly".',
        },
      ],
    },
    'another type': {
      text: planText(withKeys(ACTIVE, { owner: '{ name: ada }' })),
      said: [
        {
          severity: 'error',
          at: '5:8-5:21',
          message: '"owner" must be text or a list; it is {"name":"ada"}.',
        },
      ],
    },
    'a number where a text should be': {
      text: planText([...withKeys(ACTIVE, { title: '2026' }), 'related_code:', '  - src', '  - 7']),
      said: [
        { severity: 'error', at: '3:8-3:12', message: '"title" must be text: write "2026" in quotes.' },
        {
          severity: 'error',
          at: '12:5-12:6',
          message: '"related_code[1]" must be text: write "7" in quotes.',
        },
      ],
    },
    'a type that is not "plan", though the team\'s schema leaves it open': {
      text: planText(withKeys(ACTIVE, { type: 'plna' })),
      schema: {},
      said: [{ severity: 'error', at: '2:7-2:11', message: '"type" must be "plan"; it is "plna".' }],
    },
    'a type with characters that nobody sees': {
      text: planText(withKeys(ACTIVE, { type: '"p\u200bl\u00ada\u2060n"' })),
      said: [
        {
          severity: 'error',
          at: '2:7-2:16',
          message:
            '"p\u200bl\u00ada\u2060n" in "type" holds characters that show as nothing: write "plan" anew.',
          fix: ['2:7-2:16 → "plan"'],
        },
      ],
    },
    "such a type, though the team's schema leaves it open": {
      text: planText(withKeys(ACTIVE, { type: 'plan\u200b' })),
      schema: {},
      said: [
        {
          severity: 'error',
          at: '2:7-2:12',
          message: '"plan\u200b" in "type" holds characters that show as nothing: write "plan" anew.',
          fix: ['2:7-2:12 → plan'],
        },
      ],
    },
    'a type that is a list': {
      text: planText(withKeys(ACTIVE, { type: '[summary]' })),
      said: [{ severity: 'error', at: '2:7-2:16', message: '"type" must be "plan"; it is "["summary"]".' }],
    },
    "a type that is a list, though the team's schema leaves it open": {
      text: planText(withKeys(ACTIVE, { type: '[plan]' })),
      schema: {},
      said: [{ severity: 'error', at: '2:7-2:13', message: '"type" must be "plan"; it is "["plan"]".' }],
    },
    "a type that is a number, though the team's schema leaves it open": {
      text: planText(withKeys(ACTIVE, { type: '5' })),
      schema: {},
      said: [{ severity: 'error', at: '2:7-2:8', message: '"type" must be "plan"; it is "5".' }],
    },
    "a type that is a mapping, though the team's schema leaves it open": {
      text: planText(withKeys(ACTIVE, { type: '{ a: summary }' })),
      schema: {},
      said: [
        { severity: 'error', at: '2:7-2:21', message: '"type" must be "plan"; it is "{"a":"summary"}".' },
      ],
    },
    "a type that is no text by its tag, though the team's schema leaves it open": {
      text: planText(withKeys(ACTIVE, { type: '!!binary c3VtbWFyeQ==' })),
      schema: {},
      said: [{ severity: 'error', at: '2:16-2:28', message: '"type" must be "plan"; it is "c3VtbWFyeQ==".' }],
    },
    'a type that is not "plan", once': {
      text: planText(withKeys(ACTIVE, { type: 'plna' })),
      said: [{ severity: 'error', at: '2:7-2:11', message: '"type" must be "plan"; it is "plna".' }],
    },
    'a constant': {
      schema: team({ a: { const: 'plan' } }),
      text: withValue('note'),
      said: [{ severity: 'error', at: '10:4-10:8', message: '"a" must be "plan"; it is "note".' }],
    },
    'a format': {
      schema: team({ a: { format: 'email' } }),
      text: withValue('ada'),
      said: [
        { severity: 'error', at: '10:4-10:7', message: '"a" must be an e-mail address; "ada" is none.' },
      ],
    },
    'a pattern': {
      schema: team({ a: { pattern: '^[A-Z]+-[0-9]+$' } }),
      text: withValue('ada'),
      said: [
        { severity: 'error', at: '10:4-10:7', message: '"a" must match ^[A-Z]+-[0-9]+$; "ada" does not.' },
      ],
    },
    'a limit': {
      schema: team({ a: { maximum: 5 } }),
      text: withValue('7'),
      said: [{ severity: 'error', at: '10:4-10:5', message: '"a" must be at most 5; it is 7.' }],
    },
    'a text that is too long, by its characters': {
      schema: team({ a: { maxLength: 5 } }),
      text: withValue('naïve 🌊'),
      said: [
        {
          severity: 'error',
          at: '10:4-10:12',
          message: '"a" must have at most this many characters: 5; it has 7.',
        },
      ],
    },
    'a list that is too short': {
      schema: team({ a: { minItems: 3 } }),
      text: withValue('[x, y]'),
      said: [
        {
          severity: 'error',
          at: '10:4-10:10',
          message: '"a" must have at least this many entries: 3; it has 2.',
        },
      ],
    },
    'a list that repeats itself': {
      schema: team({ a: { uniqueItems: true } }),
      text: withValue('[x, x]'),
      said: [
        {
          severity: 'error',
          at: '10:4-10:10',
          message: '"a" must name each entry once: remove the second one.',
        },
      ],
    },
    'keys that are not allowed': {
      schema: team({ a: { additionalProperties: false, properties: { owner: {} } } }),
      text: withValue('{ ownre: x, something: y }'),
      said: [
        {
          severity: 'error',
          at: '10:6-10:11',
          message: 'The schema does not allow the key "a.ownre"; did you mean "owner"?',
        },
        {
          severity: 'error',
          at: '10:16-10:25',
          message: 'The schema does not allow the key "a.something": remove it.',
        },
      ],
    },
    'a name of a key': {
      schema: team({ a: { propertyNames: { pattern: '^[a-z]+$' } } }),
      text: withValue('{ X1: x }'),
      said: [
        {
          severity: 'error',
          at: '10:6-10:8',
          message: 'The schema does not allow a key of the name "a.X1": rename it.',
        },
      ],
    },
    'what no sentence fits': {
      schema: team({ a: { not: { const: 'x' } } }),
      text: withValue('x'),
      said: [
        {
          severity: 'error',
          at: '10:4-10:5',
          message: '"a" does not fit the schema: see what it says under "not".',
        },
      ],
    },
    'ten problems, and the rest in the last': {
      schema: { additionalProperties: { type: 'number' } },
      text: planText(Array.from({ length: 13 }, (_, index) => `k${index}: x`)),
      said: Array.from({ length: 10 }, (_, index) => ({
        severity: 'error' as const,
        at: `${index + 2}:${index < 10 ? 5 : 6}-${index + 2}:${index < 10 ? 6 : 7}`,
        message: `"k${index}" must be a number; it is x.`,
        ...(index === 9 ? { count: 4, help: 'And 3 more, on lines 12, 13 and 14.' } : {}),
      })),
    },
    'what the change brought, apart from what was there': {
      schema: team({ a: { enum: ['x', 'yes'] }, b: { enum: ['x', 'yes'] } }),
      base: planText([...ACTIVE, 'a: yet', 'b: yet']),
      text: planText(['b: yep', 'a: yet', ...ACTIVE]),
      said: [
        { severity: 'error', at: '2:4-2:7', message: '"b" must be one of x, yes; did you mean "yes"?' },
        {
          severity: 'error',
          at: '3:4-3:7',
          message: '"a" must be one of x, yes; did you mean "yes"?',
          isNew: false,
        },
      ],
    },
  },
});
