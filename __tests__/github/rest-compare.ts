import { changedFiles } from './changed-files.ts';
import type { Commit } from './git-objects.ts';
import { ancestors } from './merge-base.ts';
import type { RepositoryState } from './repository-state.ts';
import { type Endpoint, failure, notFound, ok } from './rest-answer.ts';
import { commitPayload } from './rest-git.ts';
import { filePayload } from './rest-pulls.ts';

const MOST_FILES = 300;
const MOST_COMMITS = 250;

export const compareEndpoints: Readonly<Record<string, Endpoint>> = {
  'repos/compare-commits-with-basehead': {
    need: { access: 'read', anyOf: ['contents'] },
    handle({ world, repository, parameters, request }) {
      const [baseName = '', headName = ''] = (parameters.basehead ?? '').split('...');
      const [base, head] = [repository.find(baseName), repository.find(headName)];
      if (base === null || head === null) return notFound();
      const common = repository.find(repository.mergeBase(base.oid, head.oid) ?? '');
      if (common === null) return failure(404, `No common ancestor between ${baseName} and ${headName}.`);

      const ahead = commitsBetween(repository, base, head);
      const behind = commitsBetween(repository, head, base);
      const page = Number(request.query.page ?? 1);
      const size = Math.min(Number(request.query.per_page ?? MOST_COMMITS), MOST_COMMITS);
      const commits = ahead.slice((page - 1) * size, page * size);
      const files = changedFiles(repository.objects.blobs, common.files, head.files).slice(0, MOST_FILES);
      const url = `${world.url}/repos/${repository.fullName}/compare/${baseName}...${headName}`;
      const html = `https://github.com/${repository.fullName}/compare/${baseName}...${headName}`;
      return ok({
        ...{ url, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
        permalink_url: `https://github.com/${repository.fullName}/compare/${base.oid}...${head.oid}`,
        base_commit: commitPayload(world, repository, base),
        merge_base_commit: commitPayload(world, repository, common),
        ...{
          status: relation(ahead.length, behind.length),
          ahead_by: ahead.length,
          behind_by: behind.length,
        },
        total_commits: ahead.length,
        commits: commits.map((commit) => commitPayload(world, repository, commit)),
        // The files come with the first page of commits only.
        ...(page === 1 ? { files: files.map((file) => filePayload(world, repository, file, head.oid)) } : {}),
      });
    },
  },
};

/** What the second has and the first has not, oldest first. */
export function commitsBetween({ objects }: RepositoryState, from: Commit, to: Commit): readonly Commit[] {
  const known = ancestors(objects.commits, from.oid);
  const missing = [...ancestors(objects.commits, to.oid)].filter((oid) => !known.has(oid));
  const commits = missing.flatMap((oid) => objects.commits.get(oid) ?? []);
  return commits.sort((left, right) => left.time - right.time);
}

function relation(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
