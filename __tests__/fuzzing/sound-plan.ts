import assert from 'node:assert/strict';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { measurePhases, measureProgress } from '../../src/progress/measure-progress.ts';
import type { Count } from '../../src/progress/progress.ts';
import { misplaced, rangesOf } from '../plan/ranges-of.ts';

const PATH = 'docs/plans/active/search.md';
const read = (text: string): Plan => parsePlan(PATH, text);

/** What holds of any text that is read as a plan. */
export function expectSoundPlan(text: string): void {
  const plan = read(text);
  expectPlainData(plan.frontMatter.data);
  expectPlainData(plan.frontMatter.written);
  for (const range of [...rangesOf(plan), ...plan.frontMatter.problems.map(({ range }) => range)]) {
    assert.equal(misplaced(plan.text, range), null, 'a place lies outside of the file');
  }
  expectCountedOnce(plan);
  expectSoundNumbers(plan);
  expectSameUnder('a line feed at the end', plan, `${text}\n\n`);
  if (!text.includes('\r')) expectSameUnder('line ends of Windows', plan, text.replaceAll('\n', '\r\n'));
}

/** Nothing but what JSON has, and no way to reach what all objects share. */
export function expectPlainData(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    assert.ok(['string', 'number', 'boolean'].includes(typeof value) || value === null, typeof value);
    return;
  }
  const shared = Object.getPrototypeOf(value);
  assert.ok(shared === null || shared === Object.prototype || shared === Array.prototype);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  for (const key of Object.keys(value)) expectPlainData(Reflect.get(value, key));
}

function expectCountedOnce({ phases, otherItems }: Plan): void {
  const items = [...phases.flatMap(({ items }) => items), ...otherItems];
  const places = items.map(({ range: { start } }) => `${start.line}:${start.column}`);
  assert.equal(new Set(places).size, places.length, 'an item is counted twice');
}

const isSound = ({ done, total, deferred, cancelled }: Count): boolean =>
  done >= 0 && done <= total && deferred >= 0 && cancelled >= 0;

function expectSoundNumbers(plan: Plan): void {
  const progress = measureProgress(plan);
  const phases = measurePhases(plan);
  for (const kind of ['tasks', 'deliverables', 'gates'] as const) {
    assert.ok(isSound(progress[kind]), `more ${kind} are done than there are`);
    const sum = phases.reduce((total, phase) => total + phase[kind].total, 0);
    assert.equal(progress[kind].total, sum, `the ${kind} of the phases are not those of the plan`);
  }
  assert.ok(isSound(progress.other));
  assert.ok(progress.phases.complete <= progress.phases.total);
  const { done, total } = progress.tasks;
  assert.equal(progress.percent === 100, total > 0 && done === total);
  assert.equal(progress.percent === 0, total > 0 && done === 0);
}

/** What a plan says, without the places. */
const saying = (plan: Plan): unknown => ({
  data: plan.frontMatter.data,
  state: plan.frontMatter.state,
  title: plan.title,
  lifecycle: plan.lifecycle,
  progress: measureProgress(plan),
  phases: measurePhases(plan),
  claims: plan.phases.map(({ claims }) => claims.map(({ range: _, ...claim }) => claim)),
  items: plan.phases.map(({ items }) => items.map(({ range: _, ...item }) => item)),
  links: plan.links.map(({ target }) => target),
  boxes: plan.malformedBoxes.map(({ fixed }) => fixed),
});

function expectSameUnder(change: string, plan: Plan, text: string): void {
  assert.deepEqual(saying(read(text)), saying(plan), `it says something else with ${change}`);
}
