import { describe, expect, test } from '@jest/globals';
import { boxesOf, readBoxesBefore } from '../../src/checking/past-boxes.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Touch } from '../../src/repository/history.ts';
import type { FileContent } from '../../src/repository/repository.ts';
import { day } from '../rules/rule-test.ts';
import { memoryRepository } from './memory-repository.ts';

const touch = (index: number): Touch => ({
  commit: { id: String(index), time: 0, subject: '', files: [] },
  path: `plans/${index}.md`,
});
const touches = Array.from({ length: 450 }, (_, index) => touch(index));
const TEXT: FileContent = { kind: 'text', text: '---\ntitle: A\n---\n\n- [x] Dig\n' };

async function read(isHistoryRemote: boolean, contentOf: (index: number) => FileContent) {
  const asked: number[] = [];
  const repository = {
    ...memoryRepository({ head: {} }),
    ...{ isHistoryRemote },
    readBefore: async (wanted: readonly Touch[]) => {
      asked.push(wanted.length);
      return wanted.map(({ commit }) => contentOf(Number(commit.id)));
    },
  };
  return { boxes: await readBoxesBefore(repository, touches, { today: day('2026-03-02') }), asked };
}

describe('the boxes of plans before commits', () => {
  test('are read of all plans from a local history, some hundred at once', async () => {
    const { boxes, asked } = await read(false, (index) =>
      index === 0 ? { kind: 'missing' } : index === 449 ? { kind: 'failed', message: 'Gone.' } : TEXT,
    );
    expect(asked).toEqual([200, 200, 50]);
    expect(boxes).toHaveLength(450);
    expect([boxes[0], boxes[1], boxes[448], boxes[449]]).toEqual([null, 'done Dig', 'done Dig', 'unknown']);
  });

  test('are read of two hundred where GitHub is asked, and of the others not known', async () => {
    const { boxes, asked } = await read(true, () => TEXT);
    expect(asked).toEqual([200]);
    expect(boxes.filter((of) => of === 'unknown')).toHaveLength(250);
  });
});

test('the boxes of a plan are those that were read, whose text is not read again', () => {
  const plan = parsePlan('a.md', '- [x] Dig\n- [ ] Bury\n');
  expect(boxesOf({ ...plan, text: '' })).toBe('done Dig\nopen Bury');
});
