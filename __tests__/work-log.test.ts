import { expect, test } from '@jest/globals';
import { timedLog } from '../src/work-log.ts';

/** What is said when each of `total` plans takes so many milliseconds. */
function saidOver(total: number, each: number): readonly string[] {
  const lines: string[] = [];
  let now = 0;
  const log = timedLog({ write: (line) => lines.push(line), clock: () => now });
  for (let done = 1; done <= total; done++) {
    now += each;
    log('Judged', done, total);
  }
  return lines;
}

test('nothing is said of a short run', () => {
  expect(saidOver(400, 10)).toEqual([]);
});

test('a long one is told every five seconds, and to its end', () => {
  expect(saidOver(1_200, 10)).toEqual([
    'Judged 500 of 1,200 plans after 5 s.',
    'Judged 1,000 of 1,200 plans after 10 s.',
    'Judged 1,200 of 1,200 plans after 12 s.',
  ]);
});
