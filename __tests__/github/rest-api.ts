import { checkAnswer, checkRequest } from './openapi-check.ts';
import type { Match } from './openapi-description.ts';
import type { Answer, GitHubRequest, Violation } from './request.ts';
import { type Endpoint, failure, notFound, ok } from './rest-answer.ts';
import { commentEndpoints } from './rest-comments.ts';
import { compareEndpoints } from './rest-compare.ts';
import { contentsEndpoints } from './rest-contents.ts';
import { gitEndpoints } from './rest-git.ts';
import { issueEndpoints } from './rest-issues.ts';
import { payload, user } from './rest-payload.ts';
import { pullEndpoints } from './rest-pulls.ts';
import { acceptedPermissions, judge, refusal } from './tokens.ts';
import type { Call } from './world.ts';

const endpoints: Readonly<Record<string, Endpoint>> = {
  ...pullEndpoints,
  ...compareEndpoints,
  ...gitEndpoints,
  ...contentsEndpoints,
  ...commentEndpoints,
  ...issueEndpoints,
  'repos/get': {
    need: { access: 'read', anyOf: [] },
    handle({ world, repository }) {
      const { source, parent, template_repository, organization, ...rest } = payload(
        'full-repository-default-response',
        world,
        repository,
      );
      const { id, name, owner, fullName, defaultBranch, isPrivate } = repository;
      return ok({
        ...rest,
        ...{ id, name, full_name: fullName, owner: user(owner, world), language: null },
        ...{ default_branch: defaultBranch, private: isPrivate, fork: false },
      });
    },
  },
};

type Report = (kind: Violation['kind'], message: string) => void;

/** Checks, judges and handles a request; what breaks GitHub's description is told to `report`. */
export function answerRest(call: Call, request: GitHubRequest, match: Match, report: Report): Answer {
  const { operation, parameters } = match;
  const problems = checkRequest(match, request);
  for (const problem of problems) report('request', problem);
  if (problems.length > 0) return failure(422, 'Invalid request.', { errors: problems });

  const endpoint = endpoints[operation.id];
  if (endpoint === undefined) {
    report('missing', `This GitHub has no "${operation.id}".`);
    return failure(501, 'Not Implemented');
  }
  const repository = call.world.findRepository(parameters.owner ?? '', parameters.repo ?? '');
  const verdict = repository === null ? 'invisible' : judge(call.identity, repository, endpoint.need);
  if (repository === null || verdict === 'invisible') return notFound();
  const accepted = { 'x-accepted-github-permissions': acceptedPermissions(endpoint.need) };
  if (verdict === 'forbidden') {
    if (call.identity === null) return failure(401, 'Requires authentication');
    return { ...failure(403, refusal(call.identity)), headers: accepted };
  }

  const answer = endpoint.handle({ ...call, request, parameters, repository });
  for (const problem of checkAnswer(operation, answer)) report('answer', problem);
  return { ...answer, headers: { ...accepted, ...answer.headers } };
}
