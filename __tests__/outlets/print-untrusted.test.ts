import { afterEach, expect, jest, test } from '@jest/globals';
import { printUntrusted } from '../../src/outlets/print-untrusted.ts';
import { workflowCommands } from '../github/workflow-commands.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('no line of what is printed is a workflow command, in either of their forms', () => {
  const written: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  printUntrusted('What there is:', 'a\n::error::b\r\n  ::warning::c\rsee ##[error]d');

  expect(written.join('').trimEnd().split('\n')).toEqual([
    'What there is:',
    ...['│ a', '│ ::error::b', '│   ::warning::c', '│ see ## [error]d'],
  ]);
  expect(workflowCommands(written.join(''))).toEqual([]);
});
