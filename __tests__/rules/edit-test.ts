import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { textPlaces } from '../../src/plan/text-places.ts';
import type { TextEdit } from '../../src/rules/text-edit.ts';

export type Edit = (plan: Plan) => readonly TextEdit[] | null;

/** The front matter after the edit, without its fences; null where nothing was offered. */
function edited(lines: readonly string[], edit: Edit, lineEnd = '\n'): readonly string[] | null {
  const text = ['---', ...lines, '---', '', '# Search', ''].join(lineEnd);
  const edits = edit(parsePlan('plan.md', text));
  if (edits === null) return null;
  const { offsetOf } = textPlaces(text);
  const result = edits.reduce(
    (rest, { range, text: inserted }) =>
      rest.slice(0, offsetOf(range.start)) + inserted + rest.slice(offsetOf(range.end)),
    text,
  );
  const parts = result.split(lineEnd);
  expect(parts.filter((part) => /[\r\n]/.test(part))).toEqual([]);
  return parts.slice(1, parts.indexOf('---', 1));
}

interface Case {
  readonly lines: readonly string[];
  readonly edit: Edit;
  readonly becomes: readonly string[] | null;
}

export function testEdits(cases: Readonly<Record<string, Case>>): void {
  test.each(Object.entries(cases))('%s', (_, { lines, edit, becomes }) => {
    expect(edited(lines, edit)).toEqual(becomes);
    expect(edited(lines, edit, '\r\n')).toEqual(becomes);
  });
}
