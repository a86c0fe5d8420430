import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';

/**
 * Compares a text with a file of `fixtures/report`, which a person can read as the text will look.
 * `UPDATE_GOLDEN=1 npm test -- …` writes the files anew; look at the difference before it is kept.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(import.meta.dirname, '..', 'fixtures', 'report', name);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
  expect(`${text}\n`).toBe(readFileSync(path, 'utf8'));
}
