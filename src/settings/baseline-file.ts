import { Ajv, type ErrorObject } from 'ajv';
import baselineSchema from '../../schema/baseline.schema.json' with { type: 'json' };
import { lazily } from '../lazily.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { type BaselineEntry, sortedEntries } from '../rules/ledger.ts';
import { jsonErrorLine } from '../schema/json-error.ts';

/** Where a baseline is looked for, and written, when the configuration names none; there it may be missing. */
export const DEFAULT_BASELINE_PATH = '.github/plan-check-baseline.json';

export const REWRITE = 'write it anew with "plan-check check --write-baseline"';

type WrittenEntry = Omit<BaselineEntry, 'count'> & Partial<Pick<BaselineEntry, 'count'>>;

interface BaselineFile {
  readonly version: 1;
  readonly entries: readonly WrittenEntry[];
}

const validator = lazily(() => new Ajv().compile<BaselineFile>(baselineSchema));

/**
 * Reads a baseline.
 * @param path as messages name it.
 * @throws {PlanCheckError} `path:line: sentence` for the first thing that is wrong.
 */
export function parseBaseline(text: string, path: string): readonly BaselineEntry[] {
  const line = jsonErrorLine(text);
  if (line !== null) {
    throw new PlanCheckError(
      `${path}:${line}: this is no JSON; take the marks of a merge away if there are any, or ${REWRITE}.`,
    );
  }
  const data: unknown = JSON.parse(text);
  const validate = validator();
  if (validate(data)) return data.entries.map((entry) => ({ count: 1, ...entry }));
  const [error] = validate.errors ?? [];
  throw new PlanCheckError(`${path}:${lineOf(error, text)}: ${wordsFor(error)}; ${REWRITE}.`);
}

/**
 * A baseline as text: sorted, one entry a line, so that two versions differ only in the lines of what changed.
 * The same entries are the same text.
 */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = sortedEntries(entries).map(
    ({ path, rule, text, count }) =>
      `    ${JSON.stringify({ path, rule, text, ...(count === 1 ? {} : { count }) })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "entries": ${list}\n}\n`;
}

function wordsFor(error: ErrorObject | undefined): string {
  const place = error?.instancePath.split('/').slice(1) ?? [];
  if (place[0] === 'version') return 'this version of Plan Check does not know the "version" of the baseline';
  if (place[0] === undefined) return 'this is no baseline, which is an object with "version" and "entries"';
  const name =
    place[0] === 'entries' && place[1] !== undefined ? `entry ${Number(place[1]) + 1}` : 'the baseline';
  return `${name} is not as it is written: it ${error?.message ?? 'is none'}`;
}

/** Of the entry that is wrong, as the tool writes entries; else the first. */
function lineOf(error: ErrorObject | undefined, text: string): number {
  const index = /^\/entries\/(\d+)/.exec(error?.instancePath ?? '')?.[1];
  if (index === undefined) return 1;
  const lines = [...text.split('\n').entries()].filter(([, line]) => /^\s*[{"\d[tfn-]/.test(line));
  const first = lines.findIndex(([, line]) => /"entries"\s*:/.test(line));
  return (lines[first + 1 + Number(index)]?.[0] ?? 0) + 1;
}
