import { isClosed, type Lifecycle, normaliseWord } from '../plan/lifecycle.ts';
import { stateOfWord, type Vocabulary } from '../plan/vocabulary.ts';
import { lifecycleKey, lifecycleRange } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';

const FOLDERS: ReadonlyMap<string, Lifecycle> = new Map([
  ['draft', 'draft'],
  ['drafts', 'draft'],
  ['active', 'active'],
  ['completed', 'completed'],
  ['done', 'completed'],
  ['archived', 'archived'],
  ['archive', 'archived'],
  ['superseded', 'superseded'],
]);

/** A path that a shell takes as it stands. */
const PLAIN_PATH = /^[\w./-]+$/;

export const lifecycleFolder = defineRule({
  id: 'lifecycle-folder',
  description: 'A plan lies in the folder of its lifecycle, where folders are named after one.',
  concern: 'lifecycle',
  severity: { changes: 'error', scan: 'warning' },
  minimal: true,
  fixable: 'hint',
  options: {
    folders: {
      description: 'Which folder stands for which lifecycle, in place of the built-in ones.',
      type: 'object',
      minProperties: 1,
      additionalProperties: { $ref: '#/definitions/state' },
    },
  },
  messages: {
    elsewhere:
      'The folder "{{folder}}" says {{expected}} and the plan says {{lifecycle}}: move the file, or write "{{key}}: {{expected}}".',
  },
  *check(plan, { options }) {
    const folders = readFolders(options.folders, plan.vocabulary);
    const place = lifecycleOfPath(plan.path, folders);
    if (place === null || plan.lifecycle === null || belongs(plan.lifecycle, place.lifecycle)) return;
    const target = movedTo(plan.path, place.index, plan.lifecycle, folders);
    yield {
      messageId: 'elsewhere',
      data: {
        folder: place.folder,
        expected: place.lifecycle,
        lifecycle: plan.lifecycle,
        key: plan.frontMatter.nameOf(lifecycleKey(plan)),
      },
      range: lifecycleRange(plan),
      subject: `${place.lifecycle} ${plan.lifecycle}`,
      ...(target === null ? {} : { help: `git mv ${plan.path} ${target}` }),
    };
  },
});

/** An archive takes every closed plan. */
const belongs = (lifecycle: Lifecycle, folder: Lifecycle): boolean =>
  lifecycle === folder || (folder === 'archived' && isClosed(lifecycle));

interface Place {
  readonly folder: string;
  /** Of the folder among the parts of the path. */
  readonly index: number;
  readonly lifecycle: Lifecycle;
}

/** The innermost folder of the path that stands for a lifecycle. */
function lifecycleOfPath(path: string, folders: ReadonlyMap<string, Lifecycle>): Place | null {
  const parts = path.split('/').slice(0, -1);
  for (const [index, folder] of [...parts.entries()].reverse()) {
    const lifecycle = folders.get(normaliseWord(folder));
    if (lifecycle !== undefined) return { folder, index, lifecycle };
  }
  return null;
}

function movedTo(
  path: string,
  index: number,
  lifecycle: Lifecycle,
  folders: ReadonlyMap<string, Lifecycle>,
): string | null {
  // A folder of that very name is the likeliest to be there.
  const names = [...folders].filter(([, state]) => state === lifecycle).map(([name]) => name);
  const folder = names.find((name) => name === lifecycle) ?? names[0];
  if (folder === undefined || !PLAIN_PATH.test(path)) return null;
  return path.split('/').with(index, folder).join('/');
}

/** The team's folders in place of the built-in ones; the configuration's reader has looked at what they say. */
function readFolders(option: unknown, vocabulary: Vocabulary): ReadonlyMap<string, Lifecycle> {
  if (typeof option !== 'object' || option === null) return FOLDERS;
  return new Map(
    Object.entries(option).flatMap(([folder, word]) => {
      const lifecycle = stateOfWord(String(word), vocabulary);
      return lifecycle === null ? [] : [[normaliseWord(folder), lifecycle] as const];
    }),
  );
}
