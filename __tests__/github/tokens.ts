/** Who a token stands for and what it may do. */
export interface TokenIdentity {
  /** "github-actions[bot]" for a workflow's token, "some-app[bot]" for an app's, else a person's login. */
  readonly login: string;
  readonly permissions: Access | Permissions;
}

type Access = 'write' | 'read' | 'none';
type Scope = 'contents' | 'issues' | 'pullRequests';

/** Scopes as in a workflow's `permissions:`; one that is not named is `none`. */
type Permissions = { readonly [S in Scope]?: Access };

/** What a request asks for; one of several scopes is enough, none means that the repository must be visible. */
export interface Need {
  readonly access: 'read' | 'write';
  readonly anyOf: readonly Scope[];
}

export type Verdict = 'allowed' | 'invisible' | 'forbidden';

/** An unknown token never comes here; no token at all is null. */
export function judge(
  identity: TokenIdentity | null,
  repository: { readonly isPrivate: boolean },
  need: Need,
): Verdict {
  if (identity === null)
    return repository.isPrivate ? 'invisible' : need.access === 'read' ? 'allowed' : 'forbidden';
  const granted = identity.permissions;
  if (repository.isPrivate && granted === 'none') return 'invisible';
  if (need.access === 'read' && !repository.isPrivate) return 'allowed';
  if (need.anyOf.length === 0) return 'allowed';
  return need.anyOf.some((scope) => suffices(accessTo(granted, scope), need.access))
    ? 'allowed'
    : 'forbidden';
}

/** GitHub's words, which differ between apps and people. */
export function refusal({ login }: TokenIdentity): string {
  const holder = login.endsWith('[bot]') ? 'integration' : 'personal access token';
  return `Resource not accessible by ${holder}`;
}

/** As in the header `x-accepted-github-permissions`. */
export function acceptedPermissions({ access, anyOf }: Need): string {
  const names = { contents: 'contents', issues: 'issues', pullRequests: 'pull_requests' };
  return anyOf.map((scope) => `${names[scope]}=${access}`).join('; ') || 'metadata=read';
}

function accessTo(granted: Access | Permissions, scope: Scope): Access {
  return typeof granted === 'string' ? granted : (granted[scope] ?? 'none');
}

function suffices(granted: Access, needed: 'read' | 'write'): boolean {
  return granted === 'write' || granted === needed;
}
