import schema from '../../schema/report.schema.json' with { type: 'json' };
import { lazily } from '../lazily.ts';
import { RULES } from '../rules/index.ts';

/** The words that a report is made of, whatever the plans say: its states, kinds and rules. */
export const ourWords = lazily(
  (): ReadonlySet<string> => new Set([...wordsIn(schema), ...RULES.map(({ id }) => id)]),
);

/** Every value that the schema names. */
function* wordsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'const' && typeof value === 'string') yield value;
    else if (key === 'enum' && Array.isArray(value)) yield* value.filter((word) => typeof word === 'string');
    else yield* wordsIn(value);
  }
}
