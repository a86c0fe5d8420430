import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import schema from '../../schema/report.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What the published schema has against a report; nothing against one that is as promised. */
export function reportProblems(report: unknown): readonly string[] {
  if (validate(report)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `report${instancePath} ${message}`);
}
