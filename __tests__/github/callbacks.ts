import type { GitHubRequest } from './request.ts';

type When = (request: GitHubRequest) => boolean;

/** What tests want done before certain requests are handled. */
export interface Callbacks {
  add(when: When, run: () => Promise<void> | void, times: number): void;
  run(request: GitHubRequest): Promise<void>;
}

export function createCallbacks(): Callbacks {
  const waiting: { when: When; run: () => Promise<void> | void; left: number }[] = [];
  return {
    add: (when, run, times) => void waiting.push({ when, run, left: times }),
    async run(request) {
      for (const callback of [...waiting]) {
        if (callback.left === 0 || !callback.when(request)) continue;
        // Counted before it runs: what it asks for itself must not call it again.
        callback.left -= 1;
        await callback.run();
      }
    },
  };
}
