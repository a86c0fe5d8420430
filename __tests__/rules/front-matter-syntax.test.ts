import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

testRule('front-matter-syntax', {
  valid: {
    'what can be read': { text: planText(ACTIVE) },
    'no front matter at all': { text: '# Faster search\n' },
    'a handle in quotes': { text: planText(withKeys(ACTIVE, { owner: '"@search-team"' })) },
    'a rule below the text': { text: '# Faster search\n\n---\n\ntitle: x: y\n' },
  },
  invalid: {
    'a fence that is never closed': {
      text: '---\ntype: plan\ntitle: Faster search\n\n# Faster search\n',
      said: [
        {
          severity: 'error',
          at: '1:1-1:4',
          message: 'The front matter is never closed: add a line "---" after its last key.',
          help: 'Write it below line 3.',
        },
      ],
    },
    'a fence that is never closed, above a rule further down': {
      text: '---\ntype: plan\ntitle: Faster search\n\n# Faster search\n\n- [x] a\n\n---\n',
      said: [
        {
          severity: 'error',
          at: '1:1-1:4',
          message: 'The front matter is never closed: add a line "---" after its last key.',
          help: 'Write it below line 3.',
        },
      ],
    },
    'a fence that is never closed, without a heading': {
      text: '---\ntype: plan\n',
      said: [
        {
          severity: 'error',
          at: '1:1-1:4',
          message: 'The front matter is never closed: add a line "---" after its last key.',
        },
      ],
    },
    'another language, which is not run': {
      text: '---js\n{ title: process.exit(1) }\n---\n',
      said: [
        {
          severity: 'error',
          at: '1:1-1:6',
          message:
            'The front matter is written in "js", which is never run: write YAML between two lines "---".',
        },
      ],
    },
    'a tab': {
      text: planText([...ACTIVE, 'ai:', '\tpriority: high']),
      said: [
        {
          severity: 'error',
          at: '11:1-11:2',
          message: 'YAML may not be indented with a tab: use spaces.',
          help: 'Write: 2 spaces, then priority: high',
        },
      ],
    },
    'a key that stands there twice': {
      text: planText([...ACTIVE, 'owner: ada']),
      said: [
        {
          severity: 'error',
          at: '10:1-10:6',
          message: 'The key "owner" stands there twice: keep one of the two.',
        },
      ],
    },
    'a handle without quotes': {
      text: planText(withKeys(ACTIVE, { owner: '@search-team # for now' })),
      said: [
        {
          severity: 'error',
          at: '5:8-5:20',
          message: 'Put quotes around "@search-team": YAML keeps the sign "@" for itself.',
          help: 'Write: owner: "@search-team" # for now',
        },
      ],
    },
    'handles in a list': {
      text: planText(withKeys(ACTIVE, { owner: '[@ada, @grace]' })),
      said: [
        {
          severity: 'error',
          at: '5:9-5:13',
          message: 'Put quotes around "@ada": YAML keeps the sign "@" for itself.',
          help: 'Write: owner: ["@ada", "@grace"]',
        },
      ],
    },
    'handles one a line': {
      text: planText([...ACTIVE, 'stakeholders:', '  - @ada', '  - @grace']),
      said: [
        {
          severity: 'error',
          at: '11:5-11:9',
          message: 'Put quotes around "@ada": YAML keeps the sign "@" for itself.',
          help: 'And 1 more, on line 12. Write: - "@ada"',
          count: 2,
        },
      ],
    },
    'handles on many lines, each counted': {
      text: planText([
        ...ACTIVE,
        'stakeholders:',
        ...Array.from({ length: 14 }, (_, index) => `  - @h${index}`),
      ]),
      said: [
        {
          severity: 'error',
          at: '11:5-11:8',
          message: 'Put quotes around "@h0": YAML keeps the sign "@" for itself.',
          help: 'And 13 more, on lines 12, 13, 14, 15, 16 and below. Write: - "@h0"',
          count: 14,
        },
      ],
    },
    'the marks of a merge conflict': {
      text: planText([...ACTIVE, '<<<<<<< HEAD', 'tags: a', '=======', 'tags: b', '>>>>>>> theirs']),
      said: [
        {
          severity: 'error',
          at: '10:1-10:13',
          message:
            'The front matter holds the marks of a merge conflict: keep one side, and take the lines of "<<<<<<<", "=======" and ">>>>>>>" away.',
        },
      ],
    },
    'a key that would merge others': {
      text: planText([...ACTIVE, 'base: &base', '  owner: ada', '<<: *base']),
      said: [
        {
          severity: 'error',
          at: '12:1-12:3',
          message: 'The key "<<" merges nothing here: write the keys themselves in its place.',
        },
      ],
    },
    'anything else, with its cure': {
      text: planText([...ACTIVE, 'tags: [a']),
      said: [
        {
          severity: 'error',
          at: '11:1-11:1',
          message:
            'In the front matter, a list that begins with "[" is never closed: add "]" at its end, or put quotes around the value.',
        },
      ],
    },
    'a colon and a space': {
      text: planText(withKeys(ACTIVE, { title: 'fix: search "again" # soon' })),
      said: [
        {
          severity: 'error',
          at: '3:8-3:34',
          message: 'Put quotes around the value of "title": it has a colon and a space in it.',
          help: 'Write: title: "fix: search \\"again\\"" # soon',
        },
      ],
    },
    'aliases that multiply': {
      text: planText([
        'a: &a [x, x, x, x, x, x, x, x, x]',
        'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
        'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
        'd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
      ]),
      said: [
        {
          severity: 'error',
          at: '1:1-1:1',
          message:
            'The front matter is too complex to be read (more than 20 aliases): write it shorter, without aliases.',
        },
      ],
    },
    'a list in place of keys': {
      text: '---\n- type\n- plan\n---\n',
      said: [
        {
          severity: 'error',
          at: '2:1-2:1',
          message: 'The front matter must be keys with values, one a line, as in "type: plan".',
        },
      ],
    },
    'a closed plan too': {
      text: planText([...withKeys(ACTIVE, { lifecycle: 'completed' }), 'owner: ada']),
      run: 'scan',
      said: [
        {
          severity: 'error',
          at: '10:1-10:6',
          message: 'The key "owner" stands there twice: keep one of the two.',
        },
      ],
    },
  },
});
