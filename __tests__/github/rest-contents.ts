import { posix } from 'node:path';
import type { Commit, TreeEntry } from './git-objects.ts';
import type { Json } from './openapi-description.ts';
import { type Endpoint, notFound, ok, type RestCall, raw, wantsRaw } from './rest-answer.ts';
import { base64Lines } from './rest-git.ts';

/** Bytes; a larger file comes without its content, unless it is asked for raw. */
const LARGEST_WITH_CONTENT = 1024 * 1024;
const MOST_IN_A_FOLDER = 1_000;

export const contentsEndpoints: Readonly<Record<string, Endpoint>> = {
  'repos/get-content': {
    need: { access: 'read', anyOf: ['contents'] },
    handle(call) {
      const { repository, parameters, request } = call;
      const ref = request.query.ref ?? repository.defaultBranch;
      const commit = repository.find(ref);
      if (commit === null) return notFound();
      const path = (parameters.path ?? '').replace(/\/$/, '');
      const asked = commit.files.get(path);
      if (asked === undefined) return folder(call, commit, ref, path);
      // A link is followed when it leads to a file of the repository.
      const target = asked.mode === '120000' ? linkTarget(call, asked.oid, path) : null;
      const file = commit.files.get(target ?? '') ?? asked;
      const bytes = repository.objects.blobs.get(file.oid) ?? new Uint8Array();
      if (wantsRaw(request) && file.mode !== '160000') return raw(bytes);
      return ok(filePayload(call, ref, path, file.mode, file.oid));
    },
  },
};

function folder(call: RestCall, commit: Commit, ref: string, path: string): ReturnType<Endpoint['handle']> {
  const entries = findTree(call, commit.tree, path === '' ? [] : path.split('/'));
  if (entries === null) return notFound();
  return ok(
    entries.slice(0, MOST_IN_A_FOLDER).map(({ name, mode, oid }) => {
      const { content, encoding, ...entry } = filePayload(call, ref, posix.join(path, name), mode, oid);
      // For the sake of old clients a submodule is called a file in listings.
      return entry.type === 'submodule' ? { ...entry, type: 'file' } : entry;
    }),
  );
}

function filePayload(
  { world, repository }: RestCall,
  ref: string,
  path: string,
  mode: TreeEntry['mode'],
  oid: string,
): Json {
  const bytes = repository.objects.blobs.get(oid) ?? new Uint8Array();
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${world.url}/repos/${repository.fullName}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const html = `https://github.com/${repository.fullName}/blob/${ref}/${encoded}`;
  const git = `${world.url}/repos/${repository.fullName}/git/${mode === '040000' ? 'trees' : 'blobs'}/${oid}`;
  const common = {
    ...{ name: posix.basename(path), path, sha: oid, size: bytes.length, url, html_url: html, git_url: git },
    download_url:
      mode === '040000' || mode === '160000'
        ? null
        : `https://raw.example.com/${repository.fullName}/${ref}/${encoded}`,
    _links: { self: url, git, html },
  };
  if (mode === '040000') return { type: 'dir', ...common };
  if (mode === '160000')
    return { type: 'submodule', submodule_git_url: 'https://example.com/module.git', ...common };
  if (mode === '120000') return { type: 'symlink', target: Buffer.from(bytes).toString(), ...common };
  const isLarge = bytes.length > LARGEST_WITH_CONTENT;
  return {
    type: 'file',
    encoding: isLarge ? 'none' : 'base64',
    content: isLarge ? '' : base64Lines(bytes),
    ...common,
  };
}

function linkTarget({ repository }: RestCall, oid: string, path: string): string | null {
  const text = Buffer.from(repository.objects.blobs.get(oid) ?? []).toString();
  return text.startsWith('/') ? null : posix.join(posix.dirname(path), text);
}

function findTree(
  { repository }: RestCall,
  root: string,
  names: readonly string[],
): readonly TreeEntry[] | null {
  let oid: string | undefined = root;
  for (const name of names) {
    const entry: TreeEntry | undefined = repository.objects.trees
      .get(oid ?? '')
      ?.find((each) => each.name === name);
    oid = entry?.mode === '040000' ? entry.oid : undefined;
  }
  return repository.objects.trees.get(oid ?? '') ?? null;
}
