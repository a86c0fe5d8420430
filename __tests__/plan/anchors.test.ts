import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';

test('anchors are the headings as GitHub names them, and what HTML names', () => {
  const text =
    '# 1. Goals & “why”\n## `code` and [links](x.md)\n## Über_uns 🚀 now\n> ## Quoted\n\n## Quoted\n\n<a id="Here"></a>\n';
  expect([...parsePlan('plan.md', text).anchors]).toEqual([
    '1-goals--why',
    'code-and-links',
    'über_uns--now',
    'quoted',
    'quoted-1',
    'here',
  ]);
});
