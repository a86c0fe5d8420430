import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/rules/index.ts';

const ids = RULES.map(({ id }) => id);
const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('the menu', () => {
  test('has each rule once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every rule that there is a file for', () => {
    const files = readdirSync(new URL('src/rules/', root)).filter((name) =>
      read(`src/rules/${name}`).includes('= defineRule'),
    );
    expect(files.filter((name) => name !== 'rule.ts').sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  test('has a page for every rule, and no other page', () => {
    expect(readdirSync(new URL('docs/rules/', root)).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a test of its own', () => {
    expect(existsSync(new URL(`__tests__/rules/${id}.test.ts`, root))).toBe(true);
  });

  test('lies in the file of its name', () => {
    expect(read(`src/rules/${id}.ts`)).toContain(`id: '${id}'`);
  });

  test('is described in one sentence', () => {
    expect(rule.description).toMatch(/^[A-Z][^.!?']*\.$/);
  });

  test.each(Object.entries(rule.messages))('says one sentence with the cure: %s', (_, message) => {
    expect(message).toMatch(/^(?:[A-Z"{])[^']*[.?]$/);
    // A full stop inside is part of a name only.
    expect(message.slice(0, -1)).not.toMatch(/[.?!] /);
    expect(message.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
  });
});
