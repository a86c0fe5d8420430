import { ACTIVE, planText, testRule } from './rule-test.ts';

const help =
  'Write, one a line: type: plan · title: "Faster search" · lifecycle: draft · created: 2026-03-02 · last_updated: 2026-03-02';
const message = 'The plan has no front matter: begin the file with its keys between two lines "---".';

testRule('front-matter-missing', {
  valid: {
    'front matter': { text: planText(ACTIVE) },
    'front matter behind a byte order mark': { text: `\uFEFF${planText(ACTIVE)}` },
    'empty front matter': { text: '---\n---\n' },
    'front matter that cannot be read': { text: '---\ntitle: Faster search\n' },
  },
  invalid: {
    'a plan that begins with its heading': {
      text: '# Faster search\n\n- [ ] Build the index\n',
      said: [{ severity: 'error', at: '1:1-1:1', message, help }],
    },
    'front matter below an empty line': {
      text: `\n${planText(ACTIVE)}`,
      said: [
        {
          severity: 'error',
          at: '2:1-2:4',
          message:
            'The front matter begins on line 2 and is read from the first one alone: take the empty lines above it away.',
        },
      ],
    },
    'two thematic breaks below empty lines': {
      text: '\n \n---\n\nSome words.\n\n---\n\n# Faster search\n',
      said: [{ severity: 'error', at: '1:1-1:1', message, help }],
    },
    'a plan whose lines end in a carriage return alone': {
      text: planText(ACTIVE).replaceAll('\n', '\r'),
      said: [
        {
          severity: 'error',
          at: '1:1-1:1',
          message:
            'The lines of the file end in a carriage return alone, so that all of it is one line and no front matter: save it with the line ends of Unix or Windows.',
        },
      ],
    },
    'an empty file, named after its path': {
      text: '',
      run: 'scan',
      said: [{ severity: 'warning', at: '1:1-1:1', message, help: help.replace('Faster search', 'search') }],
    },
    'a plan of a team with a schema of its own': {
      text: '# Faster search\n',
      schema: {
        allOf: [{ $ref: '#/$defs/named' }],
        required: ['title', 'state', 'team', 'due', 'cost', 'kind', 'tags', 'why'],
        properties: {
          state: { enum: ['todo', 'doing'] },
          team: { $ref: '#/$defs/team' },
          due: { type: 'string', format: 'date' },
          cost: { type: ['integer', 'null'] },
          kind: { const: 'idea' },
          tags: { type: 'array' },
        },
        $defs: { team: { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, named: { required: ['id'] } },
      },
      vocabulary: { fieldAliases: new Map([['state', 'lifecycle']]) },
      said: [
        {
          severity: 'error',
          at: '1:1-1:1',
          message,
          help: 'Write, one a line: title: "Faster search" · state: <todo, doing> · team: <a, b, c, d, e, f, …> · due: <YYYY-MM-DD> · cost: <a whole number or empty> · kind: idea · tags: <a list> · why: <a value> · id: <a value>',
        },
      ],
    },
    'a plan of a team whose schema asks for no key': {
      text: '# Faster search\n',
      schema: { type: 'object' },
      said: [{ severity: 'error', at: '1:1-1:1', message }],
    },
    'a plan of a team with words of its own': {
      text: '# Faster search\n',
      vocabulary: {
        fieldAliases: new Map([['state', 'lifecycle']]),
        lifecycleAliases: new Map([['idea', 'draft']]),
      },
      said: [
        { severity: 'error', at: '1:1-1:1', message, help: help.replace('lifecycle: draft', 'state: idea') },
      ],
    },
    'a plan that had none before': {
      text: '# Faster search\n',
      base: '# Search\n',
      said: [{ severity: 'error', at: '1:1-1:1', message, help, isNew: false }],
    },
  },
});
