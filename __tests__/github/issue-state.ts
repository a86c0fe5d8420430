import type { IssueChange, IssueRequest, LocalIssue } from './local-repository.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is left of an issue that is not there any more. */
export type GoneIssue = { readonly kind: 'deleted' } | { readonly kind: 'moved'; readonly to: string };

/** The issues of one repository, pull requests left out. */
export interface IssueState {
  /** Oldest first, as they are now. */
  all(): readonly LocalIssue[];
  find(number: number): LocalIssue | null;
  gone(number: number): GoneIssue | null;
  open(request: IssueRequest): LocalIssue;
  edit(number: number, change: IssueChange): LocalIssue;
  remove(number: number, gone: GoneIssue): void;
}

export function createIssueState(setup: {
  readonly fullName: string;
  readonly now: () => string;
  readonly nextId: () => number;
  readonly nextNumber: () => number;
}): IssueState {
  const { fullName, now, nextId, nextNumber } = setup;
  const issues = new Map<number, Mutable<LocalIssue>>();
  const goners = new Map<number, GoneIssue>();

  function existing(number: number): Mutable<LocalIssue> {
    const issue = issues.get(number);
    if (issue === undefined) throw new Error(`${fullName} has no issue ${number}.`);
    return issue;
  }

  return {
    all: () => [...issues.values()].map((issue) => ({ ...issue })),
    find: (number) => issues.get(number) ?? null,
    gone: (number) => goners.get(number) ?? null,
    open({ title, author = 'contributor', body = '', labels = [] }) {
      const number = nextNumber();
      const createdAt = now();
      const issue: Mutable<LocalIssue> = {
        ...{ id: nextId(), number, title, author, body, labels: [...labels] },
        ...{ state: 'open', stateReason: null, isLocked: false },
        ...{ createdAt, updatedAt: createdAt, closedAt: null },
        url: `https://github.com/${fullName}/issues/${number}`,
      };
      issues.set(number, issue);
      return { ...issue };
    },
    edit(number, change) {
      const issue = existing(number);
      const { state = issue.state, stateReason, ...rest } = change;
      Object.assign(issue, rest, { updatedAt: now() });
      if (state !== issue.state) {
        issue.state = state;
        issue.stateReason = state === 'open' ? 'reopened' : (stateReason ?? 'completed');
        issue.closedAt = state === 'open' ? null : issue.updatedAt;
      }
      return { ...issue };
    },
    remove(number, gone) {
      existing(number);
      issues.delete(number);
      goners.set(number, gone);
    },
  };
}
