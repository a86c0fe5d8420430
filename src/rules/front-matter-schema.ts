import type { KeyPath } from '../plan/front-matter.ts';
import { contradictoryAliases, otherSpellings } from '../plan/in-our-words.ts';
import { normaliseWord } from '../plan/lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import { ourField, type Vocabulary } from '../plan/vocabulary.ts';
import { oneLine } from '../schema/one-line.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { ACTIVATION_KEYS } from './activation-incomplete.ts';
import { constOrUnseen } from './const-or-unseen.ts';
import { fixOf } from './fix-of.ts';
import { setValue } from './front-matter-edit.ts';
import { dotted, isPlaceholder } from './placeholder-keys.ts';
import { defineRule, type Finding, type RuleContext } from './rule.ts';
import { hintForDay, hintForMissing } from './schema-hints.ts';
import { SCHEMA_MESSAGES, type SchemaMessageId } from './schema-messages.ts';
import { unusableValues } from './unusable-values.ts';
import { wordedProblem } from './worded-problem.ts';

/** Problems that are about a key and not about its value. */
const ABOUT_KEY: ReadonlySet<string> = new Set([
  'required',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
]);

export const frontMatterSchema = defineRule<SchemaMessageId>({
  id: 'front-matter-schema',
  description: 'The front matter is as the schema asks.',
  concern: 'schema',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'safe',
  limit: 10,
  messages: SCHEMA_MESSAGES,
  *check(plan, context) {
    if (plan.frontMatter.state === 'missing') return;
    const unusable = unusableValues(plan);
    yield* unusable.map((value) => unusableValue(plan, value));
    yield* otherType(plan, context);
    yield* spellings(plan, context);
    yield* contradictions(plan);
    const unusableKeys = new Set<string>(unusable.map(({ key }) => key));
    yield* schemaFindings(plan, context, unusableKeys);
  },
});

type SchemaFinding = Finding<SchemaMessageId>;
type Context = Pick<RuleContext, 'schemaProblems' | 'activates' | 'today'>;

const unusableValue = (
  { frontMatter }: Plan,
  { key, messageId, data }: ReturnType<typeof unusableValues>[number],
): SchemaFinding => ({
  messageId,
  data,
  range: frontMatter.rangeOf([key], 'value'),
  subject: `${key} ${data.actual}`,
  ...(messageId === 'date' ? hintForDay(data.key ?? key, data.actual ?? '') : {}),
});

/** A schema may leave the type open; what is checked as a plan is to say that it is one all the same. */
function* otherType(plan: Plan, { schemaProblems }: Context): Iterable<SchemaFinding> {
  const { frontMatter, vocabulary } = plan;
  const { type } = frontMatter.data;
  if (
    type === undefined ||
    isPlaceholder(plan, ['type']) ||
    (typeof type === 'string' && normaliseWord(type) === 'plan') ||
    schemaProblems.some(({ path: [first] }) => ourField(String(first), vocabulary) === 'type')
  )
    return;
  const actual = oneLine(type);
  yield {
    ...constOrUnseen(plan, ['type'], { actual, expected: ['plan'] }),
    range: frontMatter.rangeOf(['type'], 'value'),
    subject: `type ${actual}`,
  };
}

function* spellings(plan: Plan, { schemaProblems }: Context): Iterable<SchemaFinding> {
  const { frontMatter, vocabulary } = plan;
  const isJudgedBySchema = (field: string): boolean =>
    schemaProblems.some(
      ({ path: [first, ...rest], keyword }) =>
        rest.length === 0 &&
        (keyword === 'enum' || keyword === 'const') &&
        ourField(String(first), vocabulary) === field,
    );
  for (const { field, word, spelt } of otherSpellings(plan)) {
    if (isJudgedBySchema(field)) continue;
    yield {
      messageId: 'spelling',
      data: { key: frontMatter.nameOf(field), actual: word, nearest: spelt },
      range: frontMatter.rangeOf([field], 'value'),
      subject: `${field} ${word}`,
      atMost: 'notice',
      ...fixOf(setValue(plan, [field], spelt)),
    };
  }
}

const contradictions = ({ frontMatter, vocabulary }: Plan): readonly SchemaFinding[] =>
  contradictoryAliases(frontMatter, vocabulary).map(({ alias, field }) => ({
    messageId: 'both',
    data: { alias, key: field },
    range: frontMatter.rangeOf([alias], 'key'),
    subject: `${alias} ${field}`,
    atMost: 'warning',
  }));

/** Of the schema's problems those that nothing else tells. */
function* schemaFindings(
  plan: Plan,
  { schemaProblems, activates, today }: Context,
  unusableKeys: ReadonlySet<string>,
): Iterable<SchemaFinding> {
  const { frontMatter, vocabulary } = plan;
  for (const problem of schemaProblems) {
    const { path, keyword, expected, actual } = problem;
    const isUnusable = unusableKeys.has(ourField(String(path[0]), vocabulary));
    if (isPlaceholder(plan, path) || isUnusable || isToldByWaivers(problem)) continue;
    if (activates && keyword === 'required' && isAskedOnActivation(path, expected, vocabulary)) continue;
    yield {
      ...wordedProblem(plan, problem),
      ...(keyword === 'required' && expected.length === 1 && path.length === 1
        ? hintForMissing(plan, ourField(String(expected[0]), vocabulary), today)
        : {}),
      range: frontMatter.rangeOf(path, ABOUT_KEY.has(keyword) ? 'key' : 'value'),
      subject: `${dotted(path)} ${actual}`,
    };
  }
}

const isAskedOnActivation = (path: KeyPath, keys: readonly string[], vocabulary: Vocabulary): boolean =>
  path.length === 1 &&
  keys.every((key) => ACTIVATION_KEYS.some((field) => field === ourField(key, vocabulary)));

/** What stands inside of "check" is for the rule about waivers; whether the key may be there is for the schema. */
const isToldByWaivers = ({ path, keyword }: SchemaProblem): boolean =>
  path[0] === 'check' && (path.length > 1 || keyword === 'type');
