import { type Lifecycle, normaliseWord, parseLifecycle } from '../plan/lifecycle.ts';
import { typeIn } from '../plan/plan-fields.ts';
import { readFrontMatter } from '../plan/read-front-matter.ts';
import { isTemplateValue } from '../plan/template-values.ts';
import { OUR_VOCABULARY } from '../plan/vocabulary.ts';
import { cleanLine } from '../report/clean-text.ts';
import type { Repository } from '../repository/repository.ts';
import { readFolders } from '../rules/lifecycle-folders.ts';
import { selectCandidates } from '../settings/plan-selection.ts';
import type { Findings } from './starter-config.ts';

/** Markdown files that are looked into, those in a folder "plans" first. */
const MAX_FILES = 2_000;
const MAX_FOLDERS = 20;
const MAX_WORDS = 10;
/** Characters. */
const MAX_WORD = 60;

/** Names that a glob takes as they are, and that nobody installs code under. */
const PLAIN = /^[\p{L}\p{N}._ -]+$/u;
const FOREIGN: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'third_party']);

const MEANINGS: Readonly<Record<Lifecycle, readonly string[]>> = {
  draft: [
    'future',
    'planned',
    'proposed',
    'proposal',
    'idea',
    'backlog',
    'todo',
    'pending',
    'not-started',
    'new',
  ],
  active: ['in-progress', 'wip', 'doing', 'current', 'ongoing', 'started', 'open', 'approved', 'accepted'],
  completed: ['done', 'complete', 'shipped', 'finished', 'implemented', 'closed', 'released', 'merged'],
  archived: [
    'archive',
    'abandoned',
    'rejected',
    'cancelled',
    'canceled',
    'obsolete',
    'deprecated',
    'on-hold',
    'paused',
  ],
  superseded: ['replaced', 'superceded'],
};

/** Looks where plans lie and which words they have for their state. */
export async function surveyPlans(repository: Repository): Promise<Findings> {
  const isCandidate = selectCandidates({ ignore: [] });
  const { paths } = await repository.listFiles();
  const candidates = paths.filter((path) => isCandidate(path) && foldersOf(path).every(isOurs));
  const likely = candidates.filter((path) => plansFolder(path) !== null);
  const others = candidates.filter((path) => plansFolder(path) === null);
  const asked = [...likely, ...others].slice(0, MAX_FILES);
  const contents = await repository.readFiles(asked.map((path) => ({ side: 'head', path })));

  const folders = new Map<string, number>();
  const words = new Map<string, Lifecycle>();
  for (const [index, path] of asked.entries()) {
    const content = contents[index];
    const { data } = readFrontMatter(content?.kind === 'text' ? content.text : '');
    const isPlan = typeIn(data)?.toLowerCase() === 'plan';
    const named = plansFolder(path);
    if (!isPlan && named === null) continue;
    const folder = named ?? withoutState(foldersOf(path)).join('/');
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    for (const word of [data.lifecycle, data.status]) {
      if (typeof word === 'string') addWord(words, cleanLine(word));
    }
  }
  // Where most plans lie, a new one belongs as well.
  const ranked = [...folders].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { folders: outermost(ranked.map(([folder]) => folder)).slice(0, MAX_FOLDERS), words };
}

const foldersOf = (path: string): readonly string[] => path.split('/').slice(0, -1);

const isOurs = (folder: string): boolean => PLAIN.test(folder) && !FOREIGN.has(folder);

/** The path up to a folder "plans"; null where none is on it. */
function plansFolder(path: string): string | null {
  const folders = foldersOf(path);
  const index = folders.findIndex((name) => /^(?:implementation[-_ ])?plans$/i.test(name));
  return index === -1 ? null : folders.slice(0, index + 1).join('/');
}

/** Without the folder that says the state of the plans in it. */
function withoutState(folders: readonly string[]): readonly string[] {
  const states = readFolders(undefined, OUR_VOCABULARY);
  return states.has(normaliseWord(folders.at(-1) ?? '')) ? folders.slice(0, -1) : folders;
}

function addWord(words: Map<string, Lifecycle>, word: string): void {
  const isKnown = parseLifecycle(word) !== null || isTemplateValue(word);
  const isThere = [...words.keys()].some((other) => normaliseWord(other) === normaliseWord(word));
  if (word === '' || word.length > MAX_WORD || isKnown || isThere || words.size === MAX_WORDS) return;
  words.set(word, meaningOf(normaliseWord(word)));
}

/** A word that nobody knows is most likely a draft's: that makes no plan look better than it is. */
const meaningOf = (word: string): Lifecycle =>
  (['draft', 'active', 'completed', 'archived', 'superseded'] as const).find((state) =>
    MEANINGS[state].includes(word),
  ) ?? 'draft';

/** Without those that lie in another one of them. */
const outermost = (folders: readonly string[]): readonly string[] =>
  folders.filter(
    (folder) => !folders.some((other) => other !== folder && other !== '' && folder.startsWith(`${other}/`)),
  );
