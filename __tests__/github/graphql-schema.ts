import { readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLSchema, isScalarType, parse } from 'graphql';

/** The package exports a parsed copy only, which is four times as large. */
const SCHEMA = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);

let schema: GraphQLSchema | undefined;

/** GitHub's published GraphQL schema; read when it is first asked for. */
export function graphqlSchema(): GraphQLSchema {
  schema ??= readSchema();
  return schema;
}

function readSchema(): GraphQLSchema {
  const text = readFileSync(SCHEMA, 'utf8');
  const document = parse(text, { noLocation: true });
  const built = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const objectId = built.getType('GitObjectID');
  if (isScalarType(objectId)) {
    objectId.parseValue = parseObjectId;
    objectId.parseLiteral = (node) => parseObjectId('value' in node ? node.value : null);
  }
  return built;
}

/** The schema names the scalar only; GitHub takes full ids in it. */
function parseObjectId(value: unknown): string {
  if (typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)) return value;
  throw new Error(`"${value}" is no Git object id.`);
}
