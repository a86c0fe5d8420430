import type { ErrorCode } from 'yaml';

/** The reader's words that tell one cause from another, and what is to be done; the last entry stands for all others. */
type Cures = readonly [...(readonly [RegExp, string])[], string];

const ANCHOR =
  'a value that begins with "&", "*" or "!" has a meaning of its own in YAML: put quotes around it';
const DIRECTIVE = 'a line that begins with "%" is none of YAML\'s keys: take it away';
const NO_COLON =
  'a line has no colon with a space behind it: write "key: value", or indent the line when it goes on with the value above';
const LEFT_OVER =
  'something follows a value that is over already: put quotes around the whole value, or take the rest away';
const LIST =
  'a list begins where none can: write each "- " on a line of its own, in the same column as the others';
const INDENT = 'what belongs together must begin in the same column: mend the spaces in front of the line';
const BRACKETS: Cures = [
  [
    /end with a \]/,
    'a list that begins with "[" is never closed: add "]" at its end, or put quotes around the value',
  ],
  [
    /end with a \}/,
    'a value that begins with "{" is never closed: add "}" at its end, or put quotes around it',
  ],
  INDENT,
];

const CURES = {
  ALIAS_PROPS: [ANCHOR],
  BAD_ALIAS: [ANCHOR],
  BAD_COLLECTION_TYPE: [ANCHOR],
  BAD_DIRECTIVE: [DIRECTIVE],
  BAD_DQ_ESCAPE: [
    'a backslash means something else between double quotes: write it twice, or use single quotes',
  ],
  BAD_INDENT: BRACKETS,
  BAD_PROP_ORDER: [ANCHOR],
  BAD_SCALAR_START: ['a value begins with a sign that YAML keeps for itself: put quotes around the value'],
  BLOCK_AS_IMPLICIT_KEY: [
    [/sequence/, LIST],
    'a value has a key in it: put quotes around the value, or write the key on a line of its own, in the column of the others',
  ],
  BLOCK_IN_FLOW: [
    'a list that begins with "[" or "{" has lines with keys or "- " in it: close it in front of them, or write it without brackets',
  ],
  DUPLICATE_KEY: ['a key stands there twice: keep one of the two'],
  IMPOSSIBLE: ['this line cannot be placed: put quotes around its value, or take it away'],
  KEY_OVER_1024_CHARS: [
    'a key is longer than 1,024 characters: put quotes around a text that holds a colon, or make the key shorter',
  ],
  MISSING_CHAR: [
    [/closing ["']quote/, 'a value begins with a quotation mark and never ends with one: add it at the end'],
    [
      /^Comments/,
      'a "#" needs a space in front of it to begin a comment: add the space, or put quotes around the value',
    ],
    [/^Implicit map keys/, NO_COLON],
    [/^Missing directives-end/, DIRECTIVE],
    [/^Block collection/, 'the first key stands on the line of the opening "---": put it on the next line'],
    [/^Sequence item/, 'an entry of a list has no "- " in front of it: add it'],
    [/^Tags and anchors/, ANCHOR],
    [
      /^Missing ,/,
      'two values stand in brackets with no comma between them: add the comma, or put quotes around the value',
    ],
    [
      /^Missing space after :/,
      'a colon has no space behind it: add the space, or put quotes around the value',
    ],
    ...BRACKETS,
  ],
  MULTILINE_IMPLICIT_KEY: [NO_COLON],
  MULTIPLE_ANCHORS: [ANCHOR],
  MULTIPLE_DOCS: ['a line "---" or "..." begins another document: take it away'],
  MULTIPLE_TAGS: [ANCHOR],
  NON_STRING_KEY: [
    'brackets stand where a key is expected: put quotes around the whole value, or around the key',
  ],
  RESOURCE_EXHAUSTION: ['it is nested too deeply: write it without brackets inside of brackets'],
  TAB_AS_INDENT: ['a line is indented with a tab: use spaces'],
  TAG_RESOLVE_FAILED: [ANCHOR],
  UNEXPECTED_TOKEN: [
    [
      /Block scalar header/,
      'behind "|" or ">" nothing may stand on the same line: begin the text on the next one, or put quotes around it',
    ],
    [/block-seq-ind/, LIST],
    [
      /flow-(?:seq|map)-end|Unexpected [\]}]/,
      'a bracket is closed that was never opened: take it away, or put quotes around the value',
    ],
    [
      /empty item|Unexpected ,/,
      'a comma has nothing in front of it: take it away, or put quotes around the value',
    ],
    LEFT_OVER,
  ],
} as const satisfies Record<ErrorCode, Cures>;

/** What is wrong and what to do about it, in one sentence without its capital and its full stop. `message` is the reader's own. */
export function cureOf(code: ErrorCode, message: string): string {
  const cures: Cures = CURES[code];
  for (const cure of cures) {
    if (typeof cure === 'string') return cure;
    if (cure[0].test(message)) return cure[1];
  }
  return LEFT_OVER;
}
