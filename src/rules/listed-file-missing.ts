import type { Phase, Plan } from '../plan/plan.ts';
import type { ListedFile } from '../plan/self-report.ts';
import { phaseState } from '../progress/phase-state.ts';
import { filesBelow } from './files-below.ts';
import { mayBeMissing } from './may-be-missing.ts';
import { isNamed, phaseName } from './phase-name.ts';
import { relatedCodeMatcher } from './related-code.ts';
import type { Relations } from './relations.ts';
import { defineRule } from './rule.ts';
import { fileName } from './same-named.ts';

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
  },
  needsFiles: (plan, needs) =>
    mayBeMissing(plan, needs, listedIn, (name, path) => relatedCodeMatcher(name, plan.path).matches(path)),
  *check(plan, { relations }) {
    if (relations.files === null) return;
    for (const phase of completePhases(plan)) {
      for (const file of phase.files) {
        const { change, path, range } = file;
        const isWrong =
          change === 'deleted' ? isThere(file, relations) : isMissing(file, { plan, relations });
        if (!isWrong) continue;
        yield {
          messageId: change === 'deleted' ? 'there' : 'missing',
          data: { phase: isNamed(phase) ? phaseName(phase) : plan.title, path, name: path, change },
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

const isThere = ({ path }: ListedFile, { files }: Relations): boolean => files?.has(path) === true;

interface Around {
  readonly plan: Plan;
  readonly relations: Relations;
}

function isMissing({ path }: ListedFile, { plan, relations }: Around): boolean {
  const files = relations.files ?? new Set<string>();
  if (STANDS_FOR.test(path) || !PATH.test(path)) return false;
  const code = relatedCodeMatcher(path, plan.path);
  if (!('spellings' in code) || code.spellings.some((spelling) => relations.exists(spelling) !== false))
    return false;
  if (code.kind === 'glob') return !filesBelow(files, code.folder).some(code.matches);
  const [spelt = ''] = code.spellings;
  return !wentLater(spelt, plan) && !isElsewhere(spelt, files);
}

/** Another phase, or the same, deletes it again. */
const wentLater = (path: string, { phases }: Plan): boolean =>
  phases.some(({ files }) => files.some((file) => file.change === 'deleted' && file.path === path));

/** The path may begin in a folder of its own, or the file was moved since: one of that name and folder is enough, or a single one of that name. */
function isElsewhere(path: string, files: ReadonlySet<string>): boolean {
  const end = path.split('/').slice(-2).join('/');
  const namesakes = [...files].filter(
    (file) => file.endsWith(fileName(path)) && fileName(file) === fileName(path),
  );
  return namesakes.length === 1 || namesakes.some((file) => file === end || file.endsWith(`/${end}`));
}
