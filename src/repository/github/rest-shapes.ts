import { fields, maybe, type Shape } from './answer-shape.ts';

const DIFF_ENTRY = fields({ filename: 'text', status: 'text', previous_filename: maybe('text') });
const TREE_ENTRY = fields({ path: 'text', type: 'text', sha: 'commit', mode: 'text' });
const ISSUE = fields({
  number: 'number',
  body: maybe('text'),
  state: 'text',
  html_url: 'text',
  labels: [fields({ name: maybe('text') })],
});
const ONE_ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}';
const ONE_COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/** What is read of the answers of REST, by route. An answer without it is as good as none. */
export const REST_SHAPES: Readonly<Record<string, Shape>> = {
  'GET /repos/{owner}/{repo}/compare/{basehead}': fields({
    merge_base_commit: fields({ sha: 'commit' }),
    files: [DIFF_ENTRY],
  }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': [DIFF_ENTRY],
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': fields({ tree: [TREE_ENTRY], truncated: 'flag' }),
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': fields({ content: 'text', size: maybe('number') }),
  'GET /repos/{owner}/{repo}/issues': [ISSUE],
  [`GET ${ONE_ISSUE}`]: ISSUE,
  'POST /repos/{owner}/{repo}/issues': ISSUE,
  [`PATCH ${ONE_ISSUE}`]: ISSUE,
  [`POST ${ONE_ISSUE}/comments`]: fields({ id: 'id', html_url: 'text' }),
  [`GET ${ONE_ISSUE}/comments`]: [fields({ body: maybe('text') })],
  [`GET ${ONE_COMMENT}`]: fields({ body: maybe('text') }),
  [`PATCH ${ONE_COMMENT}`]: fields({ id: 'id' }),
};
