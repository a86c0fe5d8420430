import { createHash } from 'node:crypto';
import { asObject, examplePayload, type Json } from './openapi-description.ts';
import type { RepositoryState } from './repository-state.ts';
import type { World } from './world.ts';

const texts = new Map<string, string>();

/** An example of GitHub's description, moved to this server and repository. `replace` changes further parts of its texts. */
export function payload(
  name: string,
  world: World,
  repository: RepositoryState,
  replace: Readonly<Record<string, string>> = {},
): Json {
  const known = texts.get(name) ?? JSON.stringify(examplePayload(name));
  texts.set(name, known);
  const replacements = {
    'https://api.github.com': world.url,
    'octocat/Hello-World': repository.fullName,
    ...replace,
  };
  const text = Object.entries(replacements).reduce((done, [from, to]) => done.replaceAll(from, to), known);
  return asObject(JSON.parse(text));
}

/** An account as it stands in other payloads; a login that ends in "[bot]" is an app's. */
export function user(login: string, world: World): Json {
  const id = accountId(login);
  const html = `https://github.com/${login.endsWith('[bot]') ? `apps/${login.slice(0, -5)}` : login}`;
  const api = `${world.url}/users/${encodeURIComponent(login)}`;
  return {
    ...{ login, id, node_id: `U_${id}`, avatar_url: `https://avatars.example.com/u/${id}`, gravatar_id: '' },
    ...{ url: api, html_url: html, followers_url: `${api}/followers` },
    ...{ following_url: `${api}/following{/other_user}`, gists_url: `${api}/gists{/gist_id}` },
    ...{ starred_url: `${api}/starred{/owner}{/repo}`, subscriptions_url: `${api}/subscriptions` },
    ...{ organizations_url: `${api}/orgs`, repos_url: `${api}/repos`, events_url: `${api}/events{/privacy}` },
    ...{ received_events_url: `${api}/received_events`, site_admin: false },
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
  };
}

/** The same number for the same text in every run. */
export function accountId(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0) >>> 4;
}
