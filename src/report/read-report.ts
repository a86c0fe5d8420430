import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { lazily } from '../lazily.ts';
import { parseCalendarDate } from '../plan/calendar-date.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { shown } from '../settings/setting-problem.ts';
import type { Report } from './report.ts';

/**
 * A report of another job: anything may stand in it, so it is held against the published schema before a word is believed.
 * @param name what messages call it.
 * @throws {PlanCheckError} when it is no JSON, or no report of this format.
 */
export function readReport(text: string, name: string): Report {
  const value = parseJson(text, name);
  const validate = validator();
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const place = error === undefined || error.instancePath === '' ? 'it' : shown(error.instancePath);
  throw new PlanCheckError(
    `"${name}" is no report of Plan Check: ${place} ${error?.message ?? 'is not valid'}. ${NAME_OTHERS}`,
  );
}

const NAME_OTHERS = 'Name files that a job with "shard" has written.';

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlanCheckError(`"${name}" is no report of Plan Check: it is not JSON. ${NAME_OTHERS}`);
  }
}

/** Made when it is needed: most runs read no report. The first error is enough, however many there are. */
const validator = lazily(() => {
  const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: false, logger: false });
  ajv.addFormat('date', (value) => parseCalendarDate(value) !== null);
  return ajv.compile<Report>(schema);
});
