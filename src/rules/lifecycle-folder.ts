import { isClosed, type Lifecycle } from '../plan/lifecycle.ts';
import { lifecycleOfPath, readFolders } from './lifecycle-folders.ts';
import { lifecycleRange, stateLine, writtenState } from './lifecycle-key.ts';
import { defineRule } from './rule.ts';

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
      'The folder "{{folder}}" says {{expected}} and the plan says {{lifecycle}}: move the file, or write "{{line}}".',
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
        lifecycle: writtenState(plan),
        line: stateLine(plan, place.lifecycle),
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
