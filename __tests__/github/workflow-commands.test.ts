import { describe, expect, test } from '@jest/globals';
import { annotations, parseOutputFile, workflowCommands } from './workflow-commands.ts';

describe('workflow commands', () => {
  test('are read with their properties, escapes undone', () => {
    const output = [
      'plain text',
      '::error title=A%2C b,file=docs/a%3Ab.md,line=3,endLine=3,col=5::100%25 wrong%0Atwo lines: yes, two',
      '  ::notice::Fine.',
      '::group::Name',
      'not ::warning::at the start',
    ].join('\n');

    const commands = workflowCommands(output);

    expect(commands).toEqual([
      {
        command: 'error',
        properties: { title: 'A, b', file: 'docs/a:b.md', line: '3', endLine: '3', col: '5' },
        message: '100% wrong\ntwo lines: yes, two',
      },
      { command: 'notice', properties: {}, message: 'Fine.' },
      { command: 'group', properties: {}, message: 'Name' },
    ]);
    expect(annotations(commands).map(({ command }) => command)).toEqual(['error', 'notice']);
  });

  test('are not obeyed between "stop-commands" and its token', () => {
    const output = '::stop-commands::abc\n::error::printed only\n::abc::\n::error::obeyed\n';

    expect(workflowCommands(output)).toEqual([{ command: 'error', properties: {}, message: 'obeyed' }]);
  });
});

describe('the output file', () => {
  test('has values of one line and of several', () => {
    const file = 'plain=a=b\nlong<<END\none\n\nx=y\nEND\nempty=\nnothing<<END\nEND\n';

    expect(parseOutputFile(file)).toEqual({ plain: 'a=b', long: 'one\n\nx=y', empty: '', nothing: '' });
  });

  test('is refused by the runner when a value does not end', () => {
    expect(() => parseOutputFile('long<<END\none\n')).toThrow('The output "long" does not end.');
  });
});
