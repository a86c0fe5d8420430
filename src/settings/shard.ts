import { hash32 } from '../fingerprint.ts';
import type { ValueReader } from './value-reader.ts';

/** One part of the plans, of several that are scanned side by side. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** A job matrix has at most so many jobs. Source: GitHub's "Usage limits" for workflows. */
export const MAX_SHARDS = 256;

/** `1/4`. */
export const shardValue: ValueReader<Shard> = {
  allowed: `i/n, such as 1/4, with n from 1 to ${MAX_SHARDS} and i from 1 to n`,
  words: [],
  read: (text) => {
    const [, index, count] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    return shard.index >= 1 && shard.index <= shard.count && shard.count <= MAX_SHARDS ? shard : null;
  },
};

/** The part that a plan belongs to, by its path alone: from 1 to `count`. */
export const shardOf = (path: string, count: number): number => (hash32(path) % count) + 1;

/** Whether a plan belongs to a part; without parts every plan does. */
export const isInShard = (path: string, shard: Shard | null): boolean =>
  shard === null || shardOf(path, shard.count) === shard.index;
