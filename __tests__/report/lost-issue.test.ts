import { describe, expect, test } from '@jest/globals';
import { joinIssueBody, readIssueBody } from '../../src/report/issue-body.ts';
import { ISSUE_END, renderIssueMarker } from '../../src/report/issue-marker.ts';
import type { IssueMemory } from '../../src/report/issue-memory.ts';
import { hasTrace, readLostIssue } from '../../src/report/lost-issue.ts';
import { ISSUE_HINT } from '../../src/report/our-end.ts';
import { cpuSeconds } from '../cpu-seconds.ts';
import { fc } from '../fuzzing/fast-check.ts';
import { day } from './sample-report.ts';

const memory: IssueMemory = {
  ...{ key: 'default', head: 'a'.repeat(40), run: 12, attempt: 2, day: day('2026-11-22'), isCut: false },
  plans: [{ path: 'docs/plans/a.md', states: [{ state: 'expired', since: day('2026-11-01') }] }],
  news: null,
};
const section = '**1 plan needs a decision:** 1 expired.\n\n| Plan |\n| --- |\n| a |';
const body = joinIssueBody({ memory, section, above: 'Above.\n\n', below: '\n\nBelow.\n' });
const marker = renderIssueMarker(memory);

describe('of a body without a marker that can be read', () => {
  test.each([
    ['a marker that is quoted', body.replace(marker, `> ${marker}`), { key: 'default', memory }],
    ['a marker of two lines', body.replace('"run"', '\n"run"'), { key: 'default', memory }],
    ['broken JSON', body.replace('"v":1', '"v"'), { key: 'default', memory: null }],
    ['no key', body.replace('"key":"default",', ''), { key: null, memory: null }],
    ['no marker', body.replace(`${marker}\n`, ''), { key: null, memory: null }],
    [
      'neither marker nor end',
      body
        .replace(`${marker}\n`, '')
        .replace(
          `${ISSUE_END}\n`,
          '_Plan Check keeps what stands above up to date. What you write below stays as it is._',
        ),
      { key: null, memory: null },
    ],
  ])('with %s, the text of people is told from ours', (_, deformed, known) => {
    expect(readIssueBody(deformed)).toBeNull();
    const { above, below, ...rest } = readLostIssue(deformed);
    expect({ above, below: below.trim(), ...rest }).toEqual({
      above: 'Above.\n\n',
      below: 'Below.',
      ...known,
    });
  });

  test('that is of people alone, all stands below', () => {
    const lost = { key: null, memory: null, above: '' };
    expect(readLostIssue('Theirs.\r\n')).toEqual({ ...lost, below: '\n\nTheirs.\r\n' });
    expect(readLostIssue(' \n')).toEqual({ ...lost, below: '\n' });
    expect(hasTrace('Theirs.')).toBe(false);
  });
});

describe('people’s text stays', () => {
  const broken = body.replace('"v":1', '"v"');
  test.each([
    [
      'a table with our head',
      '| Plan | Owner | State | Since |\n| --- | --- | --- | --- |\n| a | me | mine | now |\n',
    ],
    ['our first sentence', '**3 plans need a decision.** I did two of them.\n\nMine.\n'],
  ])('below our end, also where it is %s', (_, text) => {
    expect(readLostIssue(broken.replace('Below.\n', text)).below.trim()).toBe(text.trim());
  });

  test.each([
    ['that quotes a marker in a sentence above', 'See `<!-- plan-check-issue {"v":1` in it.\n\nMine.\n'],
    ['that quotes a marker in a code fence above', '```html\n<!-- plan-check-issue {"v":1\n```\n\nMine.\n'],
    ['that ends in a comment of their own', 'Mine.\n<!-- note -->\n'],
    ['that ends in a long comment of their own', '<!-- note\nmine -->\n'],
    ['that ends in JSON', '{"T1":\n'],
    ['that sounds like our first sentence', '**Lena needs a decision:** by Friday\n\nMine.\n- [ ] Mine.\n\n'],
    ['that has our marker for a word', '- plan-check-issue is our marker, leave it\n\nMine.\n'],
  ])('%s', (_, text) => {
    expect(readLostIssue(text + broken)).toMatchObject({ above: `${text}Above.\n\n`, below: '\n\nBelow.\n' });
  });

  const [head = '', rest = ''] = broken.split('\n\nBelow.');
  test.each([
    ['an end that somebody wrote into', '<!-- plan-check-issue-end T1 T2 --> T3\n'],
    ['words of ours without a marker', 'plan-check-issue T2 broke\nT3\nplan-check-issue-end T4\n'],
    ['our first sentence, told by somebody', '**Lena needs a decision:** by Friday\n'],
  ])('below it: %s', (_, text) => {
    expect(readLostIssue(`${head}\n${text}${rest}`)).toMatchObject({
      above: 'Above.\n\n',
      below: `\n${text}${rest}`,
    });
  });

  test('in the place of our marker and first sentence', () => {
    const table = '| Plan | Owner | State | Since | Progress | To decide |\n| --- |\n| a |';
    const { above, below } = readLostIssue(`T1\n\nT2\n\n${table}\n\n${ISSUE_HINT}\n${ISSUE_END}\nT3`);
    expect({ above, below }).toEqual({ above: 'T1\n\nT2\n\n', below: '\nT3' });
  });

  test('that is JSON names no set-up', () => {
    expect(readLostIssue(`${broken.replace('"key":"default",', '')}{"key":"other"}`).key).toBeNull();
    expect(readLostIssue(`Mine.\n${ISSUE_END}\n{"key":"other"}`).key).toBeNull();
  });

  test('between two copies of ours, and behind one that has no end', () => {
    expect(readLostIssue(`${broken}Between.\n${broken}`)).toMatchObject({
      above: 'Above.\n\n',
      below: '\n\nBelow.\nBetween.\nAbove.\n\n\n\nBelow.\n',
    });
    expect(readLostIssue(broken.replace(ISSUE_END, '')).below).toBe(
      '\n\n\n| Plan |\n| --- |\n| a |\n\n\nBelow.\n',
    );
  });
});

test('whatever is cut out of our part, people’s text around it stays, once', () => {
  const ours = body.indexOf(marker);
  const end = body.indexOf(ISSUE_END);
  fc.assert(
    fc.property(fc.nat(end - ours), fc.nat(end - ours), (a, b) => {
      const [from, to] = [ours + Math.min(a, b), ours + Math.max(a, b)];
      const cut = body.slice(0, from) + body.slice(to);
      const { above, below } = readIssueBody(cut) ?? readLostIssue(cut);
      expect(`${above}|${below}`.split('Below.')).toHaveLength(2);
      expect(below).toBe('\n\nBelow.\n');
      // What cannot be told from theirs stays.
      expect(above.startsWith('Above.\n\n')).toBe(true);
    }),
  );
});

test.each(['<!-- plan-check-issue {', '"key":"', '**a', '\r', `${ISSUE_END}\r`])(
  'a body of nothing but beginnings is read in linear time: %j',
  (text) => {
    const body = `<!-- plan-check-issue ${text.repeat(1_000_000 / text.length)}`;
    expect(cpuSeconds(() => readLostIssue(body))).toBeLessThan(5);
  },
);
