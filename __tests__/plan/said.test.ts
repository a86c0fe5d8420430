import { describe, expect, test } from '@jest/globals';
import { namedIn, saysNothing } from '../../src/plan/said.ts';

describe('a value says nothing', () => {
  test.each([
    ...['', ' ', '\u200b', '\u2060\u00ad', '\u3164', '\u2800', '-', '—', '…', '???', '🤷', '(…)'],
    ...['none', 'None.', 'N/A', 'nil', 'TBD', 'tba?', '[TBD]', '(none)', '<none>', '_unknown_', 'T\u200bBD'],
    ...['to be determined', 'not yet assigned', 'No one', 'no  owner', 'unassigned!'],
    ...['<owner>', '[your name]', 'Owner', '{your team}'],
  ])('%j', (text) => {
    expect(saysNothing(text)).toBe(true);
    expect(namedIn(text)).toBeNull();
  });
});

describe('a value says something', () => {
  test.each([
    '@ann',
    'Ann',
    '7',
    '山田',
    'none of the teams but search',
    'TBD by @ann',
    'nobody@example.com',
  ])('%j', (text) => {
    expect(saysNothing(text)).toBe(false);
    expect(namedIn(text)).toBe(text);
  });
});
