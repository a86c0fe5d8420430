import type { Link, Plan } from '../plan/plan.ts';
import { fixOf } from './fix-of.ts';
import { mayBeMissing } from './may-be-missing.ts';
import { pathFrom } from './path-words.ts';
import type { Relations } from './relations.ts';
import { relativePath } from './relative-path.ts';
import { defineRule } from './rule.ts';
import { replaceRange } from './text-edit.ts';

const URL = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;
/** Pages of GitHub itself, which lie beside the files: `../../issues/12`. */
const PAGE =
  /^(?:\.\.\/)+(?:issues?|pulls?|wiki|discussions|releases|tags|actions|projects|milestones?|labels|commits?|compare|blob|tree|raw|security)(?:\/|$)/;
/** What stands for something else: `<name>`, `{id}`, `...`, `path/to/file`. */
const STANDS_FOR = /[<>{}$…*]|\.\.\.|^(?:url|link|path|todo|tbd)$|^path\/to\//i;

export const brokenLink = defineRule({
  id: 'broken-link',
  description: 'GitHub can follow the links of a plan to other files.',
  concern: 'reference',
  severity: { changes: 'off', scan: 'off' },
  minimal: false,
  fixable: 'safe',
  messages: {
    broken: 'GitHub cannot follow the link to {{names}}: correct the path, or remove the link.',
    fromRoot:
      'GitHub cannot follow the link to "{{target}}", which is there from the root of the repository: write "{{path}}".',
    anchor: 'The link to {{names}} leads to no heading of this file: correct it, or remove the link.',
  },
  needsFiles: (plan, needs) =>
    mayBeMissing(plan, needs, pathsIn, (target) => {
      const places = placesOf(target, plan);
      return (path) => places.includes(path);
    }),
  *check(plan, { relations }) {
    for (const link of plan.links) {
      const { target, range } = link;
      if (target.startsWith('#')) {
        if (!leadsToHeading(target, plan)) {
          yield { messageId: 'anchor', data: { name: target }, range, subject: target };
        }
        continue;
      }
      if (!isPath(target) || leadsToFile(link, plan, relations) !== false) continue;
      const path = fromRoot(link, plan, relations);
      yield path === null
        ? { messageId: 'broken', data: { name: target }, range, subject: target }
        : {
            messageId: 'fromRoot',
            data: { target, path },
            range,
            subject: target,
            ...fixOf(replaceRange(range, path)),
          };
    }
  },
});

const pathsIn = ({ links }: Plan): readonly string[] => links.map(({ target }) => target).filter(isPath);

const isPath = (target: string): boolean =>
  !target.startsWith('#') && !URL.test(target) && !STANDS_FOR.test(target);

/** A body that was not read to its end may have the heading further down. */
const leadsToHeading = (target: string, { anchors, bodyProblem }: Plan): boolean => {
  const name = decoded(target.slice(1))
    .toLowerCase()
    .replace(/^user-content-/, '');
  return name === '' || name === 'top' || bodyProblem !== null || anchors.has(name);
};

/** null: nobody knows. */
function leadsToFile({ target }: Link, plan: Plan, relations: Relations): boolean | null {
  const { path } = partsOf(target);
  if (path === '') return true;
  const places = placesOf(target, plan);
  if (places.every((place) => place === null) && PAGE.test(path)) return true;
  const answers = places.map((place) => (place === null ? false : place === '' || relations.exists(place)));
  if (answers.includes(true)) return true;
  return answers.includes(null) || relations.files === null ? null : false;
}

/** What the path may mean: as a link is read, and as it stands. */
function placesOf(target: string, plan: Plan): readonly (string | null)[] {
  const { path } = partsOf(target);
  return [...new Set([decoded(path), path])].map((spelt) => placeOf(spelt, folderOf(plan)));
}

/** The link as it should be, where the path is right from the root; else null. */
function fromRoot({ target }: Link, plan: Plan, relations: Relations): string | null {
  const { path, rest } = partsOf(target);
  if (path.startsWith('/')) return null;
  const place = pathFrom([], decoded(path));
  if (place === null || relations.exists(place) !== true) return null;
  return `${encoded(relativePath(plan.path, place))}${path.endsWith('/') ? '/' : ''}${rest}`;
}

/** `rest` is a query or an anchor, with its sign. */
function partsOf(target: string): { readonly path: string; readonly rest: string } {
  const place = target.search(/[?#]/);
  const path = place === -1 ? target : target.slice(0, place);
  return { path: path.replace(/\\([!-/:-@[-`{-~])/g, '$1'), rest: place === -1 ? '' : target.slice(place) };
}

const folderOf = ({ path }: Plan): readonly string[] => path.split('/').slice(0, -1);

/** The path from the root, empty for the root itself; null when it leaves the repository. */
function placeOf(path: string, folder: readonly string[]): string | null {
  const below = pathFrom(path.startsWith('/') ? [] : folder, `${path}/_`);
  return below === null ? null : below.slice(0, -'_'.length).replace(/\/$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a link cannot hold as it stands. */
const encoded = (path: string): string =>
  path.replace(
    /[\s()<>%#?\\[\]"']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
