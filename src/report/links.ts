/** Where a reader can go from a report; null where there is nowhere to go. */
export interface Links {
  /** A file at the checked commit, at a 1-based line. */
  file(path: string, line?: number): string | null;
  /** The page of a rule. */
  rule(id: string): string | null;
  /** The list of all rules. */
  readonly rules: string | null;
}

export interface GitHubPlace {
  /** `https://github.com`, or the address of an own server, without a slash at the end. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
  /** Full id of the checked commit. */
  readonly head: string;
  /** The folder of the rules' pages, without a slash at the end; null when they are not published. */
  readonly rulesUrl: string | null;
}

/** Links into a repository on GitHub. */
export function gitHubLinks(place: GitHubPlace): Links {
  const repository = `${place.serverUrl}/${encodePath(place.owner)}/${encodePath(place.repo)}`;
  return {
    file: (path, line) => `${repository}/blob/${place.head}/${encodePath(path)}${anchor(line)}`,
    rule: (id) => (place.rulesUrl === null ? null : `${place.rulesUrl}/${encodePath(id)}.md`),
    rules: place.rulesUrl,
  };
}

/** For the terminal, where nothing is linked. */
export const noLinks: Links = { file: () => null, rule: () => null, rules: null };

/** A Markdown file is shown rendered, without line numbers, unless its source is asked for. */
const anchor = (line: number | undefined): string => (line === undefined ? '' : `?plain=1#L${line}`);

/** Also encodes what `encodeURIComponent` leaves and Markdown would read: a parenthesis ends a link. */
export const encodePath = (path: string): string =>
  path
    .toWellFormed()
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*~]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
