import { ACTIVE, planText, testRule } from './rule-test.ts';

const listed = (...lines: readonly string[]): string =>
  planText([...ACTIVE, 'ai:', '  triggers:', ...lines.map((line) => `    ${line}`), '  priority: high']);

const inBrackets = (list: string): string => planText([...ACTIVE, 'ai:', `  triggers: ${list}`]);

testRule('ai-triggers', {
  valid: {
    'words, each once': { text: listed('- search', '- index', '- search index') },
    'words in brackets': { text: inBrackets('[search, "index, old", index]') },
    'one word without a list': { text: inBrackets('search') },
    'no triggers at all': { text: planText(ACTIVE) },
    'a list of nothing': { text: inBrackets('[]') },
    'triggers of the template': { text: listed('- [add relevant keywords]', '- plan') },
    'a draft on a scan': { text: listed('- search', '- search'), run: 'scan' },
  },
  invalid: {
    'a word that comes twice, in another case': {
      text: listed('- search', '- index', '- "Search" # as well'),
      said: [
        {
          severity: 'notice',
          at: '14:7-14:15',
          message: '"triggers" names "Search" more than once: keep one of each.',
          fix: ['14:1-15:1 → '],
        },
      ],
    },
    'entries without a word': {
      text: listed('-', '- search', '- ""', '- "  "'),
      said: [
        {
          severity: 'notice',
          at: '15:7-15:11',
          message: '"triggers" has an entry without a word: take it away.',
          count: 3,
          fix: ['15:1-16:1 → ', '12:1-13:1 → ', '14:1-15:1 → '],
        },
      ],
    },
    'both, in brackets': {
      text: inBrackets('[search, "", index, search, SEARCH]'),
      said: [
        {
          severity: 'notice',
          at: '11:33-11:39',
          message:
            '"triggers" has an entry without a word, and names "search" and "SEARCH" more than once: take away what is too much.',
          count: 3,
          fix: ['11:13-11:48 → [search, index]'],
        },
      ],
    },
    'a list in brackets on several lines, which nobody rewrites unasked': {
      text: planText([...ACTIVE, 'ai:', '  triggers: [search,', '    search]']),
      said: [
        {
          severity: 'notice',
          at: '12:5-12:11',
          message: '"triggers" names "search" more than once: keep one of each.',
        },
      ],
    },
  },
});
