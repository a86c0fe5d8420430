import { isWrite } from './read-request.ts';
import type { GitHubRequest, RecordedRequest, Violation } from './request.ts';

/** What came in, and what was wrong with it. */
export interface RequestLog {
  requests(): readonly RecordedRequest[];
  violations(): readonly Violation[];
  /** Notes a request; what it gives back notes its status. */
  arrived(request: GitHubRequest): (status: number) => void;
  broken(violation: Violation): void;
  forget(): void;
}

export function createRequestLog(): RequestLog {
  let requests: RecordedRequest[] = [];
  let violations: Violation[] = [];
  return {
    requests: () => requests,
    violations: () => violations,
    arrived(request) {
      const record = { ...request, status: null as number | null, isWrite: isWrite(request) };
      requests.push(record);
      return (status) => {
        record.status = status;
      };
    },
    broken: (violation) => void violations.push(violation),
    forget() {
      requests = [];
      violations = [];
    },
  };
}
