import { PlanCheckError } from './plan-check-error.ts';

export interface NamedPayload {
  /** `GITHUB_EVENT_NAME`. */
  readonly eventName: string;
  /** The event file's content, as it came out of JSON: anything. */
  readonly payload: unknown;
}

/**
 * A full commit id at a path of keys.
 * @throws {PlanCheckError} that names event and path.
 */
export function commitAt({ eventName, payload }: NamedPayload, ...path: readonly string[]): string {
  const commit = payloadAt(payload, ...path);
  if (!isCommitId(commit)) throw new PlanCheckError(lacks(eventName, path.join('.')));
  return commit;
}

export const lacks = (eventName: string, key: string): string =>
  `The payload of the event "${eventName}" has no usable "${key}"; run Plan Check on the event as GitHub sends it.`;

/** SHA-1 or SHA-256. */
export const isCommitId = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);

/** The value at a path of keys; undefined when there is none. */
export const payloadAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (parent, key) => (isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined),
    value,
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
