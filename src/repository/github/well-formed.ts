import { shapeProblem } from './answer-shape.ts';
import { problemsIn } from './graphql-answer.ts';
import { REST_SHAPES } from './rest-shapes.ts';

type Plugin = NonNullable<Parameters<typeof import('@actions/github').getOctokit>[2]>;

/** An octokit plugin for the place closest to the request: an answer that nobody could use is a failure, and tried again. */
export const wellFormed =
  (isGraphQL: (url: string) => boolean): Plugin =>
  (octokit) => {
    octokit.hook.after('request', (response, options) => {
      const { status, data } = response;
      const isQuery = isGraphQL(options.url);
      // Others look into the errors, too, and take them for what they should be.
      if (isQuery && problemsIn(data).length > 0) response.data = { ...data, errors: problemsIn(data) };
      const shape = isQuery ? options.request.shape : REST_SHAPES[`${options.method} ${options.url}`];
      // A query that was answered with errors says by them what is missing.
      const isToldOtherwise = isQuery && problemsIn(data).length > 0;
      const problem =
        status >= 300
          ? elsewhere(response.headers.location)
          : shape === undefined || isToldOtherwise
            ? null
            : shapeProblem(isQuery ? data?.data : data, shape);
      if (problem === null) return;
      // A redirect that was not followed will be none that is, the next time.
      const why = status >= 300 ? { status, response } : { status: 502 };
      throw Object.assign(new Error(problem), { ...why, request: options });
    });
  };

function elsewhere(location: string | undefined): string {
  const host = location !== undefined && URL.canParse(location) ? new URL(location).host : null;
  return host === null
    ? 'it sends the request on and on'
    : `it sends the request on to "${host}", which gets no token; check that the repository was not moved, and "GITHUB_API_URL"`;
}
