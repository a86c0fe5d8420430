import { describe, expect, test } from '@jest/globals';
import { redacted, redaction, redactStream } from '../src/redaction.ts';

describe('a secret is hidden', () => {
  const redact = redaction(['ghs_SECRETpart1\r\nSECRETpart2\u200b\u0001end of it']);

  test.each([
    ['as it is', 'a ghs_SECRETpart1\r\nSECRETpart2\u200b\u0001end of it b', 'a *** b'],
    ['on one line', 'a ghs_SECRETpart1 SECRETpart2\u200b\u0001end of it b', 'a *** b'],
    ['with a space for all that is not seen', 'a ghs_SECRETpart1  SECRETpart2  end of it b', 'a *** b'],
    ['without what is not seen', 'a ghs_SECRETpart1SECRETpart2endofit b', 'a *** b'],
    ['by its pieces', 'SECRETpart2, then ghs_SECRETpart1', '***, then ***'],
    ['everywhere', 'SECRETpart2SECRETpart2', '******'],
  ])('%s', (_, text, hidden) => {
    expect(redact(text)).toBe(hidden);
  });

  test('and short pieces of it are words like others', () => {
    expect(redact('the end of it')).toBe('the end of it');
  });

  test('and white space around it is none of it', () => {
    expect(redaction([' ghs_SECRET\n'])('<ghs_SECRET>')).toBe('<***>');
  });
});

test('where there is no secret, or one of a few letters, nothing is hidden', () => {
  expect(redaction(['', ' \n', 'x', '1234567'])('x 1234567')).toBe('x 1234567');
});

describe('in data', () => {
  const redact = redaction(['ghs_SECRET']);

  test('every text is hidden, however deep, and no key, which is ours', () => {
    expect(
      redacted({ a: ['ghs_SECRET', 1, null, { b: 'a ghs_SECRET' }], ghs_SECRET: true, c: undefined }, redact),
    ).toEqual({ a: ['***', 1, null, { b: 'a ***' }], ghs_SECRET: true, c: undefined });
  });

  test('what holds none is the same object', () => {
    const data = { a: ['x', { b: 1 }], c: null };
    expect(redacted(data, redact)).toBe(data);
  });
});

test('in what is printed', () => {
  const printed: unknown[] = [];
  const stream = {
    write(...given: unknown[]) {
      printed.push(given);
      return true;
    },
  };
  redactStream(stream, redaction(['ghs_SECRET']));
  const bytes = new Uint8Array([1]);
  expect([stream.write('a ghs_SECRET\n', 'utf8'), stream.write(bytes)]).toEqual([true, true]);
  expect(printed).toEqual([['a ***\n', 'utf8'], [bytes]]);
});
