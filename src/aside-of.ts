import { payloadAt } from './event-payload.ts';

/**
 * The branch or tag that a run is about, where it is not the default branch; null where it is, or nobody says.
 * @param ref `GITHUB_REF`; null where it is not set.
 */
export function asideOf({ payload, ref }: { payload: unknown; ref: string | null }): string | null {
  const main = payloadAt(payload, 'repository', 'default_branch');
  if (ref === null || typeof main !== 'string' || ref === `refs/heads/${main}`) return null;
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}
