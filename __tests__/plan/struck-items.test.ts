import { expect, test } from '@jest/globals';
import { parsePlan } from '../../src/plan/parse-plan.ts';

const stateOf = (box: string): string | undefined => parsePlan('a.md', `${box}\n`).phases[0]?.items[0]?.state;

test.each([
  '- [ ] ~~a~~',
  '- [x] ~~a b~~ (replaced)',
  '- [ ] **~~a~~**',
  '- [ ] ~~a\n  b~~',
  '- [ ] ~~a\\*~~',
  '- [ ] ~~a~~ dropped',
  '- [ ] ~~a~~ won’t do',
])('%j is dropped', (box) => {
  expect(stateOf(box)).toBe('cancelled');
});

test.each([
  '- [ ] ~~ a ~~',
  '- [ ] ~~ a~~',
  '- [ ] ~~a ~~',
  '- [ ] \\~~a~~',
  '- [ ] ~\\~a~~',
  '- [ ] ~~a\\~~',
  '- [ ] &#126;~a~~',
  '- [ ] &#x7E;&#x7e;a~~',
  '- [ ] ~~a\n  b&#126;~',
  '- [ ] ~~a~~ b',
  '- [ ] ~~a~~ moved to QA',
])('%j is open: GitHub strikes nothing, or not all', (box) => {
  expect(stateOf(box)).toBe('open');
});

test('neither is a row or a phase whose signs are text', () => {
  const [phase] = parsePlan(
    'a.md',
    '## Phases\n\n### \\~~Phase 1: Dig~~\n\n| Task | Done |\n| --- | --- |\n| \\~~Dig~~ | |\n| ~~Fill~~ | |\n',
  ).phases;
  expect(phase?.dropped).toBe(false);
  expect(phase?.items.map(({ state }) => state)).toEqual(['open', 'cancelled']);
});
