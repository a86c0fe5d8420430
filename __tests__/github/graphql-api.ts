import { execute, GraphQLError, type GraphQLFieldResolver, parse, type Source, validate } from 'graphql';
import { mutations } from './graphql-mutations.ts';
import { queries } from './graphql-queries.ts';
import { graphqlSchema } from './graphql-schema.ts';
import { asObject } from './openapi-description.ts';
import type { Answer, GraphQLRequest, Violation } from './request.ts';
import { failure } from './rest-answer.ts';
import type { Call } from './world.ts';

type Report = (kind: Violation['kind'], message: string) => void;

/** Validates a document against GitHub's schema and runs it. GitHub answers mistakes with 200 and `errors`. */
export async function answerGraphQL(
  call: Call,
  request: GraphQLRequest | null,
  report: Report,
): Promise<Answer> {
  if (request === null) {
    report('request', 'A GraphQL request needs a text "query".');
    return failure(400, 'A query attribute must be specified and must be a string.');
  }
  if (call.identity === null) return failure(401, 'This endpoint requires you to be authenticated.');
  const schema = graphqlSchema();
  const document = parseDocument(request.query);
  const mistakes = document instanceof GraphQLError ? [document] : validate(schema, document);
  if (document instanceof GraphQLError || mistakes.length > 0) return mistaken(mistakes, report);

  const result = await execute({
    ...{ schema, document, fieldResolver: resolver(report) },
    rootValue: { ...queries, ...mutations },
    contextValue: call,
    variableValues: request.variables,
    operationName: request.operationName,
    typeResolver: (value) => String(asObject(value).__typename),
  });
  // Without data nothing was run: the variables do not fit.
  if (!('data' in result)) return mistaken(result.errors ?? [], report);
  for (const error of result.errors ?? []) {
    if (isClientMistake(error)) report('request', error.message);
  }
  const errors = result.errors?.map(format);
  return { status: 200, body: errors === undefined ? { data: result.data } : { data: result.data, errors } };
}

/** A field that a value does not have is missing here, not null. */
function resolver(report: Report): GraphQLFieldResolver<unknown, Call> {
  return (source, args, context, { fieldName, parentType }) => {
    const value = asObject(source);
    if (!(fieldName in value)) {
      const message = `This GitHub has no "${parentType.name}.${fieldName}".`;
      report('missing', message);
      throw new Error(message);
    }
    const field = value[fieldName];
    return typeof field === 'function' ? field(args, context) : field;
  };
}

function parseDocument(query: string | Source): ReturnType<typeof parse> | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function mistaken(errors: readonly GraphQLError[], report: Report): Answer {
  for (const { message } of errors) report('request', message);
  return { status: 200, body: { errors: errors.map(format) } };
}

function isClientMistake({ extensions }: GraphQLError): boolean {
  return (
    String(extensions.type).endsWith('PAGINATION') || extensions.type === 'MISSING_PAGINATION_BOUNDARIES'
  );
}

/** GitHub puts the error's type beside the message. */
function format({ message, path, locations, extensions }: GraphQLError): unknown {
  return { ...(extensions.type === undefined ? {} : { type: extensions.type }), path, locations, message };
}
