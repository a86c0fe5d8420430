import { LIFECYCLES } from '../plan/lifecycle.ts';
import type { Rule } from '../rules/rule.ts';
import type { ValueReader } from './value-reader.ts';

/** What the configuration's reader needs to know of a rule. */
export type ConfigurableRule = Pick<Rule, 'id' | 'options'>;

const SEVERITY = { $ref: '#/definitions/severity' };

/** What a configuration may say of a rule: JSON Schema, draft-07, inside the published schema. */
export const ruleSchema = ({ options }: ConfigurableRule): object =>
  options === undefined
    ? { $ref: '#/definitions/rule' }
    : {
        description: 'off, notice, warning or error; or a list of one of them and the options.',
        if: { type: 'array' },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: {
          type: 'array',
          items: [SEVERITY, { type: 'object', additionalProperties: false, properties: options }],
          minItems: 1,
          maxItems: 2,
        },
        else: SEVERITY,
      };

/** Completes "… must be" for a part of an option. */
export function allowedBy(schema: unknown): Pick<ValueReader<unknown>, 'allowed' | 'words'> {
  if (typeof schema !== 'object' || schema === null) return OTHER;
  if ('$ref' in schema && schema.$ref === '#/definitions/state') return STATE;
  if ('enum' in schema && Array.isArray(schema.enum)) {
    const words = schema.enum.map(String);
    return { allowed: `one of ${words.join(', ')}`, words };
  }
  if ('minimum' in schema && 'maximum' in schema) {
    return { allowed: `a whole number from ${schema.minimum} to ${schema.maximum}`, words: [] };
  }
  if ('additionalProperties' in schema) {
    const { allowed } = allowedBy(schema.additionalProperties);
    return { allowed: `a mapping of at least one name to ${allowed}`, words: [] };
  }
  return 'type' in schema && schema.type === 'boolean' ? { allowed: 'true or false', words: [] } : OTHER;
}

const STATE = { allowed: 'a state, or to one of your words for one', words: LIFECYCLES };
const OTHER = { allowed: "as the rule's page says", words: [] };
