import { planText } from '../action/plan-text.ts';
import type { LocalRepository } from '../github/local-repository.ts';
import type { GitHubRequest } from '../github/request.ts';

/** One kind of request that a run makes. */
export interface Operation {
  readonly name: string;
  readonly run: 'pull request' | 'scan';
  /**
   * `reading`: without it nothing can be said honestly. `history`: a scan says that it does not know it. `outlet`: the result stands
   * without it. `tidying`: what is left is said, and the next run does it again.
   */
  readonly kind: 'reading' | 'history' | 'outlet' | 'tidying';
  readonly isIt: (request: GitHubRequest) => boolean;
  /** Makes that the request is needed; after the files and the pull request are there. */
  readonly prepare?: (repository: LocalRepository) => void;
  /** Runs that went well before. */
  readonly runsBefore?: number;
  /** Between them and this one. */
  readonly meanwhile?: (repository: LocalRepository) => void;
  /** Requests of this kind at the most, whatever lasts. */
  readonly most: number;
}

const PLAN = 'docs/plans/active/audit-log.md';
/** Wants a decision. */
export const EXPIRED = { [PLAN]: planText({ expires: '2026-02-20' }) };
export const FINE = { [PLAN]: planText() };

const rest =
  (operation: string) =>
  (request: GitHubRequest): boolean =>
    request.operation === operation;
const query =
  (name: string) =>
  ({ graphql }: GitHubRequest): boolean =>
    graphql?.query.startsWith(`query ${name}(`) ?? false;

const chat = (repository: LocalRepository): void => {
  for (let index = 0; index < 101; index += 1)
    repository.addComment({ issue: 1, author: 'alice', body: 'Hi.' });
};
const push = (repository: LocalRepository): void => {
  repository.commit({ branch: 'topic', files: { [PLAN]: planText({ title: 'Audit trail' }) } });
};
const anotherOne = (repository: LocalRepository): void => {
  repository.commit({
    branch: 'main',
    files: { 'docs/plans/active/other.md': planText({ title: 'Other', expires: '2026-02-20' }) },
  });
};
/** GitHub takes it for binary, so that only its bytes can tell. */
const bytes = (repository: LocalRepository): void => {
  repository.commit({ branch: 'topic', files: { [PLAN]: `${planText()}\n${'é'.repeat(55_000)}\n` } });
};
const manyFiles = (repository: LocalRepository): void => {
  const files = Array.from({ length: 301 }, (_, index) => [`src/${index}.ts`, String(index)] as const);
  repository.commit({ branch: 'topic', files: Object.fromEntries(files) });
};

export const OPERATIONS: readonly Operation[] = [
  { name: 'the opening query', run: 'pull request', kind: 'reading', isIt: query('pullRequest'), most: 4 },
  {
    ...{ name: 'the comparison', run: 'pull request', kind: 'reading', most: 4 },
    isIt: rest('repos/compare-commits-with-basehead'),
  },
  {
    ...{ name: 'the pages of files', run: 'pull request', kind: 'reading', most: 16 },
    ...{ isIt: rest('pulls/list-files'), prepare: manyFiles },
  },
  // Asked for the settings, for the plan at both ends, and once more by whatever needs it.
  { name: 'the files', run: 'pull request', kind: 'reading', isIt: query('files'), most: 24 },
  {
    ...{ name: 'a blob', run: 'pull request', kind: 'reading', most: 24 },
    ...{ isIt: rest('git/get-blob'), prepare: bytes },
  },
  {
    ...{ name: 'a page of comments', run: 'pull request', kind: 'outlet', most: 4 },
    ...{ isIt: query('comments'), prepare: chat, runsBefore: 1, meanwhile: push },
  },
  {
    ...{ name: 'making the comment', run: 'pull request', kind: 'outlet', most: 4 },
    isIt: rest('issues/create-comment'),
  },
  {
    ...{ name: 'reading the comment', run: 'pull request', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/get-comment'), runsBefore: 1, meanwhile: push },
  },
  {
    ...{ name: 'writing the comment', run: 'pull request', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/update-comment'), runsBefore: 1, meanwhile: push },
  },
  {
    ...{ name: 'deleting a second comment', run: 'pull request', kind: 'tidying', most: 4, runsBefore: 1 },
    isIt: rest('issues/delete-comment'),
    meanwhile(repository) {
      const [own] = repository.comments(1);
      repository.addComment({ issue: 1, author: 'github-actions[bot]', body: own?.body ?? '' });
    },
  },
  { name: 'the tree', run: 'scan', kind: 'reading', isIt: rest('git/get-tree'), most: 8 },
  { name: 'the files of a scan', run: 'scan', kind: 'reading', isIt: query('files'), most: 24 },
  {
    ...{ name: 'the history', run: 'scan', kind: 'history', most: 4, isIt: query('history') },
    prepare: (repository) => {
      const files = {
        'src/a.ts': 'a',
        'docs/plans/active/drifts.md': planText({ title: 'Drifts', related_code: '[src/a.ts]' }),
      };
      repository.commit({ branch: 'main', files });
    },
  },
  { name: 'the list of issues', run: 'scan', kind: 'outlet', isIt: rest('issues/list-for-repo'), most: 8 },
  {
    ...{ name: 'the authors of issues', run: 'scan', kind: 'outlet', most: 4 },
    ...{ isIt: query('authors'), runsBefore: 1, meanwhile: anotherOne },
  },
  { name: 'opening the issue', run: 'scan', kind: 'outlet', isIt: rest('issues/create'), most: 4 },
  {
    ...{ name: 'reading the issue', run: 'scan', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/get'), runsBefore: 1, meanwhile: anotherOne },
  },
  {
    ...{ name: 'writing the issue', run: 'scan', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/update'), runsBefore: 1, meanwhile: anotherOne },
  },
  {
    ...{ name: 'closing the issue', run: 'scan', kind: 'outlet', most: 4, runsBefore: 1 },
    isIt: rest('issues/update'),
    meanwhile: (repository) => void repository.commit({ branch: 'main', files: FINE }),
  },
  {
    ...{ name: 'putting the label back', run: 'scan', kind: 'outlet', most: 4, runsBefore: 1 },
    isIt: rest('issues/add-labels'),
    meanwhile: (repository) => void repository.editIssue(1, { labels: [] }),
  },
  {
    ...{ name: 'the comments of the issue', run: 'scan', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/list-comments'), runsBefore: 1, meanwhile: anotherOne },
  },
  {
    ...{ name: 'commenting on the issue', run: 'scan', kind: 'outlet', most: 4 },
    ...{ isIt: rest('issues/create-comment'), runsBefore: 1, meanwhile: anotherOne },
  },
];
