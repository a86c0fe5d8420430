import { describe, expect, test } from '@jest/globals';
import { readCommandLine } from '../../src/terminal/command-line.ts';
import { HELP } from '../../src/terminal/command-words.ts';

describe('a command line', () => {
  test('checks everything when it says nothing', () => {
    expect(readCommandLine([])).toEqual({
      command: 'check',
      maybeCommand: null,
      operands: [],
      inputs: {},
      format: 'text',
      base: null,
      head: null,
      color: true,
      quiet: false,
      dryRun: false,
      writeBaseline: false,
    });
  });

  test.each([
    ['a path alone is checked', ['docs'], { command: 'check', maybeCommand: 'docs', operands: ['docs'] }],
    [
      'the command may be named',
      ['check', 'docs', 'a.md'],
      { command: 'check', maybeCommand: null, operands: ['docs', 'a.md'] },
    ],
    ['a path that is called as a command', ['check', 'diff'], { command: 'check', operands: ['diff'] }],
    [
      'refs to compare',
      ['diff', '--base', 'main', '--head=topic'],
      { command: 'diff', base: 'main', head: 'topic' },
    ],
    [
      'a part of a scan',
      ['scan', '--shard', '2/4'],
      { command: 'scan', inputs: { shard: { index: 2, count: 4 } } },
    ],
    ['a baseline', ['check', '--write-baseline'], { command: 'check', writeBaseline: true }],
    [
      'reports to join',
      ['merge', 'a.json', 'b*.json'],
      { command: 'merge', operands: ['a.json', 'b*.json'] },
    ],
    ['a rule to explain', ['explain', 'expired'], { command: 'explain', operands: ['expired'] }],
    [
      'settings',
      ['--profile', 'strict', '--fail-on', 'never'],
      { inputs: { profile: 'strict', failOn: 'never' } },
    ],
    ['the last of an option twice', ['--format', 'json', '--format', 'github'], { format: 'github' }],
    ['flags', ['--no-color', '--quiet'], { color: false, quiet: true }],
    ['what stands behind "--" is a path', ['check', '--', '--odd.md'], { operands: ['--odd.md'] }],
  ])('%s', (_, words, expected) => {
    expect(readCommandLine(words)).toMatchObject(expected);
  });

  test.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['diff', '--version'], 'version'],
  ] as const)('%j asks for the %s', (words, expected) => {
    expect(readCommandLine(words)).toBe(expected);
  });

  test.each([
    [
      ['--fail-onn', 'never'],
      'Unknown option "--fail-onn"; did you mean "fail-on"? "plan-check --help" lists the options.',
    ],
    [['--shard', '1/2'], '"plan-check check" has no parts; "--shard" belongs to "plan-check scan".'],
    [
      ['scan', '--shard', '3/2'],
      'Option "--shard" is "3/2", but must be i/n, such as 1/4, with n from 1 to 256 and i from 1 to n.',
    ],
    [['merge'], '"plan-check merge" needs the reports to join: paths or globs.'],
    [['-x'], 'Unknown option "-x". "plan-check --help" lists the options.'],
    [['--format'], 'Option "--format" needs a value. "plan-check --help" lists the options.'],
    [['--quiet=yes'], 'Option "--quiet" takes no value. "plan-check --help" lists the options.'],
    [
      ['--format', 'jsn'],
      'Option "--format" is "jsn", but must be one of text, json, markdown, github, sarif; did you mean "json"?',
    ],
    [
      ['--profile', 'stict'],
      'Option "--profile" is "stict", but must be one of minimal, recommended, strict; did you mean "strict"?',
    ],
    [
      ['check', '--base', 'main'],
      '"plan-check check" compares nothing; "--base" and "--head" belong to "plan-check diff".',
    ],
    [
      ['diff', 'docs'],
      '"plan-check diff" does not take "docs": it compares whole commits; "plan-check check" takes single plans.',
    ],
    [
      ['explain', 'expired', 'unreviewed'],
      '"plan-check explain" does not take "unreviewed": it explains one rule at a time.',
    ],
  ])('%j is refused', (words, message) => {
    expect(() => readCommandLine(words)).toThrow(message);
  });

  test('the help names every option', () => {
    const options = [
      'format',
      'config',
      'schema',
      'profile',
      'fail-on',
      'today',
      'timezone',
      'base',
      'head',
      'no-color',
      'quiet',
      'help',
      'version',
    ];
    expect(options.filter((name) => !HELP.includes(`--${name}`))).toEqual([]);
  });
});
