import type { Phase, Plan } from '../plan/plan.ts';
import type { ListedFile } from '../plan/self-report.ts';
import { phaseState } from '../progress/phase-state.ts';
import { filesBelow } from './files-below.ts';
import { mayBeMissing } from './may-be-missing.ts';
import { isNamed, phaseName } from './phase-name.ts';
import { MAX_GLOB_WAYS, relatedCodeMatcher } from './related-code.ts';
import type { Relations } from './relations.ts';
import { defineRule } from './rule.ts';
import { folderNamesakesOf, namesakesOf } from './same-named.ts';

/** What stands for something else in a path: `<name>`, `{id}`, `...`, `$HOME`. */
const STANDS_FOR = /[<>{}$…]|\.\.\./;
/** A file has an ending or lies in a folder; other code is a name of something. */
const PATH = /\/|\.\w+$/;

export const listedFileMissing = defineRule({
  id: 'listed-file-missing',
  description: 'What a complete phase says that it made is there, and what it deleted is gone.',
  concern: 'content',
  severity: { changes: 'warning', scan: 'warning' },
  minimal: false,
  messages: {
    missing:
      '"{{phase}}" is complete and lists "{{path}}" as {{change}}, which is not in the repository: correct the path, or open the task again.',
    there:
      '"{{phase}}" is complete and lists "{{path}}" as deleted, which is still there: delete it, or open the task again.',
    tooMany:
      '"{{phase}}" is complete and lists "{{path}}" behind {{globs}} other globs, more than are looked for: list the files.',
  },
  needsFiles: (plan, needs) =>
    mayBeMissing(plan, needs, listedIn, (name) => relatedCodeMatcher(name, plan.path).matches),
  *check(plan, { relations }) {
    if (relations.files === null) return;
    const around: Around = { plan, relations, deleted: deletedIn(plan), globs: new Map() };
    for (const phase of completePhases(plan)) {
      for (const file of phase.files) {
        const { change, path, range } = file;
        const messageId = change === 'deleted' ? wronglyThere(file, relations) : missing(file, around);
        if (messageId === null) continue;
        const name = isNamed(phase) ? phaseName(phase) : plan.title;
        yield {
          messageId,
          data: { phase: name, path, name: path, change, globs: MAX_GLOB_WAYS },
          range,
          subject: `${change} ${path}`,
        };
      }
    }
  },
});

const completePhases = ({ phases, selfReport: { blockers } }: Plan): readonly Phase[] =>
  phases.filter((phase) => phaseState(phase, blockers) === 'complete');

const listedIn = (plan: Plan): readonly string[] =>
  completePhases(plan).flatMap(({ files }) => files.map(({ path }) => path));

const wronglyThere = ({ path }: ListedFile, { files }: Relations): 'there' | null =>
  files?.has(path) === true ? 'there' : null;

/** What a phase deletes that another one, or the same, may have made. */
const deletedIn = ({ phases }: Plan): ReadonlySet<string> =>
  new Set(
    phases.flatMap(({ files }) => files.flatMap(({ change, path }) => (change === 'deleted' ? path : []))),
  );

interface Around {
  readonly plan: Plan;
  readonly relations: Relations;
  readonly deleted: ReadonlySet<string>;
  /** Those that were looked for, and whether they match something. */
  readonly globs: Map<string, boolean>;
}

function missing(
  { path }: ListedFile,
  { plan, relations, deleted, globs }: Around,
): 'missing' | 'tooMany' | null {
  const files = relations.files ?? new Set<string>();
  if (STANDS_FOR.test(path) || !PATH.test(path)) return null;
  const code = relatedCodeMatcher(path, plan.path);
  if (!('spellings' in code) || code.spellings.some((spelling) => relations.exists(spelling) !== false))
    return null;
  const [spelt = ''] = code.spellings;
  if (code.kind === 'path') return deleted.has(spelt) || isElsewhere(spelt, files) ? null : 'missing';
  const isKnown = globs.has(spelt);
  if (!isKnown && globs.size === MAX_GLOB_WAYS) return 'tooMany';
  if (!isKnown) globs.set(spelt, filesBelow(files, code.folder).some(code.matches));
  return globs.get(spelt) === true ? null : 'missing';
}

/** The path may begin in a folder of its own, or the file was moved since: one of that name and folder is enough, or a single one of that name. */
function isElsewhere(path: string, files: ReadonlySet<string>): boolean {
  const namesakes = namesakesOf(path, files);
  const closer = path.includes('/') ? folderNamesakesOf(path, files) : namesakes;
  return namesakes.length === 1 || closer.length > 0;
}
