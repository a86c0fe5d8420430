import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { asObject, type Json } from './openapi-description.ts';

let examples: readonly Json[] | undefined;

/** An example of a webhook's payload; the first one without an action asked for. */
export function examplePayload(event: string, action?: string): Json {
  examples ??= readExamples();
  const described = examples.find(({ name }) => name === event);
  const payloads = described?.examples;
  if (!Array.isArray(payloads)) throw new Error(`There is no example of "${event}".`);
  return asObject(structuredClone(payloads.find((each) => action === undefined || each.action === action)));
}

function readExamples(): readonly Json[] {
  const path = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  return JSON.parse(readFileSync(path, 'utf8'));
}
